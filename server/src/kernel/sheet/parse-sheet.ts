import { cleanText } from '@silian/algorithms/reading/text'
import { isFault, type Column, type RowCells, type SheetKind, type ValuesOf } from './columns.ts'
import { headerKey } from './read-table.ts'
import type { CellFault, ReasonParams, SheetReason } from './reasons.ts'
import type { Table } from './table.ts'
import { isSample } from './template-mark.ts'

export type SheetError = {
  row: number
  /** The header as it stands in the file. */
  column: string
  /** Where the cell stands, from 0; the marked file needs it. */
  columnIndex: number
  /** The cell as it stands in the file. */
  value: string
  reason: SheetReason
  params: ReasonParams
}

export type ParsedSheet<Values> = {
  /** The rows without any error. */
  rows: { row: number; values: Values }[]
  /** Every error of the file, by row, then column. */
  errors: SheetError[]
  unknownColumns: string[]
  /** Required columns that the file does not have; then no row is good. */
  missingColumns: string[]
  /** Rows looked at: good and faulty ones, without blank rows and the sample. */
  rowCount: number
}

/** All headers by which a kind is found in a file. */
export const knownHeaders = (kind: SheetKind): string[] =>
  kind.columns.flatMap((column) => [column.header['zh-Hans'], column.header.en, ...column.synonyms])

/**
 * The values of a table, and all its errors at once. Pure; one pass, linear in cells. `onProgress` is called with the number of
 * rows done, every thousand rows; when it answers false, parsing stops with what it has.
 */
export function parseSheet<Kind extends SheetKind>(
  table: Table,
  kind: Kind,
  context: { today: string; onProgress?: (rows: number) => boolean | void },
): ParsedSheet<ValuesOf<Kind>> {
  const { placed, unknownColumns, missingColumns } = placeColumns(table.header, kind)
  const good: { row: number; values: ValuesOf<Kind> }[] = []
  const errors: SheetError[] = []
  const seen = (kind.unique ?? []).map(() => new Map<string, number>())
  let rowCount = 0

  for (const { number, cells } of table.rows) {
    if (isSample(cells)) continue
    rowCount++
    if (context.onProgress && rowCount % 1000 === 0 && context.onProgress(rowCount) === false) break
    const before = errors.length
    const clean = new Map(placed.map(({ column, at }) => [column.key, cleanText(cells[at] ?? '', true)]))
    const row: RowCells = { number, today: context.today, cell: (key) => clean.get(key) ?? '' }
    const values: Record<string, unknown> = {}
    const wrong = (column: Column, at: number, { fault, params }: CellFault) =>
      errors.push({ row: number, column: table.header[at] ?? column.header['zh-Hans'], columnIndex: at, value: cells[at] ?? '', reason: fault, params: params ?? {} })

    for (const column of kind.columns) values[column.key] = null
    for (const { column, at } of placed) {
      const value = readCell(column, clean.get(column.key)!, row)
      if (isFault(value)) wrong(column, at, value)
      else values[column.key] = value
    }
    for (const [rule, keys] of (kind.unique ?? []).entries()) {
      const first = firstRow(seen[rule]!, keys, values, number)
      const place = placed.find(({ column }) => column.key === keys[0])
      if (first !== null && place) wrong(place.column, place.at, { fault: 'duplicate_in_file', params: { row: first } })
    }
    if (errors.length === before && missingColumns.length === 0) {
      for (const { column, fault } of kind.check?.(values, row) ?? []) {
        const place = placed.find((one) => one.column.key === column)
        if (place) wrong(place.column, place.at, fault)
      }
    }
    if (errors.length === before && missingColumns.length === 0) good.push({ row: number, values: values as ValuesOf<Kind> })
  }
  return { rows: good, errors, unknownColumns, missingColumns, rowCount }
}

function readCell(column: Column, cell: string, row: RowCells): unknown {
  if (cell === '') return column.required ? { fault: 'required' } : null
  if (/^#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!)$/.test(cell)) return { fault: 'formula_error', params: { value: cell } }
  return column.read(cell, row)
}

/** The row where the same key stood before, or null; remembers the key. */
function firstRow(seen: Map<string, number>, keys: readonly string[], values: Record<string, unknown>, number: number): number | null {
  const parts = keys.map((key) => keyText(values[key]))
  if (parts.includes(null)) return null
  const key = JSON.stringify(parts)
  const first = seen.get(key)
  if (first === undefined) seen.set(key, number)
  return first ?? null
}

const keyText = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  return typeof value === 'object' && 'number' in value ? String(value.number) : typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function placeColumns(header: readonly string[], kind: SheetKind) {
  const byKey = new Map<string, Column>()
  for (const column of kind.columns) {
    for (const name of [column.header['zh-Hans'], column.header.en, ...column.synonyms]) byKey.set(headerKey(name), column)
  }
  const placed: { column: Column; at: number }[] = []
  const unknownColumns: string[] = []
  for (const [at, name] of header.entries()) {
    if (name === '') continue
    const column = byKey.get(headerKey(name))
    if (!column || placed.some((one) => one.column === column)) unknownColumns.push(name)
    else placed.push({ column, at })
  }
  const missingColumns = kind.columns
    .filter((column) => column.required && !placed.some((one) => one.column === column))
    .map((column) => column.header['zh-Hans'])
  return { placed, unknownColumns, missingColumns }
}
