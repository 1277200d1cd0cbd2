import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

type State = 'draft' | 'open' | 'closed'

const needs = (tx: Tx) => tx.selectFrom('mentorNeed').innerJoin('organisation as school', 'school.id', 'mentorNeed.schoolId')

/** The one place that says who sees which need: what was published, everybody who works here; a draft, its school. */
function visibleNeeds(tx: Tx, actor: Actor) {
  return needs(tx).where((one) => {
    if (hasRole(actor, 'student')) return sql<boolean>`false`
    return one.or([one('mentorNeed.state', '!=', 'draft'), one('mentorNeed.schoolId', '=', actor.organisationId)])
  })
}
const takenOf = sql<number>`(select count(*)::int from mentorship m where m.need_id = mentor_need.id and m.state in ('consented', 'publicity', 'contracting', 'active') and m.came <> 'renewed')`
const whole = (rows: ReturnType<typeof needs>) => rows.selectAll('mentorNeed').select('school.name as schoolName').select(takenOf.as('taken'))
type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State })
export type MentorNeed = ReturnType<typeof typed>

export async function findNeed(tx: Tx, actor: Actor, needId: string): Promise<MentorNeed | undefined> {
  const row = await whole(visibleNeeds(tx, actor)).where('mentorNeed.id', '=', needId).executeTakeFirst()
  return row && typed(row)
}
export async function lockNeed(tx: Tx, actor: Actor, needId: string): Promise<Locked<MentorNeed> | undefined> {
  const row = await whole(visibleNeeds(tx, actor)).where('mentorNeed.id', '=', needId).forUpdate(['mentorNeed']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
/** Without an actor: for the clock. */
export async function lockNeedAnyhow(tx: Tx, needId: string): Promise<Locked<MentorNeed> | undefined> {
  const row = await whole(needs(tx)).where('mentorNeed.id', '=', needId).forUpdate(['mentorNeed']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
export const listPastIds = async (tx: Tx, today: string) => (await tx.selectFrom('mentorNeed').select('id').where('state', '=', 'open').where('validUntil', '<', today).orderBy('id').execute()).map(({ id }) => id)

export type Filter = { q: string; state?: string; mine: boolean }
export async function pageOfNeeds(tx: Tx, actor: Actor, { q, state, mine, page, size }: Filter & Paging) {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const filtered = visibleNeeds(tx, actor)
    .$if(q !== '', (all) => all.where((one) => one.or([one('mentorNeed.title', 'ilike', like), one('mentorNeed.number', '=', q.toUpperCase()), one('school.name', 'ilike', like), one('mentorNeed.field', 'ilike', like)])))
    .$if(state !== undefined, (all) => all.where('mentorNeed.state', '=', state!))
    .$if(mine, (all) => all.where('mentorNeed.schoolId', '=', actor.organisationId))
  const { total } = await filtered.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(filtered).orderBy(sql`mentor_need.state <> 'open'`).orderBy('mentorNeed.createdAt', 'desc').orderBy('mentorNeed.id').limit(size).offset((page - 1) * size).execute()
  return { rows: rows.map(typed), total }
}

export type NeedValues = { title: string; field: string; duties: string; conditions: string; hoursPerYear: number | null; termMonths: number; pay: string; places: number; validUntil: string | null }
export const insertNeed = async (tx: Tx, need: NeedValues & { number: string; allianceId: string; schoolId: string; createdBy: string; createdAt: Date; updatedAt: Date; demo: boolean }) => (await tx.insertInto('mentorNeed').values(need).returning('id').executeTakeFirstOrThrow()).id
/** Answers how many rows were changed: none when somebody else changed it meanwhile. */
export async function updateContent(tx: Tx, needId: string, version: number, values: NeedValues & { updatedAt: Date }) {
  const result = await tx.updateTable('mentorNeed').set({ ...values, version: version + 1 }).where('id', '=', needId).where('version', '=', version).executeTakeFirst()
  return Number(result.numUpdatedRows)
}
export async function updateNeed(tx: Tx, needId: string, change: { state: State; openedAt?: Date; closedAt: Date | null }, now: Date): Promise<number> {
  const { version } = await tx.updateTable('mentorNeed').set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) })).where('id', '=', needId).returning('version').executeTakeFirstOrThrow()
  return version
}
