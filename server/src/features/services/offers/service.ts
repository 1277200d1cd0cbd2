import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { addDays, dayOf, dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { advance, settle } from '../../inbox/service.ts'
import { contactRoleOf } from '../../members/service.ts'
import { firmToWriteFor } from '../../needs/service.ts'
import type { OfferAction, OfferFields } from './contract.ts'
import { offerLife, type OfferAction as Action, type OfferInMotion } from './lifecycle.ts'
import { gapsOf, holdsAtMostDays, repairWithin, verifyWithin, whyNotDay, type OfferFilled } from './rules.ts'
import { insertOffer, updateContent, updateOffer, type Offer, type OfferChange } from './tables.ts'

export { findOffer, listVisibleIds as visibleOfferIds, lockOffer, lockOfferAnyhow, type Offer } from './tables.ts'

/** Nobody offers for others, but the office writes down for anybody; a government asks and decides, it does not offer here. */
async function houseToOfferFor(tx: Tx, actor: Actor, named: string | undefined) {
  const { firm, spokenBy, allianceId } = await firmToWriteFor(tx, actor, named)
  if (spokenBy !== null || firm.kind === 'government') refuse('cannot_speak')
  return { organisationId: firm.id, allianceId }
}

/** What no draft may say either: a price that is none. */
function storedOf({ price, priceUnit, ...fields }: OfferFields) {
  if (fields.pricing === 'priced' && price === null) refuse('invalid_input', { issues: [{ path: ['price'], code: 'missing' }] })
  return fields.pricing === 'priced' ? { ...fields, price, priceUnit } : { ...fields, price: null, priceUnit: null }
}

export async function writeOffer(tx: Tx, actor: Actor, { organisationId, ...fields }: OfferFields & { organisationId?: string }, now: Date, { demo = false } = {}) {
  const house = await houseToOfferFor(tx, actor, organisationId)
  const values = storedOf(fields)
  const number = await nextNumber(tx, 'S', now)
  const id = await insertOffer(tx, { ...values, ...house, number, createdBy: actor.accountId, createdAt: now, updatedAt: now, demo })
  audit(tx, actor, now, { event: 'service_offer.written', subjectType: 'service_offer', subjectId: id, details: { number, family: fields.family } })
  return { id, number, version: 1 }
}

/** Only a draft is changed: what others have read stays as they read it. */
export async function changeOffer(tx: Tx, actor: Actor, offer: Locked<Offer>, { version, ...fields }: OfferFields & { version: number }, now: Date) {
  if (offer.state !== 'draft') refuse('wrong_state', { state: offer.state })
  if ((await updateContent(tx, offer.id, version, { ...storedOf(fields), updatedAt: now })) === 0) refuse('changed_meanwhile')
  audit(tx, actor, now, { event: 'service_offer.changed', subjectType: 'service_offer', subjectId: offer.id, details: { number: offer.number } })
  return { id: offer.id, number: offer.number, version: version + 1 }
}

/** The offer with what its lifecycle looks at: who is asked, and by when. */
export function inMotion(offer: Offer, now: Date): OfferInMotion {
  const { id, number, title, state, organisationId, organisationName, organisationKind, allianceId, createdBy, submittedAt, closeCode, reason } = offer
  return {
    id, number, title, state, organisationId, organisationName, allianceId, createdBy, submittedAt, closeCode, reason,
    owner: { role: contactRoleOf(organisationKind), organisationId },
    clocks: { verify: dueInWorkingDays(now, verifyWithin), repair: dueInWorkingDays(now, repairWithin) },
  }
}

const daysOf = (now: Date) => ({ today: dayOf(now), furthest: addDays(dayOf(now), holdsAtMostDays) })
export const gapsNow = (offer: OfferFilled, now: Date) => gapsOf(offer, daysOf(now))

/** Guards look at the offer as it is; whoever is asked is asked about what it becomes. */
async function go(tx: Tx, by: Actor | null, offer: Locked<Offer>, action: Action, change: OfferChange, now: Date, details: Record<string, unknown> = {}) {
  const asked = action === 'confirm' || action === 'revise' ? offer : { ...offer, ...change, state: offer.state }
  const state = await advance(tx, by, offerLife, action, { ...inMotion(asked, now), locked: true }, now, { number: offer.number, ...details })
  return { id: offer.id, state, version: await updateOffer(tx, offer.id, { ...change, state }, now) }
}

export type Step = { action: OfferAction; reason?: string; validUntil?: string; version: number }

/** One step of an offer, by hand. */
export async function moveOffer(tx: Tx, actor: Actor, offer: Locked<Offer>, { action, reason, validUntil, version }: Step, now: Date) {
  if (offer.version !== version) refuse('changed_meanwhile')
  const office = action === 'close' && hasRole(actor, 'secretariat')
  if ((['return', 'decline'].includes(action) || office) && !reason) refuse('reason_needed', { field: 'reason' })
  const gaps = action === 'submit' && offer.state === 'draft' ? gapsNow(offer, now) : []
  if (gaps.length > 0) refuse('need_incomplete', { gaps })
  if (action === 'confirm') {
    const code = whyNotDay(validUntil ?? null, daysOf(now))
    if (code) refuse('invalid_input', { issues: [{ path: ['validUntil'], code }] })
    // An open offer stays open, so the step itself does not close what was asked.
    await settle(tx, actor, { subjectType: 'service_offer', subjectIds: [offer.id], kinds: ['service_offer.confirm'] }, 'confirm', now)
  }
  const changes: Record<OfferAction, OfferChange> = {
    submit: { submittedAt: now, reason: null },
    verify: { verifiedAt: now, verifiedBy: actor.accountId, confirmedAt: now },
    return: { reason: reason! },
    decline: { reason: reason!, closedAt: now },
    confirm: { confirmedAt: now, closeCode: null, closedAt: null, ...(validUntil ? { validUntil } : {}) },
    revise: { reason: null, closeCode: null, closedAt: null },
    close: { closeCode: office ? 'office' : 'owner', closedAt: now, ...(reason ? { reason } : {}) },
  }
  return go(tx, actor, offer, action, changes[action], now, { ...(reason ? { reason } : {}), ...(action === 'confirm' ? { validUntil } : {}) })
}

/** By the clock: past the day until which it holds. */
export const expireOffer = (tx: Tx, offer: Locked<Offer>, now: Date) => go(tx, null, offer, 'expire', { closeCode: 'expired', closedAt: now }, now)
