import { wordsFor } from '@silian/words'
import type { ExportTable } from '../../../kernel/sheet/write-table.ts'
import type { ResourceRow } from './contract.ts'

const columns = ['number', 'revision', 'kind', 'name', 'giver', 'receiver', 'quantity', 'unit', 'value', 'givenOn', 'state', 'receivedQuantity', 'receivedOn', 'receivedValue'] as const
export function resourcesTable(locale: 'zh-Hans' | 'zh-Hant' | 'en', rows: readonly ResourceRow[]): ExportTable {
  const word = wordsFor(locale) as unknown as (key: string) => string
  return {
    name: word('assistanceOffice:resources.title'),
    header: columns.map((column) => word(`assistanceOffice:resources.columns.${column}`)),
    rows: rows.map((row) => [
      row.number, row.revision, word(`assistanceOffice:resourceKinds.${row.kind}`), row.name, row.giverName, row.receiverName, row.quantity, row.unit, row.value, row.givenOn, word(`assistanceOffice:resourceStates.${row.state}`),
      row.receivedQuantity, row.receivedOn, row.receivedValue,
    ]),
  }
}
