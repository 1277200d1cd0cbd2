import { wordsFor } from '@silian/words'
import type { ExportTable } from '../../../kernel/sheet/write-table.ts'
import type { ExchangeRow } from './contract.ts'

const columns = ['number', 'teacher', 'home', 'host', 'direction', 'purpose', 'subject', 'startsOn', 'endsOn', 'state', 'days'] as const
export function exchangesTable(locale: 'zh-Hans' | 'zh-Hant' | 'en', rows: readonly ExchangeRow[]): ExportTable {
  const word = wordsFor(locale) as unknown as (key: string) => string
  return {
    name: word('assistanceOffice:exchanges.title'),
    header: columns.map((column) => word(`assistanceOffice:exchanges.columns.${column}`)),
    rows: rows.map((row) => [
      row.number, row.teacherName, row.homeName, row.hostName, word(`assistanceOffice:directions.${row.direction}`), word(`assistanceOffice:purposes.${row.purpose}`), row.subject, row.startsOn, row.endedOn ?? row.endsOn,
      word(`assistanceOffice:exchangeStates.${row.state}`), row.days,
    ]),
  }
}
