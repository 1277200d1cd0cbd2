import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import type { ContactRow } from '../contract.ts'
import { isBurdenOffice, mayCancelContact, seesPurpose } from '../policy.ts'
import { boundsOf, monthOf, needsReason, spreadOf, totalOf } from '../rules.ts'
import { countsOf, thresholdOf } from '../service.ts'
import { countFirms, countOfAlliance, countSources, findAllianceOf, listOfFirm, pageOfContacts, type Contact } from '../tables.ts'

function rowView(actor: Actor, row: Contact): ContactRow {
  const whole = seesPurpose(actor, row)
  const { id, organisationId, organisationName, happenedOn, asked, demo } = row
  return {
    id, organisationId, organisationName, happenedOn, asked, demo,
    kind: row.kind as ContactRow['kind'],
    source: row.source as ContactRow['source'],
    by: row.byName ?? row.houseName ?? row.allianceName,
    purpose: whole ? row.purpose : null,
    reason: whole ? row.reason : null,
    cancelled: row.cancelledAt !== null,
    can: { cancel: row.cancelledAt === null && mayCancelContact(actor, row) },
  }
}

type Filter = { month?: string; kind?: string; organisationId?: string; mine: boolean; page: number; size: number }
export async function viewContacts(tx: Tx, actor: Actor, { month, ...query }: Filter) {
  const { rows, total } = await pageOfContacts(tx, actor, { ...query, ...(month ? boundsOf(month) : {}) })
  return { rows: rows.map((row) => rowView(actor, row)), total, page: query.page, size: query.size }
}

export async function viewBurden(tx: Tx, actor: Actor, firm: { id: string; name: string }, month: string | undefined, now: Date) {
  const shown = month ?? monthOf(dayOf(now))
  const allianceId = actor.allianceId ?? (await findAllianceOf(tx, firm.id))?.allianceId ?? null
  const counts = (await countsOf(tx, [firm.id], `${shown}-01`)).get(firm.id)!
  const rows = await listOfFirm(tx, actor, firm.id, boundsOf(shown))
  return { organisationId: firm.id, organisationName: firm.name, month: shown, ...counts, threshold: await thresholdOf(tx, allianceId), rows: rows.map((row) => rowView(actor, row)) }
}

export async function viewBurdenOfAll(tx: Tx, actor: Actor, allianceId: string, month: string | undefined, now: Date) {
  const shown = month ?? monthOf(dayOf(now))
  const bounds = boundsOf(shown)
  const threshold = await thresholdOf(tx, allianceId)
  const counts = await countOfAlliance(tx, allianceId, bounds)
  const firms = await countFirms(tx, allianceId)
  const sum = (of: 'forms' | 'visits' | 'calls') => counts.reduce((total, row) => total + row[of], 0)
  return {
    month: shown, threshold, firms, forms: sum('forms'), visits: sum('visits'), calls: sum('calls'),
    spread: spreadOf(counts.map(totalOf), firms, Math.max(threshold * 2, 6)),
    sources: (await countSources(tx, allianceId, bounds)).map(({ asked, kind, count }) => ({ asked: asked || null, kind: kind as ContactRow['kind'], count })),
    above: counts.filter((row) => needsReason(row, threshold)),
    can: { setThreshold: isBurdenOffice(actor) },
  }
}
