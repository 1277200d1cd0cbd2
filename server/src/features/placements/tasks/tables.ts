import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { visiblePlacements } from '../tables.ts'

/** School, unit and student see the cards of a placement they see; a mentor those of his own students, and nothing else of it. */
function seenThrough(tx: Tx, actor: Actor) {
  if (hasRole(actor, 'mentor')) return tx.selectFrom('placement').where('placement.id', 'in', tx.selectFrom('placementMentor').select('placementId').where('accountId', '=', actor.accountId))
  return visiblePlacements(tx, actor)
}

const parties = (tx: Tx, actor: Actor) =>
  seenThrough(tx, actor)
    .leftJoin('placementMentor as mentor', 'mentor.placementId', 'placement.id')
    .leftJoin('account as mentorAccount', 'mentorAccount.id', 'mentor.accountId')
    .innerJoin('student', 'student.id', 'placement.studentId')
    .select(['placement.id', 'placement.number', 'placement.schoolId', 'placement.organisationId', 'placement.studentId', 'placement.allianceId', 'placement.postId', 'placement.mentorName', 'placement.state'])
    .select(['mentor.accountId as mentorAccountId', 'mentorAccount.name as mentorAccountName', 'student.name as studentName', 'student.accountId as studentAccountId'])

export const findTasksPlacement = (tx: Tx, actor: Actor, placementId: string) => parties(tx, actor).where('placement.id', '=', placementId).executeTakeFirst()
export type TasksPlacement = NonNullable<Awaited<ReturnType<typeof findTasksPlacement>>>
export async function lockTasksPlacement(tx: Tx, actor: Actor, placementId: string): Promise<Locked<TasksPlacement> | undefined> {
  const row = await parties(tx, actor).where('placement.id', '=', placementId).forUpdate(['placement']).executeTakeFirst()
  return row && { ...row, locked: true }
}

const cards = (tx: Tx) =>
  tx.selectFrom('taskCard').selectAll('taskCard').select(sql<number>`(select coalesce(sum(h.hours), 0)::float8 from placement_log_hours h where h.task_id = task_card.id)`.as('hours'))
export type Card = Awaited<ReturnType<ReturnType<typeof cards>['executeTakeFirstOrThrow']>>
export const listCards = (tx: Tx, placementIds: readonly string[]): Promise<Card[]> =>
  placementIds.length === 0 ? Promise.resolve([]) : cards(tx).where('placementId', 'in', [...placementIds]).orderBy('placementId').orderBy('position').execute()

export async function lockTask(tx: Tx, actor: Actor, taskId: string): Promise<Locked<{ card: Card; placement: TasksPlacement }> | undefined> {
  const card = await cards(tx).where('taskCard.id', '=', taskId).forUpdate(['taskCard']).executeTakeFirst()
  const placement = card && (await findTasksPlacement(tx, actor, card.placementId))
  return placement && { card, placement, locked: true }
}

type CardChange = Partial<Pick<Card, 'state' | 'evidence' | 'shownAt' | 'reason' | 'signedAt' | 'signedBy' | 'signerName' | 'onPaper' | 'remark' | 'title' | 'goal' | 'position'>>
export async function updateCard(tx: Tx, taskId: string, change: CardChange, now: Date) {
  const { version } = await tx.updateTable('taskCard').set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) })).where('id', '=', taskId).returning('version').executeTakeFirstOrThrow()
  return version
}
export async function insertCards(tx: Tx, rows: readonly { placementId: string; position: number; title: string; goal: string }[], now: Date) {
  if (rows.length > 0) await tx.insertInto('taskCard').values(rows.map((row) => ({ ...row, createdAt: now, updatedAt: now }))).execute()
}
export async function deleteCards(tx: Tx, ids: readonly string[]) {
  if (ids.length > 0) await tx.deleteFrom('taskCard').where('id', 'in', [...ids]).execute()
}
/** Others of this school at the same post, on the way or there, without a plan. */
export async function listWithoutPlan(tx: Tx, { id, schoolId, postId }: { id: string; schoolId: string; postId: string | null }) {
  if (postId === null) return []
  const rows = await tx
    .selectFrom('placement')
    .select('id')
    .where('schoolId', '=', schoolId)
    .where('postId', '=', postId)
    .where('id', '<>', id)
    .where('state', 'in', ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'suspended'])
    .where((one) => one.not(one.exists(one.selectFrom('taskCard').select('taskCard.id').whereRef('taskCard.placementId', '=', 'placement.id'))))
    .orderBy('id')
    .execute()
  return rows.map((row) => row.id)
}
