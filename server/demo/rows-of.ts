import type { ExampleCell } from './examples.ts'

/** Headers and one list of cells for each row. */
export const rowsOf = (headers: string[], cells: ExampleCell[][]): Record<string, ExampleCell>[] =>
  cells.map((row) => Object.fromEntries(headers.map((header, column) => [header, row[column] ?? ''])))
