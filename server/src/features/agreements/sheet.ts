import { say, t, type Locale } from '@silian/words'
import type { ExportTable } from '../../kernel/sheet/write-table.ts'

type Row = { number: string; kind: string; state: string; title: string; keeperName: string | null; startsOn: string | null; endsOn: string | null; signedOn: string | null; endedOn: string | null; endReason: string | null; templateVersion: number; code: string; textHash: string | null; parties: readonly { role: string; name: string; signedOn: string | null; method: string | null }[] }

/** The register as it goes out: one agreement a row. */
export function registerTable(locale: Locale, rows: readonly Row[]): ExportTable {
  const word = (key: string) => say(locale, `agreements:${key}`) ?? key
  const columns = ['number', 'kind', 'state', 'title', 'keeper', 'parties', 'unsigned', 'startsOn', 'endsOn', 'signedOn', 'endedOn', 'endReason', 'template', 'code', 'hash'] as const
  return {
    name: t(locale, 'agreements:title'),
    header: columns.map((column) => word(`columns.${column}`)),
    rows: rows.map((row) => [
      row.number, word(`kinds.${row.kind}`), word(`states.${row.state}`), row.title, row.keeperName,
      row.parties.map(({ role, name, signedOn, method }) => `${word(`roles.${role}`)} ${name}${signedOn ? `（${signedOn}${method === 'paper' ? ` ${word('onPaper')}` : ''}）` : ''}`).join('；'),
      row.parties.filter(({ signedOn }) => !signedOn).length,
      row.startsOn, row.endsOn, row.signedOn, row.endedOn, row.endReason, row.templateVersion, row.code, row.textHash,
    ]),
  }
}
