import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'

export const insertRating = (tx: Tx, rating: { requestId: string; stars: number; words: string | null; ratedBy: string; ratedAt: Date }) => tx.insertInto('serviceRating').values(rating).execute()

/** Stars are for everybody who works here; words and names are added by the view for those they concern. */
function visibleRatings(tx: Tx, actor: Actor) {
  return tx
    .selectFrom('serviceRating')
    .innerJoin('serviceRequest', 'serviceRequest.id', 'serviceRating.requestId')
    .innerJoin('problem', 'problem.needId', 'serviceRequest.needId')
    .innerJoin('organisation as asker', 'asker.id', 'serviceRequest.askerId')
    .innerJoin('organisation as provider', 'provider.id', 'serviceRequest.providerId')
    .leftJoin('serviceOffer as offer', 'offer.id', 'serviceRequest.offerId')
    .$if(hasRole(actor, 'student'), (all) => all.where(sql<boolean>`false`))
}

export type Filter = { offerId?: string; providerId?: string }
const filtered = (tx: Tx, actor: Actor, { offerId, providerId }: Filter) =>
  visibleRatings(tx, actor)
    .$if(offerId !== undefined, (all) => all.where('serviceRequest.offerId', '=', offerId!))
    .$if(providerId !== undefined, (all) => all.where('serviceRequest.providerId', '=', providerId!))

export async function pageOfRatings(tx: Tx, actor: Actor, filter: Filter & Paging) {
  const { total } = await filtered(tx, actor, filter).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await filtered(tx, actor, filter)
    .selectAll('serviceRating')
    .select(['serviceRequest.number', 'serviceRequest.allianceId', 'serviceRequest.askerId', 'serviceRequest.providerId', 'problem.family', 'asker.name as askerName', 'provider.name as providerName', 'offer.title as offerTitle'])
    .orderBy('serviceRating.ratedAt', 'desc')
    .orderBy('serviceRating.requestId')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return { rows, total }
}
