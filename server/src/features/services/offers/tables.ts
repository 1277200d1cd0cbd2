import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

type State = 'draft' | 'submitted' | 'open' | 'closed' | 'declined'

const offers = (tx: Tx) => tx.selectFrom('serviceOffer').innerJoin('organisation', 'organisation.id', 'serviceOffer.organisationId')

/**
 * The one place that says who sees which offer. What was opened once is seen by whoever works here. Of the rest: the owner all of its
 * own; the office what was ever submitted, and what it wrote itself.
 */
export function visibleOffers(tx: Tx, actor: Actor) {
  return offers(tx).where((offer) => {
    if (hasRole(actor, 'student')) return sql<boolean>`false`
    const published = offer.and([offer('serviceOffer.verifiedAt', 'is not', null), offer('serviceOffer.state', 'in', ['open', 'closed'])])
    if (hasRole(actor, 'secretariat')) {
      const left = offer.or([offer('serviceOffer.submittedAt', 'is not', null), offer('serviceOffer.createdBy', '=', actor.accountId)])
      return offer.or([published, offer.and([offer('serviceOffer.allianceId', '=', actor.allianceId), left])])
    }
    return offer.or([published, offer('serviceOffer.organisationId', '=', actor.organisationId)])
  })
}

/** Which of these this actor may see: for the search, which only knows where they are. */
export async function listVisibleIds(tx: Tx, actor: Actor, ids: readonly string[]) {
  const rows = await visibleOffers(tx, actor).select('serviceOffer.id').where(sql<boolean>`service_offer.id = any(${ids as string[]}::uuid[])`).execute()
  return rows.map(({ id }) => id)
}

/** Requests that take up a place now. */
export const runningOf = sql<number>`(select count(*) from service_request r where r.offer_id = service_offer.id and r.state in ('routed', 'accepted', 'delivered'))`
/** Ratings of this offer: how many, and their sum. */
export const ratedOf = sql<{ count: number; stars: number }>`(select json_build_object('count', count(*), 'stars', coalesce(sum(g.stars), 0)) from service_rating g join service_request r on r.id = g.request_id where r.offer_id = service_offer.id)`

const whole = (rows: ReturnType<typeof offers>) =>
  rows
    .selectAll('serviceOffer')
    .select(['organisation.name as organisationName', 'organisation.kind as organisationKind', 'organisation.town as organisationTown'])
    .select([runningOf.as('running'), ratedOf.as('rated')])

type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State })
export type Offer = ReturnType<typeof typed>

export async function findOffer(tx: Tx, actor: Actor, offerId: string): Promise<Offer | undefined> {
  const row = await whole(visibleOffers(tx, actor)).where('serviceOffer.id', '=', offerId).executeTakeFirst()
  return row && typed(row)
}

export async function lockOffer(tx: Tx, actor: Actor, offerId: string): Promise<Locked<Offer> | undefined> {
  const row = await whole(visibleOffers(tx, actor)).where('serviceOffer.id', '=', offerId).forUpdate(['serviceOffer']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}

/** Without an actor: for the clock, and for a request that holds the id. What runs is counted after the lock is held. */
export async function lockOfferAnyhow(tx: Tx, offerId: string): Promise<Locked<Offer> | undefined> {
  await tx.selectFrom('serviceOffer').select('id').where('id', '=', offerId).forUpdate().execute()
  const row = await whole(offers(tx)).where('serviceOffer.id', '=', offerId).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}

export async function listDueIds(tx: Tx, until: string) {
  const rows = await tx.selectFrom('serviceOffer').select('id').where('state', '=', 'open').where('validUntil', '<=', until).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

export type OfferValues = {
  family: string
  title: string
  titleEn: string | null
  description: string
  descriptionEn: string | null
  audience: string
  pricing: string
  price: number | null
  priceUnit: string | null
  capacity: number | null
  answerDays: number
  contactName: string | null
  contactPhone: string | null
  validUntil: string | null
}
type NewOffer = OfferValues & { number: string; allianceId: string; organisationId: string; createdBy: string | null; createdAt: Date; updatedAt: Date; demo: boolean }
export const insertOffer = async (tx: Tx, offer: NewOffer) => (await tx.insertInto('serviceOffer').values(offer).returning('id').executeTakeFirstOrThrow()).id

/** Answers how many rows were changed: none when somebody else changed it meanwhile. */
export async function updateContent(tx: Tx, offerId: string, version: number, values: OfferValues & { updatedAt: Date }) {
  const result = await tx.updateTable('serviceOffer').set({ ...values, version: version + 1 }).where('id', '=', offerId).where('version', '=', version).executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export type OfferChange = Partial<{
  state: State
  reason: string | null
  closeCode: string | null
  validUntil: string
  submittedAt: Date
  verifiedAt: Date
  verifiedBy: string
  confirmedAt: Date
  closedAt: Date | null
}>
export async function updateOffer(tx: Tx, offerId: string, change: OfferChange, now: Date): Promise<number> {
  const { version } = await tx
    .updateTable('serviceOffer')
    .set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', offerId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}
