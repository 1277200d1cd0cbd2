import type { SheetFault } from './reasons.ts'

export type TableRow = {
  /** The number Excel shows at the left, from 1. */
  number: number
  cells: string[]
}

export type Table = {
  format: 'xlsx' | 'csv'
  sheetName: string
  headerRow: number
  header: string[]
  rows: TableRow[]
  /** From which template of ours the file was made, if from any. */
  template: { name: string; version: number } | null
}

export type Limits = { bytes: number; unpackedBytes: number; rows: number; columns: number }
export const usualLimits: Limits = { bytes: 20_000_000, unpackedBytes: 300_000_000, rows: 50_000, columns: 200 }

export type FileFault = { fault: SheetFault; params?: Record<string, string | number> }

/** A sheet as it stands in the file, before anybody looked for a header. */
export type Grid = { name: string; hidden: boolean; rows: TableRow[] }
export type Grids = { format: Table['format']; grids: Grid[]; template: Table['template'] }

/** Rows at the top in which the header may stand, under titles and remarks. */
export const headerDepth = 10
