import { maskName } from '@silian/algorithms/identifiers'
import type { SheetKind } from '../../kernel/sheet/columns.ts'
import { knownHeaders, parseSheet, type SheetError } from '../../kernel/sheet/parse-sheet.ts'
import { headerKey, readTable } from '../../kernel/sheet/read-table.ts'
import type { FileFault, Table } from '../../kernel/sheet/table.ts'
import { writeMarked } from '../../kernel/sheet/write-marked.ts'
import { organisationSheet } from '../members/organisations/sheet.ts'
import { problemSheet } from '../needs/problems/sheet.ts'
import { postSheet } from '../needs/sheet.ts'
import { studentSheet } from '../talent/students/sheet.ts'
import { teacherSheet } from '../talent/teachers/sheet.ts'
import type { ImportKindName } from './contract.ts'
import { namesSchool, shownIdentity, shownPhone, type RowFault, type Shown } from './rules.ts'

export const sheetKinds: Readonly<Record<ImportKindName, SheetKind>> = { organisations: organisationSheet, students: studentSheet, teachers: teacherSheet, posts: postSheet, problems: problemSheet }

/** Columns whose cells are shown in part only, and the one by which a person knows a row. */
const shownBy: Readonly<Record<ImportKindName, { label: string; person: boolean; identity: readonly string[]; phone: readonly string[]; name: readonly string[] }>> = {
  organisations: { label: 'name', person: false, identity: [], phone: ['contactPhone', 'contactEmail'], name: ['contactName'] },
  students: { label: 'name', person: true, identity: ['paper'], phone: ['phone', 'guardianPhone'], name: ['name', 'guardianName'] },
  teachers: { label: 'name', person: true, identity: [], phone: ['phone'], name: ['name'] },
  posts: { label: 'title', person: false, identity: [], phone: ['mentorPhone'], name: ['mentorName'] },
  // Internal details are shown to nobody but who brought the sheet; a faulty cell of theirs is still not repeated.
  problems: { label: 'title', person: false, identity: [], phone: [], name: ['privateDetails'] },
}

export type PlacedColumn = { key: string; header: string; at: number }

export type ReadImport = {
  template: Table['template']
  header: PlacedColumn[]
  unknownColumns: string[]
  missingColumns: string[]
  rows: { row: number; label: string; state: 'ready' | 'faulty' | 'duplicate' | 'unchanged'; values: Record<string, unknown> | null; faults: RowFault[] }[]
}

/** Reads and checks a file without asking the database anything. Pure: runs in a thread. */
export async function readImport(bytes: Uint8Array, fileName: string, name: ImportKindName, today: string, school: string | null): Promise<ReadImport | FileFault> {
  const kind = sheetKinds[name]
  const table = await readTable(bytes, fileName, { known: knownHeaders(kind) })
  if ('fault' in table) return table
  const parsed = parseSheet(table, kind, { today })
  const header = placedColumns(table.header, kind)
  const errors = [...parsed.errors, ...(school === null ? [] : foreignRows(table, school))]
  const faultsByRow = Map.groupBy(errors, ({ row }) => row)
  const valuesOf = new Map(parsed.rows.map(({ row, values }) => [row, values as Record<string, unknown>]))
  const again = repeatedRows(table, kind, faultsByRow, header, today)
  const labelColumn = header.find(({ key }) => key === shownBy[name].label)
  const rows: ReadImport['rows'] = []
  for (const { number, cells } of table.rows) {
    const own = faultsByRow.get(number)
    const values = valuesOf.get(number)
    if (!own && !values) continue // the sample of the template
    const written = labelColumn ? (cells[labelColumn.at] ?? '').trim() : ''
    const label = shownBy[name].person ? maskName(written) : written
    const faults = (own ?? []).map((error) => faultOf(error, name, header))
    const repeated = again.get(number)
    if (!own) rows.push({ row: number, label, state: 'ready', values: values!, faults: [] })
    else if (!repeated) rows.push({ row: number, label, state: 'faulty', values: null, faults })
    else if (JSON.stringify(repeated) === JSON.stringify(valuesOf.get(Number(own[0]!.params.row)))) rows.push({ row: number, label, state: 'unchanged', values: null, faults: [] })
    else rows.push({ row: number, label, state: 'duplicate', values: repeated, faults: faults.filter(({ at }) => at === keyOf(kind, header)?.at) })
  }
  return { template: table.template, header, unknownColumns: parsed.unknownColumns, missingColumns: parsed.missingColumns, rows }
}

