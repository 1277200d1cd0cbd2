import { say } from '@silian/words'
import type { SheetKind } from '../kernel/sheet/columns.ts'
import { dayOf } from '../kernel/calendar.ts'
import { knownHeaders, parseSheet } from '../kernel/sheet/parse-sheet.ts'
import { readTable } from '../kernel/sheet/read-table.ts'
import { bytesOf } from './files.ts'
import { argumentsOf, Misuse } from './misuse.ts'

export const usage = `silian sheet --as organisations|students|teachers|posts FILE [--json]
    读一个表格，列出所有行和所有错误：{ rows, errors: [{ row, column, value, reason }] }。不需要数据库。`

const kinds: Record<string, () => Promise<SheetKind>> = {
  organisations: async () => (await import('../features/members/organisations/sheet.ts')).organisationSheet,
  students: async () => (await import('../features/talent/students/sheet.ts')).studentSheet,
  teachers: async () => (await import('../features/talent/teachers/sheet.ts')).teacherSheet,
  posts: async () => (await import('../features/needs/sheet.ts')).postSheet,
}

export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf({ args, allowPositionals: true, options: { as: { type: 'string' }, json: { type: 'boolean' } } })
  const [path, ...others] = positionals
  const load = values.as !== undefined && Object.hasOwn(kinds, values.as) ? kinds[values.as] : undefined
  if (!load) throw new Misuse(`请用 --as 说明是什么表${values.as === undefined ? '' : `，没有“${values.as}”`}。`)
  if (path === undefined || others.length > 0) throw new Misuse('请写出一个文件。')

  const kind = await load()
  const table = await readTable(bytesOf(path), path, { known: knownHeaders(kind) })
  if ('fault' in table) throw new Misuse(say('zh-Hans', `sheet:${table.fault}`, table.params) ?? table.fault, { withUsage: false })
  const parsed = parseSheet(table, kind, { today: dayOf(new Date()) })
  const missing = parsed.missingColumns.map((column) => ({ row: table.headerRow, column, value: '', reason: '缺少这一列，它是必填的。' }))
  const errors = parsed.errors.map(({ row, column, value, reason, params }) => ({ row, column, value, reason: say('zh-Hans', `sheet:${reason}`, params) ?? reason }))
  const rows = parsed.rows.map((one) => ({ row: one.row, ...one.values }))

  if (values.json) process.stdout.write(`${JSON.stringify({ rows, errors: [...missing, ...errors] }, null, 2)}\n`)
  else process.stdout.write([`${parsed.rowCount} 行，${rows.length} 行没有错误，${errors.length + missing.length} 处错误。`, ...[...missing, ...errors].map(errorLine), ''].join('\n'))
  return 0
}

const errorLine = ({ row, column, value, reason }: { row: number; column: string; value: string; reason: string }) =>
  `第 ${row} 行 ${column}${value === '' ? '' : ` “${value}”`}：${reason}`
