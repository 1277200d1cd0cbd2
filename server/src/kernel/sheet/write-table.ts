import { writeXlsx } from 'hucre/xlsx'
import type { CellStyle, CellValue, WriteSheet } from 'hucre/xlsx'
import { headStyle, textFormat } from './styles.ts'

export type ExportTable = {
  name: string
  header: readonly string[]
  /** Text stays text: a code keeps its noughts. Numbers are numbers; dates come as ISO text. */
  rows: readonly (readonly (string | number | null)[])[]
  widths?: readonly number[]
}

/**
 * A plain workbook. Every text is a text cell, and one that begins with = + - @ has the text format too, so that neither opening
 * nor editing it in Excel makes a formula of what a stranger wrote.
 */
export function writeTable(...tables: readonly ExportTable[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: tables.map(sheetOf), stringMode: 'shared' })
}

function sheetOf({ name, header, rows, widths }: ExportTable): WriteSheet {
  const cells: NonNullable<WriteSheet['cells']> = new Map()
  header.forEach((value, at) => cells.set(`0,${at}`, { value, type: 'string', style: headStyle }))
  const asText: CellStyle = { numFmt: textFormat }
  rows.forEach((row, r) =>
    row.forEach((value, c) => {
      if (typeof value === 'string' && isRisky(value)) cells.set(`${r + 1},${c}`, { value, type: 'string', style: asText })
    }),
  )
  return {
    name: sheetName(name),
    rows: [[...header], ...rows.map((row) => [...row] as CellValue[])],
    cells,
    columns: header.map((head, at) => ({ width: widths?.[at] ?? widthOf(head, rows, at) })),
    freezePane: { rows: 1 },
  }
}

/** A comma separated file for Excel: UTF-8 with BOM; risky texts get an apostrophe, for CSV has no text format. */
export function writeCsv({ header, rows }: Pick<ExportTable, 'header' | 'rows'>): Uint8Array {
  const field = (value: string | number | null) => {
    const text = value === null ? '' : typeof value === 'string' && isRisky(value) ? `'${value}` : String(value)
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
  }
  const lines = [header, ...rows].map((row) => row.map(field).join(','))
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}

const isRisky = (text: string) => /^[=+\-@\t\r]/.test(text)

/** What Excel accepts as the name of a sheet. */
export const sheetName = (name: string) => name.replace(/[[\]:*?/\\]/g, ' ').replace(/^'|'$/g, '').slice(0, 31).trim() || 'Sheet'

function widthOf(head: string, rows: ExportTable['rows'], at: number) {
  const texts = [head, ...rows.slice(0, 50).map((row) => String(row[at] ?? ''))]
  return Math.min(50, Math.max(8, ...texts.map((text) => [...text].reduce((sum, one) => sum + (one > '\u2e7f' ? 2 : 1), 2))))
}
