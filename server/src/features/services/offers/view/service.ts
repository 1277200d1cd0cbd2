import type { Actor } from '../../../../kernel/actor.ts'
import { closingOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { historyOf } from '../../../../kernel/history.ts'
import { canMove, whyNotMove } from '../../../../kernel/lifecycle.ts'
import { mayKeepOffer } from '../../policy.ts'
import { ratingSumOf } from '../../ratings/rules.ts'
import type { OfferRow, OfferView } from '../contract.ts'
import { offerLife } from '../lifecycle.ts'
import { isPartyTo } from '../policy.ts'
import { gapsNow, inMotion, type Offer } from '../service.ts'
import { pageOfOffers, type Filter, type ListedOffer } from './tables.ts'

const iso = (moment: Date | null) => moment?.toISOString() ?? null

function rowView(row: ListedOffer | Offer): OfferRow {
  const { id, number, title, titleEn, organisationId, organisationName, organisationKind, price, priceUnit, capacity, running, answerDays, validUntil, demo } = row
  return {
    id, number, title, titleEn, organisationId, organisationName, organisationKind, price, priceUnit, capacity, answerDays, validUntil, demo,
    running: Number(running),
    state: row.state as OfferRow['state'],
    family: row.family as OfferRow['family'],
    pricing: row.pricing as OfferRow['pricing'],
    rating: ratingSumOf(row.rated),
    createdAt: row.createdAt.toISOString(),
  }
}

export async function viewOffers(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }) {
  const { rows, total } = await pageOfOffers(tx, actor, query)
  return { rows: rows.map(rowView), total, page: query.page, size: query.size }
}

export function viewOffer(actor: Actor, offer: Offer, now: Date): OfferView {
  const party = isPartyTo(actor, offer)
  const { allianceId, organisationTown, description, descriptionEn, audience, contactName, contactPhone, version, state } = offer
  const motion = inMotion(offer, now)
  const can = canMove(offerLife, actor, motion)
  return {
    ...rowView(offer),
    allianceId, organisationTown, description, descriptionEn, audience, contactName, contactPhone, version,
    closeCode: offer.closeCode as OfferView['closeCode'],
    reason: party ? offer.reason : null,
    submittedAt: iso(offer.submittedAt),
    verifiedAt: iso(offer.verifiedAt),
    confirmedAt: iso(offer.confirmedAt),
    gaps: mayKeepOffer(actor, offer) && state === 'draft' ? gapsNow(offer, now) : [],
    until: untilOf(offer, now),
    can: { ...can, confirm: can.confirm && whyNotMove(offerLife, 'confirm', motion, now) === null, edit: state === 'draft' && mayKeepOffer(actor, offer) },
  }
}

function untilOf(offer: Offer, now: Date): string | null {
  if (offer.state === 'submitted') return iso(inMotion(offer, offer.submittedAt ?? now).clocks.verify)
  if (offer.state === 'draft' && offer.reason) return iso(inMotion(offer, offer.updatedAt).clocks.repair)
  return offer.state === 'open' && offer.validUntil ? iso(closingOf(offer.validUntil)) : null
}

/** What everybody may know of a step, beyond when it was. */
const openDetails = ['validUntil', 'from', 'to']

export async function viewHistory(tx: Tx, actor: Actor, offer: Offer) {
  const party = isPartyTo(actor, offer)
  const rows = (await historyOf(tx, 'service_offer', offer.id)).filter(({ event }) => party || !/changed|returned/.test(event))
  const shown = (details: Record<string, unknown>) => (party ? details : Object.fromEntries(Object.entries(details).filter(([key]) => openDetails.includes(key))))
  return { rows: rows.map(({ at, event, by, details }) => ({ at: at.toISOString(), event, by: party ? by : null, details: shown(details) })) }
}
