import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { addDays, dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { viewOrganisationBriefs, visibleOrganisationIds } from '../../members/service.ts'
import type { ContactKind } from './contract.ts'
import { writesOwnOnly } from './policy.ts'
import { aheadAtMost, behindAtMost, boundsOf, monthOf, needsReason, usualThreshold, type Counts } from './rules.ts'
export { findAllianceToRead } from './tables.ts'
import { cancel, countOfFirms, findAllianceOf, findFirm, findThreshold, insertContact, upsertThreshold, type Contact } from './tables.ts'

export { lockContact } from './tables.ts'

const none: Counts = { forms: 0, visits: 0, calls: 0 }

/** What these firms received in the month of this day. */
export async function countsOf(tx: Tx, organisationIds: readonly string[], day: string): Promise<Map<string, Counts>> {
  const rows = await countOfFirms(tx, organisationIds, boundsOf(monthOf(day)))
  const found = new Map(rows.map(({ organisationId, ...counts }) => [organisationId, counts]))
  return new Map(organisationIds.map((id) => [id, found.get(id) ?? none]))
}

export const thresholdOf = async (tx: Tx, allianceId: string | null) => (allianceId ? (await findThreshold(tx, allianceId))?.monthly : undefined) ?? usualThreshold

/** For the dialogs of other rooms: what each firm received this month, with the threshold, to be shown before one more is sent. */
export async function burdensOf(tx: Tx, { allianceId, organisationIds }: { allianceId: string; organisationIds: readonly string[] }, now: Date) {
  const day = dayOf(now)
  const counts = await countsOf(tx, organisationIds, day)
  const names = await viewOrganisationBriefs(tx, organisationIds)
  const threshold = await thresholdOf(tx, allianceId)
  return new Map(organisationIds.map((id) => [id, { organisationId: id, organisationName: names.get(id)?.name ?? '', month: monthOf(day), threshold, ...counts.get(id)! }]))
}

type Sending = { allianceId: string; organisationIds: readonly string[]; reason?: string; day?: string }
/** Past the threshold, one more needs a reason; all firms that it concerns are named at once. */
export async function refuseUnlessExplained(tx: Tx, { allianceId, organisationIds, reason, day }: Sending, now: Date) {
  if (reason || organisationIds.length === 0) return
  const threshold = await thresholdOf(tx, allianceId)
  const counts = await countsOf(tx, organisationIds, day ?? dayOf(now))
  const over = organisationIds.filter((id) => needsReason(counts.get(id)!, threshold))
  if (over.length === 0) return
  const names = await viewOrganisationBriefs(tx, over)
  refuse('contact_reason_needed', { field: 'reason', threshold, firms: over.map((id) => ({ id, name: names.get(id)?.name ?? '', ...counts.get(id)! })) })
}

type Asked = { organisationId: string; kind: ContactKind; asked: `${string}.${string}`; subject: { type: string; id: string }; reason?: string; demo?: boolean }
/** For other rooms: something was asked of a firm. What goes through the inbox of its contact counts by itself; this adds who, why, and what does not. */
export async function noteContact(tx: Tx, actor: Actor | null, { organisationId, kind, asked, subject, reason, demo = false }: Asked, now: Date) {
  const by = { byOrganisation: actor?.organisationId ?? null, byAlliance: actor?.allianceId ?? null, byName: null, writtenBy: actor?.accountId ?? null }
  await insertContact(tx, { ...by, organisationId, kind, happenedOn: dayOf(now), source: 'product', asked, subjectType: subject.type, subjectId: subject.id, purpose: null, reason: reason ?? null, createdAt: now, demo })
}

/** A firm that this actor may see, to look at its burden or to write a contact down. */
export async function findFirmToContact(tx: Tx, actor: Actor, organisationId: string) {
  const firm = await findFirm(tx, organisationId)
  if (!firm || !(await visibleOrganisationIds(tx, actor, [organisationId])).includes(organisationId)) return undefined
  return writesOwnOnly(actor) && actor.organisationId !== organisationId ? undefined : firm
}

export type ByHand = { organisationId: string; kind: ContactKind; happenedOn: string; purpose: string; byName?: string; reason?: string }
/** A visit or call, before or after it took place; a form that came on paper. */
export async function writeContact(tx: Tx, actor: Actor, { organisationId, kind, happenedOn, purpose, byName, reason }: ByHand, now: Date, { demo = false } = {}) {
  const firm = await findFirmToContact(tx, actor, organisationId)
  if (!firm) refuse('invalid_input', { issues: [{ path: ['organisationId'], code: 'unknown' }] })
  const today = dayOf(now)
  const code = happenedOn > addDays(today, aheadAtMost) ? 'too_far' : happenedOn < addDays(today, -behindAtMost) ? 'past' : null
  if (code) refuse('invalid_input', { issues: [{ path: ['happenedOn'], code }] })
  const own = writesOwnOnly(actor)
  if (own && !byName) refuse('invalid_input', { issues: [{ path: ['byName'], code: 'missing' }] })
  const allianceId = hasRole(actor, 'secretariat') ? actor.allianceId : ((await findAllianceOf(tx, organisationId))?.allianceId ?? null)
  // What a firm writes down has happened to it; nobody asks it for a reason.
  if (!own && allianceId) await refuseUnlessExplained(tx, { allianceId, organisationIds: [organisationId], reason, day: happenedOn }, now)
  const by = own ? { byOrganisation: null, byAlliance: null, byName: byName! } : { byOrganisation: actor.organisationId, byAlliance: actor.allianceId, byName: null }
  const id = (await insertContact(tx, { ...by, organisationId, kind, happenedOn, source: 'hand', asked: null, subjectType: null, subjectId: null, purpose, reason: reason || null, writtenBy: actor.accountId, createdAt: now, demo }))!
  audit(tx, actor, now, { event: 'firm_contact.written', subjectType: 'organisation', subjectId: organisationId, details: { kind, happenedOn, ...(reason ? { overThreshold: true } : {}) } })
  return { id }
}

export async function cancelContact(tx: Tx, actor: Actor, contact: Locked<Contact>, now: Date) {
  if (contact.cancelledAt) refuse('wrong_state', { state: 'cancelled' })
  await cancel(tx, contact.id, now)
  audit(tx, actor, now, { event: 'firm_contact.cancelled', subjectType: 'organisation', subjectId: contact.organisationId, details: { kind: contact.kind, happenedOn: contact.happenedOn } })
  return {}
}

export async function setThreshold(tx: Tx, actor: Actor, { monthly }: { monthly: number }, now: Date) {
  const before = await thresholdOf(tx, actor.allianceId)
  await upsertThreshold(tx, { allianceId: actor.allianceId!, monthly, changedBy: actor.accountId, changedAt: now })
  audit(tx, actor, now, { event: 'contact_threshold.changed', subjectType: 'alliance', subjectId: actor.allianceId!, details: { from: before, to: monthly } })
  return { monthly }
}
