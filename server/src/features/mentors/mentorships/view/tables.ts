import { sql } from 'kysely'
import type { Paging } from '../../../../contract/paging.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { visibleMentorships, withNames } from '../tables.ts'

export type Filter = { q: string; state?: string; sort: string }
const live = ['invited', 'applied', 'consented', 'publicity', 'contracting', 'active'] as const
/** In force for a year, and nothing confirmed within it. */
const idle = (today: string) => sql<boolean>`(mentorship.state = 'active' and coalesce((select max(t.happened_on) from mentor_task t where t.mentorship_id = mentorship.id and t.state = 'confirmed'), mentorship.starts_on) + interval '1 year' <= ${today}::date)`

function filtered(tx: Tx, actor: Actor, filter: Filter, today: string) {
  const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
  return visibleMentorships(tx, actor)
    .$if(filter.q !== '', (all) => all.where((one) => one.or([one('mentorPerson.name', 'ilike', like), one('mentorship.number', '=', filter.q.toUpperCase()), one('employer.name', 'ilike', like), one('school.name', 'ilike', like), one('mentorship.title', 'ilike', like)])))
    .$if(filter.state === 'live', (all) => all.where('mentorship.state', 'in', [...live]))
    .$if(filter.state === 'idle', (all) => all.where(idle(today)))
    .$if(filter.state !== undefined && filter.state !== 'live' && filter.state !== 'idle', (all) => all.where('mentorship.state', '=', filter.state!))
}

function listed(tx: Tx, actor: Actor, filter: Filter, today: string) {
  const down = filter.sort.startsWith('-')
  return withNames(filtered(tx, actor, filter, today), today)
    .orderBy(filter.sort.endsWith('endsOn') ? 'mentorship.endsOn' : 'mentorship.createdAt', (order) => (down ? order.desc() : order.asc()).nullsLast())
    .orderBy('mentorship.number', down ? 'desc' : 'asc')
}

export async function pageOfMentorships(tx: Tx, actor: Actor, filter: Filter & Paging, today: string) {
  const { total } = await filtered(tx, actor, filter, today).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: await listed(tx, actor, filter, today).limit(filter.size).offset((filter.page - 1) * filter.size).execute(), total }
}
export type ListedMentorship = Awaited<ReturnType<typeof pageOfMentorships>>['rows'][number]
export const listForExport = (tx: Tx, actor: Actor, filter: Filter, today: string) => listed(tx, actor, filter, today).limit(20_000).execute()

/** Of all in sight: in force, with something confirmed in this year of the term, without, and tasks that wait for the school. */
export async function countAll(tx: Tx, actor: Actor, today: string) {
  return visibleMentorships(tx, actor)
    .select((one) => [
      one.fn.countAll<number>().filterWhere('mentorship.state', '=', 'active').as('active'),
      sql<number>`count(*) filter (where mentorship.state = 'active' and exists (select from mentor_task t where t.mentorship_id = mentorship.id and t.state = 'confirmed'))`.as('working'),
      sql<number>`count(*) filter (where ${idle(today)})`.as('idle'),
      sql<number>`coalesce(sum((select count(*) from mentor_task t where t.mentorship_id = mentorship.id and t.state = 'logged')), 0)::int`.as('waiting'),
    ])
    .executeTakeFirstOrThrow()
}
