import { openXlsx, saveXlsx, writeXlsx } from 'hucre/xlsx'
import type { Cell, Sheet } from 'hucre/xlsx'
import type { SheetError } from './parse-sheet.ts'
import { faultFill, headStyle, reasonStyle, textFormat } from './styles.ts'
import type { Table } from './table.ts'
import { sheetName } from './write-table.ts'

export type MarkWords = {
  /** Header of the added column: 错误原因. */
  heading: string
  /** The sentence of one error, in the reader's language. */
  reason(error: SheetError): string
}

/**
 * The uploaded file again, with faulty cells filled red and the reasons of each row in a last column. A workbook keeps everything else
 * it has; a text file comes back as a workbook.
 */
export async function writeMarked(bytes: Uint8Array, table: Table, errors: readonly SheetError[], words: MarkWords): Promise<Uint8Array> {
  if (table.format === 'xlsx') {
    try {
      const workbook = await openXlsx(bytes, { readStyles: true })
      const sheet = workbook.sheets.find(({ name }) => name === table.sheetName)
      if (sheet) {
        mark(sheet, table, errors, words)
        return await saveXlsx(workbook)
      }
    } catch {
      // a workbook with parts that cannot be kept is answered with its table alone
    }
  }
  const sheet: Sheet = { name: sheetName(table.sheetName || '1'), rows: [] }
  sheet.rows[table.headerRow - 1] = [...table.header]
  for (const { number, cells } of table.rows) sheet.rows[number - 1] = [...cells]
  sheet.rows = Array.from(sheet.rows, (row) => row ?? [])
  mark(sheet, table, errors, words)
  const columns = [...table.header.map(() => ({ width: 16 })), { width: 60 }]
  return writeXlsx({ sheets: [{ name: sheet.name, rows: sheet.rows, cells: sheet.cells, columns, freezePane: { rows: table.headerRow } }] })
}

function mark(sheet: Sheet, table: Table, errors: readonly SheetError[], words: MarkWords) {
  const cells = (sheet.cells ??= new Map<string, Cell>())
  const last = lastColumn(table, words.heading)
  write(table.headerRow, last, words.heading, headStyle)
  const byRow = new Map<number, string[]>()
  for (const error of errors) {
    const key = `${error.row - 1},${error.columnIndex}`
    const value = sheet.rows[error.row - 1]?.[error.columnIndex] ?? null
    const cell: Cell = cells.get(key) ?? { value, type: value === null ? 'empty' : typeof value === 'number' ? 'number' : value instanceof Date ? 'date' : 'string' }
    // what is written there next must not become a number or a date
    const numFmt = cell.style?.numFmt ?? (cell.type === 'string' || cell.type === 'empty' ? textFormat : undefined)
    cells.set(key, { ...cell, style: { ...cell.style, numFmt, fill: faultFill } })
    const reasons = byRow.get(error.row) ?? []
    reasons.push(`${error.column.replace(/^\*/, '')}：${words.reason(error)}`)
    byRow.set(error.row, reasons)
  }
  for (const { number } of table.rows) if (cells.has(`${number - 1},${last}`) && !byRow.has(number)) write(number, last, '', reasonStyle)
  for (const [row, reasons] of byRow) write(row, last, reasons.join('\n'), reasonStyle)

  function write(row: number, column: number, value: string, style: Cell['style']) {
    while (sheet.rows.length < row) sheet.rows.push([])
    const line = sheet.rows[row - 1]!
    while (line.length <= column) line.push(null)
    line[column] = value
    cells.set(`${row - 1},${column}`, { value, type: 'string', style })
  }
}

/** The column after the last one, or the one that an earlier marking has left. */
function lastColumn(table: Table, heading: string): number {
  const earlier = table.header.indexOf(heading)
  if (earlier >= 0) return earlier
  return table.rows.reduce((widest, { cells }) => Math.max(widest, cells.findLastIndex((cell) => cell !== '') + 1), table.header.length)
}
