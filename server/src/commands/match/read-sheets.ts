import { say } from '@silian/words'
import type { SheetKind, ValuesOf } from '../../kernel/sheet/columns.ts'
import { knownHeaders, parseSheet } from '../../kernel/sheet/parse-sheet.ts'
import { readTable } from '../../kernel/sheet/read-table.ts'
import { bytesOf } from '../files.ts'
import { Misuse } from '../misuse.ts'

/** One cell that cannot be used, as it is told and as it stands in the sheet of errors. */
export type CellError = { sheet: string; row: number; column: string; value: string; reason: string }

export type ReadRows<Kind extends SheetKind> = { rows: { row: number; values: ValuesOf<Kind> }[]; errors: CellError[] }

/** The rows of a workbook that must be there. What cannot be read at all ends the command. */
export async function rowsOf<Kind extends SheetKind>(path: string, kind: Kind, today: string): Promise<ReadRows<Kind>> {
  const table = await readTable(bytesOf(path), path, { known: knownHeaders(kind) })
  if ('fault' in table) throw new Misuse(`${path}：${say('zh-Hans', `sheet:${table.fault}`, table.params)}`, { withUsage: false })
  const parsed = parseSheet(table, kind, { today })
  if (parsed.missingColumns.length > 0) throw new Misuse(`${path}：缺少必填的列：${parsed.missingColumns.join('、')}。`, { withUsage: false })
  return { rows: parsed.rows, errors: errorsOf(parsed.errors, kind) }
}

/** The rows of a further sheet by its name; nothing when the workbook has no such sheet. */
export async function rowsOfSheet<Kind extends SheetKind>(path: string, sheet: RegExp, kind: Kind, today: string): Promise<ReadRows<Kind> | null> {
  const table = await readTable(bytesOf(path), path, { known: knownHeaders(kind), sheet })
  if ('fault' in table || table.sheetName === '') return null
  const parsed = parseSheet(table, kind, { today })
  if (parsed.missingColumns.length > 0) throw new Misuse(`${path} 的“${table.sheetName}”：缺少必填的列：${parsed.missingColumns.join('、')}。`, { withUsage: false })
  return { rows: parsed.rows, errors: errorsOf(parsed.errors, kind) }
}

const errorsOf = (errors: ReturnType<typeof parseSheet>['errors'], kind: SheetKind): CellError[] =>
  errors.map(({ row, column, value, reason, params }) => ({ sheet: kind.title['zh-Hans'], row, column, value, reason: say('zh-Hans', `sheet:${reason}`, params) ?? reason }))
