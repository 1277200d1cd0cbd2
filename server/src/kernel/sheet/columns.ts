import type { CellFault } from './reasons.ts'

export type { CellFault } from './reasons.ts'

export type TwoLanguages = { 'zh-Hans': string; en: string }

export type ColumnKind = 'text' | 'name' | 'code' | 'choice' | 'date' | 'number' | 'range' | 'contact'

export type Choice<Value extends string = string> = { value: Value; label: TwoLanguages; synonyms?: readonly string[] }

/** The row a cell stands in, for columns that look at their neighbours. Cells are clean text, empty where nothing stands. */
export type RowCells = { number: number; today: string; cell(key: string): string }

export type Column<Key extends string = string, Value = unknown> = {
  key: Key
  header: TwoLanguages
  /** Other headers that mean this column, in both scripts; compared without stars, spaces, width and case. */
  synonyms: readonly string[]
  required: boolean
  kind: ColumnKind
  /** Drop-down of the template. */
  choices?: readonly Choice[]
  /** Several values in one cell, separated by 、 or a comma or a line break, become an array. */
  many?: boolean
  sample: string
  /** What the second sheet of the template says about the column. */
  note?: TwoLanguages
  width?: number
  /** Only called for cells that are not empty. */
  read(cell: string, row: RowCells): Value | CellFault
}

export type SheetKind<Columns extends readonly Column[] = readonly Column[]> = {
  name: string
  version: number
  title: TwoLanguages
  columns: Columns
  /** Columns that together may stand once in a file. */
  unique?: readonly (readonly string[])[]
  /** Faults that only the whole row shows, on the column they belong to. */
  check?(values: Record<string, unknown>, row: RowCells): readonly { column: string; fault: CellFault }[]
}

/** What a row of the kind holds: absent cells of optional columns are null. */
export type ValuesOf<Kind extends SheetKind> = {
  [C in Kind['columns'][number] as C['key']]: C['required'] extends true ? ReadBy<C> : ReadBy<C> | null
}
type ReadBy<C extends Column> = Exclude<ReturnType<C['read']>, CellFault>

/** Keeps the exact type of the columns, so that `ValuesOf` knows what a row holds. */
export const sheetKind = <const Columns extends readonly Column[]>(kind: SheetKind<Columns>): SheetKind<Columns> => kind

export const isFault = (value: unknown): value is CellFault => typeof value === 'object' && value !== null && 'fault' in value
