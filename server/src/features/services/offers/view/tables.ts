import type { Paging } from '../../../../contract/paging.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { ratedOf, runningOf, visibleOffers } from '../tables.ts'

export type Filter = { q: string; state?: string; family?: string; pricing?: string; organisationId?: string; mine: boolean; sort: string }

function filtered(tx: Tx, actor: Actor, filter: Filter) {
  const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
  return visibleOffers(tx, actor)
    .$if(filter.q !== '', (all) =>
      all.where((one) => one.or([one('serviceOffer.title', 'ilike', like), one('serviceOffer.number', '=', filter.q.toUpperCase()), one('organisation.name', 'ilike', like), one('serviceOffer.description', 'ilike', like)])),
    )
    .$if(filter.state !== undefined, (all) => all.where('serviceOffer.state', '=', filter.state!))
    .$if(filter.family !== undefined, (all) => all.where('serviceOffer.family', '=', filter.family!))
    .$if(filter.pricing !== undefined, (all) => all.where('serviceOffer.pricing', '=', filter.pricing!))
    .$if(filter.organisationId !== undefined, (all) => all.where('serviceOffer.organisationId', '=', filter.organisationId!))
    .$if(filter.mine, (all) => all.where((one) => one.or([one('serviceOffer.organisationId', '=', actor.organisationId), one('serviceOffer.createdBy', '=', actor.accountId)])))
}

function listed(tx: Tx, actor: Actor, filter: Filter) {
  const down = filter.sort.startsWith('-')
  return filtered(tx, actor, filter)
    .selectAll('serviceOffer')
    .select(['organisation.name as organisationName', 'organisation.kind as organisationKind', runningOf.as('running'), ratedOf.as('rated')])
    .orderBy(filter.sort.endsWith('validUntil') ? 'serviceOffer.validUntil' : 'serviceOffer.createdAt', (order) => (down ? order.desc() : order.asc()).nullsLast())
    .orderBy('serviceOffer.number', down ? 'desc' : 'asc')
}

export async function pageOfOffers(tx: Tx, actor: Actor, filter: Filter & Paging) {
  const { total } = await filtered(tx, actor, filter).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: await listed(tx, actor, filter).limit(filter.size).offset((filter.page - 1) * filter.size).execute(), total }
}
export type ListedOffer = Awaited<ReturnType<typeof pageOfOffers>>['rows'][number]

export const listForExport = (tx: Tx, actor: Actor, filter: Filter) => listed(tx, actor, filter).limit(20_000).execute()
