import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'

/** A table that lies beside this file, a record per line. Empty cells are empty strings. */
export const readTable = <Column extends string>(name: string): Record<Column, string>[] =>
  parse<Record<Column, string>>(readFileSync(new URL(`./${name}.csv`, import.meta.url)), { columns: true, skipEmptyLines: true })
