import { sql } from 'kysely'
import type { Paging } from '../../../../contract/paging.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { visiblePlans } from '../tables.ts'

export type Filter = { q: string; state?: string; departmentId?: string; organisationId?: string; openingId?: string; mine: boolean; sort: string }
const live = ['applied', 'endorsed', 'approved', 'accepted', 'practising', 'finished', 'appraised', 'passed'] as const

function filtered(tx: Tx, actor: Actor, filter: Filter, now: Date) {
  const like = `%${filter.q.replace(/[\\%_]/g, '\\$&')}%`
  return visiblePlans(tx, actor)
    .$if(filter.q !== '', (all) => all.where((one) => one.or([one('teacher.name', 'ilike', like), one('practicePlan.number', '=', filter.q.toUpperCase()), one('firm.name', 'ilike', like), one('school.name', 'ilike', like), one('department.name', 'ilike', like)])))
    .$if(filter.state === 'live', (all) => all.where('practicePlan.state', 'in', [...live]))
    .$if(filter.state === 'late', (all) => all.where('practicePlan.dueAt', '<=', now))
    .$if(filter.state !== undefined && filter.state !== 'live' && filter.state !== 'late', (all) => all.where('practicePlan.state', '=', filter.state!))
    .$if(filter.departmentId !== undefined, (all) => all.where('practicePlan.departmentId', '=', filter.departmentId!))
    .$if(filter.organisationId !== undefined, (all) => all.where('practicePlan.organisationId', '=', filter.organisationId!))
    .$if(filter.openingId !== undefined, (all) => all.where('practicePlan.openingId', '=', filter.openingId!))
    .$if(filter.mine, (all) => all.where('teacher.accountId', '=', actor.accountId))
}

function listed(tx: Tx, actor: Actor, filter: Filter, now: Date) {
  const down = filter.sort.startsWith('-')
  return filtered(tx, actor, filter, now)
    .leftJoin('practiceOpening as opening', 'opening.id', 'practicePlan.openingId')
    .selectAll('practicePlan')
    .select(['teacher.name as teacherName', 'teacher.accountId as teacherAccountId', 'school.name as schoolName', 'firm.name as organisationName', 'department.name as departmentName', 'opening.title as openingTitle'])
    .select(sql<number>`(select count(*)::int from practice_day d where d.plan_id = practice_plan.id)`.as('creditedDays'))
    .orderBy(filter.sort.endsWith('dueAt') ? 'practicePlan.dueAt' : 'practicePlan.startsOn', (order) => (down ? order.desc() : order.asc()).nullsLast())
    .orderBy('practicePlan.number', down ? 'desc' : 'asc')
}

export async function pageOfPlans(tx: Tx, actor: Actor, filter: Filter & Paging, now: Date) {
  const { total } = await filtered(tx, actor, filter, now).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows: await listed(tx, actor, filter, now).limit(filter.size).offset((filter.page - 1) * filter.size).execute(), total }
}
export type ListedPlan = Awaited<ReturnType<typeof pageOfPlans>>['rows'][number]

export const listForExport = (tx: Tx, actor: Actor, filter: Filter, now: Date) => listed(tx, actor, filter, now).limit(20_000).execute()
