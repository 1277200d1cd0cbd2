import type { Paging } from '../../../../contract/paging.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { visibleRequests } from '../tables.ts'

export type Filter = { q: string; state?: string; family?: string; side?: 'asker' | 'provider'; offerId?: string; sort: string }
const live = ['routed', 'accepted', 'delivered'] as const

function filtered(tx: Tx, actor: Actor, filter: Filter, now: Date) {
  const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
  return visibleRequests(tx, actor)
    .leftJoin('serviceOffer as offer', 'offer.id', 'serviceRequest.offerId')
    .$if(filter.q !== '', (all) =>
      all.where((one) => one.or([one('need.title', 'ilike', like), one('serviceRequest.number', '=', filter.q.toUpperCase()), one('need.number', '=', filter.q.toUpperCase()), one('asker.name', 'ilike', like), one('provider.name', 'ilike', like), one('offer.title', 'ilike', like)])),
    )
    .$if(filter.state === 'live', (all) => all.where('serviceRequest.state', 'in', [...live]))
    .$if(filter.state === 'late', (all) => all.where('serviceRequest.dueAt', '<=', now))
    .$if(filter.state !== undefined && filter.state !== 'live' && filter.state !== 'late', (all) => all.where('serviceRequest.state', '=', filter.state!))
    .$if(filter.family !== undefined, (all) => all.where('problem.family', '=', filter.family!))
    .$if(filter.side === 'asker', (all) => all.where((one) => one.or([one('serviceRequest.askerId', '=', actor.organisationId), one('serviceRequest.askerSpeakerId', '=', actor.organisationId)])))
    .$if(filter.side === 'provider', (all) => all.where('serviceRequest.providerId', '=', actor.organisationId))
    .$if(filter.offerId !== undefined, (all) => all.where('serviceRequest.offerId', '=', filter.offerId!))
}

const listed = (tx: Tx, actor: Actor, filter: Filter, now: Date) => {
  const down = filter.sort.startsWith('-')
  return filtered(tx, actor, filter, now)
    .leftJoin('serviceRating as rating', 'rating.requestId', 'serviceRequest.id')
    .selectAll('serviceRequest')
    .select(['need.number as needNumber', 'need.title as needTitle', 'problem.family', 'asker.name as askerName', 'provider.name as providerName', 'offer.title as offerTitle', 'rating.stars'])
    .orderBy(filter.sort.endsWith('dueAt') ? 'serviceRequest.dueAt' : 'serviceRequest.routedAt', (order) => (down ? order.desc() : order.asc()).nullsLast())
    .orderBy('serviceRequest.number', down ? 'desc' : 'asc')
}

export async function pageOfRequests(tx: Tx, actor: Actor, filter: Filter & Paging, now: Date) {
  const { total } = await filtered(tx, actor, filter, now).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: await listed(tx, actor, filter, now).limit(filter.size).offset((filter.page - 1) * filter.size).execute(), total }
}
export type ListedRequest = Awaited<ReturnType<typeof pageOfRequests>>['rows'][number]

export const listForExport = (tx: Tx, actor: Actor, filter: Filter, now: Date) => listed(tx, actor, filter, now).limit(20_000).execute()
