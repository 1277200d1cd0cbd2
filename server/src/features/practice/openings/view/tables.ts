import { sql } from 'kysely'
import type { Paging } from '../../../../contract/paging.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { takenOf, visibleOpenings, whole } from '../tables.ts'

export type Filter = { q: string; state?: string; form?: string; free: boolean; mine: boolean; sort: string }

function filtered(tx: Tx, actor: Actor, filter: Filter) {
  const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
  return visibleOpenings(tx, actor)
    .$if(filter.q !== '', (all) =>
      all.where((one) => one.or([one('practiceOpening.title', 'ilike', like), one('practiceOpening.number', '=', filter.q.toUpperCase()), one('organisation.name', 'ilike', like), one('practiceOpening.field', 'ilike', like), one('practiceOpening.tasks', 'ilike', like)])),
    )
    .$if(filter.state !== undefined, (all) => all.where('practiceOpening.state', '=', filter.state!))
    .$if(filter.form !== undefined, (all) => all.where('practiceOpening.form', '=', filter.form!))
    .$if(filter.free, (all) => all.where('practiceOpening.state', '=', 'open').where(sql<boolean>`${takenOf} < practice_opening.places`))
    .$if(filter.mine, (all) => all.where((one) => one.or([one('practiceOpening.organisationId', '=', actor.organisationId), one('practiceOpening.createdBy', '=', actor.accountId)])))
}

export async function pageOfOpenings(tx: Tx, actor: Actor, filter: Filter & Paging) {
  const { total } = await filtered(tx, actor, filter).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const down = filter.sort.startsWith('-')
  const rows = await whole(filtered(tx, actor, filter))
    .orderBy(sql`practice_opening.state <> 'open'`)
    .orderBy('practiceOpening.startsOn', (order) => (down ? order.desc() : order.asc()).nullsFirst())
    .orderBy('practiceOpening.number')
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return { rows, total }
}
export type ListedOpening = Awaited<ReturnType<typeof pageOfOpenings>>['rows'][number]
