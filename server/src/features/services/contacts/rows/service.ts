import { wordsFor } from '@silian/words'
import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import type { Download } from '../../../../kernel/route.ts'
import { writeTable } from '../../../../kernel/sheet/write-table.ts'
import { seesPurpose } from '../policy.ts'
import { boundsOf, monthOf, needsReason, totalOf } from '../rules.ts'
import { thresholdOf } from '../service.ts'
import { countOfAlliance, listForExport } from '../tables.ts'

type Cells = readonly (readonly (string | number)[])[]
async function workbook(name: string, suffix: string, header: readonly string[], rows: Cells): Promise<Download> {
  return { name: `${name}-${suffix}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(await writeTable({ name, header, rows })) }
}
const wordsOf = (actor: Actor) => wordsFor(actor.locale) as unknown as (key: string) => string

type Filter = { month?: string; kind?: string; organisationId?: string; mine: boolean }
/** Forms, visits and calls, one a row; what each was about only where its reader may know it. */
export async function exportContacts(tx: Tx, actor: Actor, { month, ...filter }: Filter, now: Date): Promise<Download> {
  const word = wordsOf(actor)
  const rows = (await listForExport(tx, actor, { ...filter, ...(month ? boundsOf(month) : {}) })).map((row) => {
    const whole = seesPurpose(actor, row)
    return [row.happenedOn, row.organisationName, word(`services:contact.kinds.${row.kind}`), row.byName ?? row.houseName ?? row.allianceName ?? '', (whole ? row.purpose : null) ?? '', (whole ? row.reason : null) ?? '', word(row.cancelledAt ? 'services:contact.cancelled' : `services:contact.sources.${row.source}`)]
  })
  const columns = ['columns.happenedOn', 'columns.organisation', 'columns.kind', 'columns.by', 'columns.purpose', 'reason', 'columns.source'] as const
  return workbook(word('services:contact.sheets.contacts'), month ?? dayOf(now), columns.map((column) => word(`services:contact.${column}`)), rows)
}

/** Firm by firm, the most burdened first. */
export async function exportBurden(tx: Tx, actor: Actor, allianceId: string, month: string | undefined, now: Date): Promise<Download> {
  const word = wordsOf(actor)
  const shown = month ?? monthOf(dayOf(now))
  const threshold = await thresholdOf(tx, allianceId)
  const counts = (await countOfAlliance(tx, allianceId, boundsOf(shown))).toSorted((a, b) => totalOf(b) - totalOf(a))
  const rows = counts.map((row) => [row.organisationName, row.forms, row.visits, row.calls, totalOf(row), threshold, word(needsReason(row, threshold) ? 'services:contact.sheets.over' : 'services:contact.sheets.under')])
  const columns = ['columns.organisation', 'forms', 'visits', 'calls', 'sheets.total', 'threshold', 'sheets.standing'] as const
  return workbook(word('services:contact.sheets.burden'), shown, columns.map((column) => word(`services:contact.${column}`)), rows)
}
