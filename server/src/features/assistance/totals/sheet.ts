import { wordsFor } from '@silian/words'
import type { ExportTable } from '../../../kernel/sheet/write-table.ts'
import type { TotalRow } from './contract.ts'

const people = ['members', 'placed', 'consented', 'filed', 'checksDue', 'checksOnTime'] as const
const stays = ['due', 'asked', 'answered', 'stayed'] as const
const teachers = ['teachersTo', 'daysTo', 'teachersFrom', 'daysFrom'] as const

export function totalsTable(locale: 'zh-Hans' | 'zh-Hant' | 'en', rows: readonly TotalRow[]): ExportTable {
  const word = wordsFor(locale) as unknown as (key: string) => string
  const few = (count: number | null) => count ?? word('assistanceOffice:few')
  const columns = ['county', 'year', 'batches', 'seatsAsked', 'seatsConfirmed', ...people, ...stays.map((one) => `stay6.${one}`), ...stays.map((one) => `stay12.${one}`), ...teachers, 'resourcesReceived', 'resourcesValue']
  return {
    name: word('assistanceOffice:tabs.totals'),
    header: columns.map((column) => word(`assistanceSheets:totals.${column}`)),
    rows: rows.map((row) => [
      word(`assistanceOffice:counties.c${row.county}`), row.year, row.batches, row.seatsAsked, row.seatsConfirmed, ...people.map((one) => few(row[one])), ...stays.map((one) => few(row.stay6[one])), ...stays.map((one) => few(row.stay12[one])), ...teachers.map((one) => few(row[one])),
      row.resourcesReceived, row.resourcesValue,
    ]),
  }
}
