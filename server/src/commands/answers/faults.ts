import type { Fault, FaultCode } from './jsonl.ts'

const words: Record<FaultCode, string> = {
  not_json: '不是 JSON',
  not_an_object: '不是一个对象',
  id_missing: '没有 id',
  title_missing: '没有 title',
  description_not_text: 'description 不是文字',
  codes_not_a_list: 'codes 不是文字的列表',
  repeated_id: 'id 重复',
  key_missing: '缺少',
  grade_not_0_to_3: 'grade 不是 0 到 3',
  graded_twice: '同一对评了两次',
  no_rows: '文件里没有一行数据',
}

/** Every fault with its line, on the error stream; with --json also as data. Exit code 2. */
export function refuse(faults: readonly Fault[], json: boolean): number {
  process.stderr.write(faults.map(({ file, line, code, value }) => `${file} 第 ${line} 行：${words[code]}${value === undefined ? '' : ` ${value}`}\n`).join(''))
  if (json) process.stdout.write(`${JSON.stringify({ faults }, null, 2)}\n`)
  return 2
}
