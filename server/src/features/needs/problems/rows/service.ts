import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import type { Download } from '../../../../kernel/route.ts'
import { writeTable } from '../../../../kernel/sheet/write-table.ts'
import { wordsFor } from '@silian/words'
import { codeNames } from '../../../talent/codes/service.ts'
import { listProblemsForExport, type Filter } from '../view/tables.ts'

const columns = ['number', 'kind', 'family', 'title', 'organisation', 'spokenBy', 'state', 'fields', 'description', 'presentValue', 'wantedValue', 'wantedBy', 'validUntil', 'manager', 'answerDueAt', 'escalation', 'declineCode', 'closedAt'] as const

/** The list as a workbook. Public columns only, whoever asks: a file travels further than a page. */
export async function exportProblems(tx: Tx, actor: Actor, filter: Filter, now: Date): Promise<Download> {
  const rows = await listProblemsForExport(tx, actor, filter, now)
  const names = await codeNames(tx, 'industry', [...new Set(rows.flatMap((row) => row.fieldCodes))])
  const word = wordsFor(actor.locale) as unknown as (key: string) => string
  const said = (group: string, key: string | null) => (key === null ? '' : word(`problems:${group}.${key}`))
  const cells = rows.map((row) => [
    row.number, said('kinds', row.kind), said('families', row.family), row.title, row.organisationName, row.spokenByName ?? '', said('states', row.state),
    row.fieldCodes.map((code) => names.get(code) ?? code).join('、'), row.description, row.presentValue ?? '', row.wantedValue ?? '', row.wantedBy, row.validUntil,
    row.managerName ?? '', row.answerDueAt ? dayOf(row.answerDueAt) : '', row.escalation, said('declineCodes', row.declineCode), row.closedAt ? dayOf(row.closedAt) : '',
  ])
  const bytes = await writeTable({ name: word('problems:title'), header: columns.map((column) => word(`problems:columns.${column}`)), rows: cells })
  return { name: `${word('problems:title')}-${dayOf(now)}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(bytes) }
}
