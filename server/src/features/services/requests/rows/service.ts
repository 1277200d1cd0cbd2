import { wordsFor } from '@silian/words'
import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import type { Download } from '../../../../kernel/route.ts'
import { writeTable } from '../../../../kernel/sheet/write-table.ts'
import { listForExport, type Filter } from '../view/tables.ts'

const columns = ['number', 'needNumber', 'need', 'family', 'asker', 'provider', 'offer', 'state', 'routedAt', 'dueAt', 'acceptedAt', 'deliverBy', 'deliveredAt', 'confirmedAt', 'endedAt', 'code', 'stars'] as const
const dayOrNothing = (moment: Date | null) => (moment ? dayOf(moment) : '')

/** The list as a workbook: when what happened, never what was written, for a file travels further than a page. */
export async function exportRequests(tx: Tx, actor: Actor, filter: Filter, now: Date): Promise<Download> {
  const word = wordsFor(actor.locale) as unknown as (key: string) => string
  const rows = (await listForExport(tx, actor, filter, now)).map((row) => [
    row.number, row.needNumber, row.needTitle, word(`problems:families.${row.family}`), row.askerName, row.providerName, row.offerTitle ?? '', word(`services:request.states.${row.state}`),
    dayOf(row.routedAt), dayOrNothing(row.dueAt), dayOrNothing(row.acceptedAt), row.deliverBy ?? '', dayOrNothing(row.deliveredAt), dayOrNothing(row.confirmedAt), dayOrNothing(row.endedAt), row.declineCode ? word(`problems:declineCodes.${row.declineCode}`) : '', row.stars ?? '',
  ])
  const title = word('services:request.title')
  const bytes = await writeTable({ name: title, header: columns.map((column) => word(`services:request.columns.${column}`)), rows })
  return { name: `${title}-${dayOf(now)}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(bytes) }
}
