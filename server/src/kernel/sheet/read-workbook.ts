import { readXlsx } from 'hucre/xlsx'
import type { CellValue, Sheet } from 'hucre/xlsx'
import { headerDepth, type FileFault, type Grid, type Grids, type Limits } from './table.ts'
import { templateProperty } from './template-mark.ts'
import { unpackedSize } from './zip.ts'

/** The sheets of an .xlsx file as text, merged cells filled, blank rows left out. */
export async function readWorkbook(bytes: Uint8Array, limits: Limits): Promise<Grids | FileFault> {
  const size = unpackedSize(bytes)
  if (size === null) return { fault: 'sheet_is_damaged' }
  if (size.bytes > limits.unpackedBytes) return { fault: 'sheet_is_too_large', params: { most: Math.round(limits.bytes / 1_000_000) } }
  if (!size.names.some((name) => /(?:^|\/)workbook\.xml$/.test(name))) return { fault: 'sheet_is_not_a_sheet' }

  const lastRow = limits.rows + headerDepth + 1
  let workbook
  try {
    // one row and one column more than allowed, to tell "full" from "too many"; the range also keeps a lone cell in XFD1048576 harmless
    workbook = await readXlsx(bytes, { range: `A1:${columnName(limits.columns)}${lastRow}` })
  } catch {
    return { fault: 'sheet_is_damaged' }
  }
  const grids: Grid[] = []
  for (const sheet of workbook.sheets) {
    const grid = gridOf(sheet, limits)
    if ('fault' in grid) return grid
    grids.push(grid)
  }
  return { format: 'xlsx', grids, template: templateProperty(workbook.properties?.custom) }
}

function gridOf(sheet: Sheet, limits: Limits): Grid | FileFault {
  const hidden = sheet.hidden === true || sheet.veryHidden === true
  const rows = sheet.rows.map((row) => row.map(textOf))
  let filled = 0
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const value = rows[startRow]?.[startCol] ?? ''
    if (value === '') continue
    for (let r = startRow; r <= Math.min(endRow, rows.length - 1); r++) {
      for (let c = startCol; c <= Math.min(endCol, limits.columns - 1); c++) {
        if (++filled > 2_000_000) return { fault: 'sheet_is_too_large', params: { most: Math.round(limits.bytes / 1_000_000) } }
        rows[r]![c] = value
      }
    }
  }
  const kept = rows
    .map((cells, at) => ({ number: at + 1, cells: Array.from(cells, (cell) => cell ?? '') }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (!hidden && kept.some(({ cells }) => (cells[limits.columns] ?? '') !== '')) {
    return { fault: 'sheet_has_too_many_columns', params: { most: limits.columns } }
  }
  return { name: sheet.name, hidden, rows: kept }
}

/** Text stays text; a number has no exponent; a date is an ISO day, with its time when it has one. */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (Number.isNaN(value.getTime())) return ''
  const iso = value.toISOString()
  if (iso < '1900-01-02') return iso.slice(11, 16) // only a time
  return iso.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`
}

function numberText(value: number): string {
  if (!Number.isFinite(value)) return ''
  const tidy = Number(value.toPrecision(15)) // Excel's own precision: 0.1 + 0.2 is 0.3 again
  if (Number.isInteger(tidy)) return BigInt(tidy).toString()
  const text = String(tidy)
  return text.includes('e') ? tidy.toFixed(15).replace(/0+$/, '') : text
}

/** `columnName(0)` is A, `columnName(200)` is GS. */
export function columnName(index: number): string {
  let name = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}
