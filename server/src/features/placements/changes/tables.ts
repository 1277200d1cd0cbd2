import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

export type State = 'asked' | 'changed' | 'ended' | 'declined' | 'withdrawn'

const changes = (tx: Tx) => tx.selectFrom('placementChange').innerJoin('placement', 'placement.id', 'placementChange.placementId')
/** Who sees which request: the student, the school, and the office. The firm sees what becomes of the placement, not what a student wrote. */
function visibleChanges(tx: Tx, actor: Actor) {
  return changes(tx).where((one) => {
    if (hasRole(actor, 'student')) return one('placement.studentId', '=', actor.studentId)
    if (hasRole(actor, 'school_contact', 'teacher')) return one('placement.schoolId', '=', actor.organisationId)
    if (hasRole(actor, 'secretariat')) return one('placement.allianceId', '=', actor.allianceId)
    return sql<boolean>`false`
  })
}
const whole = (rows: ReturnType<typeof changes>) =>
  rows
    .innerJoin('placementTerms as terms', 'terms.placementId', 'placement.id')
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .selectAll('placementChange')
    .select(['placement.allianceId', 'placement.schoolId', 'placement.organisationId', 'placement.studentId', 'placement.number as placementNumber', 'placement.state as placementState', 'placement.startsOn', 'placement.endsOn', 'placement.endedOn as placementEndedOn'])
    .select(['terms.title', 'student.name as studentName', 'cohort.name as cohortName', 'firm.name as unitName'])
type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State, kind: row.kind as 'change' | 'leave', endedBy: row.endedBy as 'school' | 'student' | null })
export type Change = ReturnType<typeof typed>

export async function findChange(tx: Tx, actor: Actor, changeId: string): Promise<Change | undefined> {
  const row = await whole(visibleChanges(tx, actor)).where('placementChange.id', '=', changeId).executeTakeFirst()
  return row && typed(row)
}
export async function lockChange(tx: Tx, actor: Actor, changeId: string): Promise<Locked<Change> | undefined> {
  const row = await whole(visibleChanges(tx, actor)).where('placementChange.id', '=', changeId).forUpdate(['placementChange']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
export async function lockChangeAnyhow(tx: Tx, changeId: string): Promise<Locked<Change> | undefined> {
  const row = await whole(changes(tx)).where('placementChange.id', '=', changeId).forUpdate(['placementChange']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
export async function listOfPlacements(tx: Tx, placementIds: readonly string[]): Promise<Change[]> {
  if (placementIds.length === 0) return []
  return (await whole(changes(tx)).where('placementChange.placementId', 'in', placementIds).orderBy('placementChange.createdAt', 'desc').execute()).map(typed)
}
export async function pageOfChanges(tx: Tx, actor: Actor, { state, late, page, size }: { state?: State; late: boolean } & Paging, now: Date) {
  const found = visibleChanges(tx, actor)
    .$if(state !== undefined, (all) => all.where('placementChange.state', '=', state!))
    .$if(late, (all) => all.where('placementChange.dueAt', '<=', now))
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(found)
    .orderBy(sql`placement_change.due_at asc nulls last`)
    .orderBy('placementChange.createdAt', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows: rows.map(typed), total }
}
export async function insertChange(tx: Tx, change: { number: string; placementId: string; kind: string; safety: boolean; reason: string; wantedOn: string | null; dueAt: Date; createdBy: string; createdAt: Date; demo: boolean }): Promise<string> {
  const { id } = await tx.insertInto('placementChange').values({ ...change, state: 'asked' }).returning('id').executeTakeFirstOrThrow()
  return id
}
export type ChangeChange = Partial<Pick<Change, 'state' | 'dueAt' | 'toldAt' | 'answer' | 'answeredBy' | 'answeredAt' | 'endedOn' | 'endedBy' | 'nextId'>>
export async function updateChange(tx: Tx, changeId: string, change: ChangeChange) {
  await tx.updateTable('placementChange').set(change).where('id', '=', changeId).execute()
}
/** Requests whose clock ran out and of which the office does not know yet. */
export const listOverdue = (tx: Tx, now: Date) => tx.selectFrom('placementChange').select('id').where('state', '=', 'asked').where('dueAt', '<=', now).where('toldAt', 'is', null).orderBy('dueAt').execute()
/** Requests of placements that came to their end in another way: nothing is left to decide. */
export const listMoot = (tx: Tx, live: readonly string[]) =>
  tx.selectFrom('placementChange').innerJoin('placement', 'placement.id', 'placementChange.placementId').select('placementChange.id').where('placementChange.state', '=', 'asked').where('placement.state', 'not in', live).orderBy('placementChange.id').execute()
