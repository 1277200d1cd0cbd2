import type { Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { sql } from 'kysely'
import { visibleMentorships } from '../mentorships/tables.ts'

const columns = ['mentorTask.id', 'mentorTask.mentorshipId', 'mentorTask.kind', 'mentorTask.title', 'mentorTask.happenedOn', 'mentorTask.hours', 'mentorTask.note', 'mentorTask.state', 'mentorTask.reason', 'mentorTask.confirmedAt', 'mentorTask.version'] as const

export const listTasks = (tx: Tx, mentorshipId: string) =>
  tx.selectFrom('mentorTask').leftJoin('account', 'account.id', 'mentorTask.confirmedBy').select([...columns, 'account.name as confirmedByName']).where('mentorshipId', '=', mentorshipId).orderBy('happenedOn', 'desc').orderBy('mentorTask.createdAt', 'desc').execute()

export async function lockTask(tx: Tx, actor: Actor, taskId: string) {
  const row = await visibleMentorships(tx, actor)
    .innerJoin('mentorTask', 'mentorTask.mentorshipId', 'mentorship.id')
    .select([...columns, 'mentorship.schoolId', 'mentorship.employerId', 'mentorship.number', 'mentorship.title as mentorshipTitle', 'mentorPerson.name as mentorName', 'mentorship.state as mentorshipState', 'mentorship.startsOn', 'mentorship.endsOn'])
    .select(sql<string | null>`coalesce(mentor_person.account_id, invitation.accepted_by)`.as('mentorAccountId'))
    .where('mentorTask.id', '=', taskId)
    .forUpdate(['mentorTask'])
    .executeTakeFirst()
  return row && { ...row, locked: true as const }
}
export type Task = NonNullable<Awaited<ReturnType<typeof lockTask>>>
export const findVisibleTask = async (tx: Tx, actor: Actor, taskId: string) => visibleMentorships(tx, actor).innerJoin('mentorTask', 'mentorTask.mentorshipId', 'mentorship.id').select('mentorTask.id').where('mentorTask.id', '=', taskId).executeTakeFirst()

type Values = { kind: string; title: string; happenedOn: string; hours: number; note: string }
export const insertTask = (tx: Tx, task: Values & { mentorshipId: string; firstOn: string; lastOn: string }, now: Date) => tx.insertInto('mentorTask').values({ ...task, createdAt: now, updatedAt: now }).returning(['id', 'version']).executeTakeFirstOrThrow()
export async function updateTask(tx: Tx, taskId: string, change: Partial<Values & { state: string; reason: string | null; confirmedAt: Date; confirmedBy: string }>, now: Date): Promise<number> {
  const { version } = await tx.updateTable('mentorTask').set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) })).where('id', '=', taskId).returning('version').executeTakeFirstOrThrow()
  return version
}
export const deleteTask = (tx: Tx, taskId: string) => tx.deleteFrom('mentorTask').where('id', '=', taskId).execute()
export async function countOf(tx: Tx, mentorshipId: string, state: string): Promise<number> {
  const { n } = await tx.selectFrom('mentorTask').select((row) => row.fn.countAll<number>().as('n')).where('mentorshipId', '=', mentorshipId).where('state', '=', state).executeTakeFirstOrThrow()
  return n
}
export type LockedTask = Locked<Task>
