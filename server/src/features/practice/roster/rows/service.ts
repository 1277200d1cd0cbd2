import { wordsFor } from '@silian/words'
import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import type { Download } from '../../../../kernel/route.ts'
import { writeTable } from '../../../../kernel/sheet/write-table.ts'
import type { StandingFilter } from '../contract.ts'
import { listForExport } from '../service.ts'

const columns = ['number', 'name', 'department', 'kind', 'employedOn', 'days', 'months', 'needed', 'missing', 'state', 'shortOn', 'shortOnPlanned', 'claimed', 'plan'] as const

/** The list as a workbook, in the same order. */
export async function exportStandings(tx: Tx, actor: Actor, filter: StandingFilter, now: Date): Promise<Download> {
  const word = wordsFor(actor.locale) as unknown as (key: string) => string
  const cells = (await listForExport(tx, actor, filter, now)).map((row) => [
    row.number, row.name, row.departmentName ?? '', word(`practice:kinds.${row.kind}`), row.employedOn ?? '', row.days, row.months, row.needed, row.missing, word(`practice:standings.${row.state}`), row.shortOn ?? '', row.shortOnPlanned ?? '', row.claimed,
    row.plan ? `${row.plan.startsOn}—${row.plan.endsOn} ${row.plan.organisationName}` : '',
  ])
  const name = word('practiceOffice:roster.title')
  const bytes = await writeTable({ name, header: columns.map((column) => word(`practiceOffice:roster.columns.${column}`)), rows: cells })
  return { name: `${name}-${dayOf(now)}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(bytes) }
}