/** The first column of the first key: by it a record is found again. */
const keyOf = (kind: SheetKind, header: readonly PlacedColumn[]) => header.find((column) => column.key === kind.unique?.[0]?.[0])

/** The values of rows whose only fault is that their key stood in the file before. */
function repeatedRows(table: Table, kind: SheetKind, faultsByRow: ReadonlyMap<number, readonly ReadError[]>, header: readonly PlacedColumn[], today: string): Map<number, Record<string, unknown>> {
  const key = keyOf(kind, header)
  const rows = table.rows.filter(({ number }) => {
    const own = faultsByRow.get(number) ?? []
    const first = own[0]?.params.row
    return own.some(({ columnIndex }) => columnIndex === key?.at) && own.every(({ reason, params }) => reason === 'duplicate_in_file' && params.row === first)
  })
  const { unique: _, ...loose } = kind
  return new Map(parseSheet({ ...table, rows }, loose, { today }).rows.map(({ row, values }) => [row, values as Record<string, unknown>]))
}

type ReadError = Omit<SheetError, 'reason'> & { reason: string }

/** A list of all schools brings rows that are not this school's to write. */
function foreignRows(table: Table, school: string): ReadError[] {
  const at = table.header.findIndex((name) => ['学校', '学校名称', '所在学校', '院校', 'school'].includes(headerKey(name)))
  if (at < 0) return []
  return table.rows.flatMap(({ number, cells }) =>
    namesSchool(cells[at] ?? '', school) ? [] : [{ row: number, column: table.header[at]!, columnIndex: at, value: cells[at]!, reason: 'other_school', params: { school } }],
  )
}

function placedColumns(header: readonly string[], kind: SheetKind): PlacedColumn[] {
  const keyOf = new Map(kind.columns.flatMap((column) => [column.header['zh-Hans'], column.header.en, ...column.synonyms].map((name) => [headerKey(name), column.key] as const)))
  const placed: PlacedColumn[] = []
  for (const [at, name] of header.entries()) {
    const key = keyOf.get(headerKey(name))
    if (key && name !== '' && !placed.some((one) => one.key === key)) placed.push({ key, header: name, at })
  }
  return placed
}

function faultOf({ column, columnIndex, value, reason, params }: ReadError, name: ImportKindName, header: readonly PlacedColumn[]): RowFault {
  const key = header.find(({ at }) => at === columnIndex)?.key ?? ''
  const shown = shownOf(name, key, value, reason, params)
  const personal = shown.value !== value
  // `value` and `first` of a sentence quote the cell
  const told = Object.entries(params).map(([param, said]) => [param, personal && (param === 'value' || param === 'first') ? shown.value : said])
  return { column: column.replace(/^\*/, ''), at: columnIndex, ...shown, reason, params: Object.fromEntries(told) }
}

/** What a page may show of a cell. */
export function shownOf(name: ImportKindName, key: string, value: string, reason: string, params: SheetError['params']): Shown {
  const by = shownBy[name]
  if (by.identity.includes(key)) return shownIdentity(value, reason, params)
  if (by.phone.includes(key)) return shownPhone(value, params)
  if (by.name.includes(key)) return { value: maskName(value), mark: null }
  return { value: value.slice(0, 200), mark: null }
}

export type Mark = { row: number; column: string; at: number; sentence: string }

/** The file again with its faulty cells marked. Pure: runs in a thread. */
export async function markFile(bytes: Uint8Array, fileName: string, name: ImportKindName, marks: readonly Mark[], heading: string): Promise<Uint8Array> {
  const table = await readTable(bytes, fileName, { known: knownHeaders(sheetKinds[name]) })
  if ('fault' in table) throw new Error(`${fileName} was read before`)
  const sentenceOf = new Map<SheetError, string>(
    marks.map(({ row, column, at, sentence }) => [{ row, column, columnIndex: at, value: '', reason: 'unreadable', params: {} }, sentence]),
  )
  return writeMarked(bytes, table, [...sentenceOf.keys()], { heading, reason: (error) => sentenceOf.get(error)! })
}
