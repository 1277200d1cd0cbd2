import { expect, test } from 'vitest'
import { sheet as en } from '@silian/words/en/sheet'
import { sheet as zhHans } from '@silian/words/zh-Hans/sheet'
import { knownHeaders, parseSheet } from './parse-sheet.ts'
import { sheetFaults, sheetReasons } from './reasons.ts'
import { people } from './sheet-for-tests.ts'
import type { Table } from './table.ts'

const today = '2026-09-01'
const table = (header: string[], ...rows: string[][]): Table => ({
  format: 'xlsx', sheetName: '1', headerRow: 1, header, rows: rows.map((cells, at) => ({ number: at + 2, cells })), template: null,
})
const parse = (header: string[], ...rows: string[][]) => parseSheet(table(header, ...rows), people, { today })
const faults = (header: string[], ...rows: string[][]) => parse(header, ...rows).errors.map(({ row, column, reason, params }) => [row, column, reason, params])

test('a good row gives its values, absent cells null', () => {
  expect(parse(['姓名', '学号', '性别', '手机号', '期望薪酬', '意向专业'], [' 张 三 ', '0020260001', '男生', '138 0000 0000', '3.5-4千/月', '机电、电子，机电'])).toEqual({
    rows: [
      {
        row: 2,
        values: {
          name: '张三', number: '0020260001', identity: null, sex: 'male', mobile: '+8613800000000', email: null, from: null, until: null,
          pay: { raw: '3.5-4千/月', min: 3500, max: 4000, unit: '元', period: 'month' }, mark: null, wishes: ['机电', '电子'], note: null,
        },
      },
    ],
    errors: [], unknownColumns: [], missingColumns: [], rowCount: 1,
  })
})

test('headers are known by synonyms, in both scripts, with stars, remarks and spaces', () => {
  expect(parse(['*學生姓名（必填）', ' 學 號 ', '身份證號碼', 'mobile', '住址', ''], ['李四', '2026', '', '13800000000', '某处', '']).unknownColumns).toEqual(['住址'])
  expect(parse(['*学生姓名（必填）', ' 學 號 '], ['李四', '2026']).missingColumns).toEqual([])
})

test('all errors of all rows come at once, with row, column, value and reason', () => {
  const header = ['姓名', '学号', '身份证号', '性别', '手机号', '邮箱', '开始日期', '结束日期', '期望薪酬', '成绩', '备注']
  const { errors, rows } = parse(
    header,
    ['', '20260001', '110105194912310021', '不知道', '12800000000', 'a＠example', '3月1日', '2027-08-31', '12x', '101', '长'.repeat(21)],
    ['王五', '#N/A', '11010519491231002', '男、女', '13800000000、13900000000', 'a@example.com;b@example.com', '2027-03-01', '2027-02-01', '2026-03-05', '八十多', ''],
    ['赵六', '20260003', '', '', '', '', '', '', '', '', ''],
  )
  expect(errors.map(({ row, column, reason }) => `${row} ${column} ${reason}`)).toEqual([
    '2 姓名 required', '2 身份证号 identity_check', '2 性别 not_a_choice', '2 手机号 mobile_prefix', '2 邮箱 email_form', '2 开始日期 not_a_day',
    '2 期望薪酬 unreadable', '2 成绩 too_large', '2 备注 too_long',
    '3 学号 formula_error', '3 身份证号 identity_17_digits', '3 性别 two_values', '3 手机号 two_values', '3 邮箱 two_values', '3 期望薪酬 turned_into_date', '3 成绩 not_a_number',
  ])
  expect(errors[3]).toEqual({ row: 2, column: '手机号', columnIndex: 4, value: '12800000000', reason: 'mobile_prefix', params: { prefix: '12' } })
  expect(rows.map(({ row }) => row)).toEqual([4])
})

test('the second of two equal keys is an error that names the first row', () => {
  expect(faults(['姓名', '学号'], ['张三', '2026 0001'], ['李四', '20260002'], ['王五', '２０２６０００１'])).toEqual([[4, '学号', 'duplicate_in_file', { row: 2 }]])
})

test('a key is compared even when its row has another error', () => {
  expect(faults(['姓名', '学号'], ['', '20260001'], ['王五', '20260001'])).toEqual([[2, '姓名', 'required', {}], [3, '学号', 'duplicate_in_file', { row: 2 }]])
})

test('two values in one cell are told from one wrong value', () => {
  const mobile = (cell: string) => faults(['姓名', '学号', '手机号'], ['张三', '2026', cell])
  expect(mobile('13800000000/13900000000')).toEqual([[2, '手机号', 'two_values', { count: 2, first: '13800000000' }]])
  expect(mobile('13800000000\n13900000000')).toEqual([[2, '手机号', 'two_values', { count: 2, first: '13800000000' }]])
  expect(mobile('13800000000 张三')).toMatchObject([[2, '手机号', 'mobile_character', {}]])
  expect(faults(['姓名', '学号'], ['张三、李四', '2026'])).toEqual([[2, '姓名', 'two_values', { count: 2, first: '张三' }]])
  expect(faults(['姓名', '学号'], ['张三\n李四', '2026'])).toEqual([[2, '姓名', 'two_values', { count: 2, first: '张三' }]])
})

test('a day column takes one day and no more', () => {
  const from = (cell: string) => faults(['姓名', '学号', '开始日期'], ['张三', '2026', cell])
  expect(from('2027年3月1日')).toEqual([])
  expect(from('2027年3月')).toEqual([[2, '开始日期', 'not_a_day', { value: '2027年3月' }]])
  expect(from('2027-03-01、2027-04-01')).toEqual([[2, '开始日期', 'two_values', { count: 2, first: '2027-03-01' }]])
})

test('a fault between two columns is found when the row is otherwise good', () => {
  expect(faults(['姓名', '学号', '开始日期', '结束日期'], ['张三', '2026', '2027年3月1日', '2027.2.1'])).toEqual([[2, '结束日期', 'dates_reversed', {}]])
})

test('without a required column no row is good, and it is said once', () => {
  const { rows, errors, missingColumns } = parse(['姓名'], ['张三'], ['李四'])
  expect({ rows, errors, missingColumns }).toEqual({ rows: [], errors: [], missingColumns: ['学号'] })
})

test('the sample row is skipped, people whose name says 示例 are not', () => {
  expect(parse(['姓名', '学号'], ['【示例】张示例', '0020260001'], ['示例同学', '20260002']).rows.map(({ row }) => row)).toEqual([3])
})

test('HTML left-overs and hidden characters are gone before reading', () => {
  expect(parse(['姓名', '学号'], ['<p>张&nbsp;三</p>', '\u200B20260001']).rows[0]!.values).toMatchObject({ name: '张三', number: '20260001' })
})

test('parsing can be stopped', () => {
  const rows = Array.from({ length: 3000 }, (_, at) => [`甲${at}`, `A${at}0000`])
  const done: number[] = []
  parseSheet(table(['姓名', '学号'], ...rows), people, { today, onProgress: (count) => { done.push(count); return count < 2000 } })
  expect(done).toEqual([1000, 2000])
})

test('every known header is a header of the kind', () => {
  expect(knownHeaders(people)).toContain('學號')
})

test('every code has words in both languages, and no words are without a code', () => {
  const codes = [...sheetFaults, ...sheetReasons].sort()
  expect(Object.keys(zhHans).sort()).toEqual(codes)
  expect(Object.keys(en).sort()).toEqual(codes)
  const places = (words: Record<string, string>) => codes.map((code) => [code, [...words[code]!.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort()])
  expect(places(en)).toEqual(places(zhHans))
})
