import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { visibleClasses } from '../classes/tables.ts'

export async function listTerms(tx: Tx, classId: string) {
  return tx.selectFrom('classTerm').selectAll().select(sql<{ placeId: string; name: string; schoolMark: number | null; firmMark: number | null }[]>`(
    select coalesce(json_agg(json_build_object('placeId', k.member_id, 'name', s.name, 'schoolMark', k.school_mark, 'firmMark', k.firm_mark) order by s.student_number), '[]')
    from class_mark k join class_member m on m.id = k.member_id join student s on s.id = m.student_id where k.term_id = class_term.id)`.as('marks')).where('classId', '=', classId).orderBy('number').execute()
}
export const listMarksOf = (tx: Tx, memberId: string) =>
  tx.selectFrom('classMark').innerJoin('classTerm', 'classTerm.id', 'classMark.termId').select(['classTerm.number', 'classMark.schoolMark', 'classMark.firmMark']).where('memberId', '=', memberId).orderBy('classTerm.number').execute()

export async function lockTerm(tx: Tx, actor: Actor, termId: string): Promise<Locked<Awaited<ReturnType<typeof termOf>>> | undefined> {
  const row = await termOf(tx, actor, termId)
  return row && { ...row, locked: true as const }
}
const termOf = async (tx: Tx, actor: Actor, termId: string) =>
  (await tx.selectFrom('classTerm').innerJoin('orderClass', 'orderClass.id', 'classTerm.classId')
    .select(['classTerm.id', 'classTerm.number', 'classTerm.classId', 'orderClass.state', 'orderClass.allianceId', 'orderClass.organisationId', 'orderClass.schoolId', 'orderClass.title'])
    .where('classTerm.id', '=', termId).where('classTerm.classId', 'in', visibleClasses(tx, actor).select('orderClass.id')).forUpdate('classTerm').executeTakeFirst())!

export const insertTerm = async (tx: Tx, term: { classId: string; number: number; startsOn: string; endsOn: string; createdAt: Date }) => (await tx.insertInto('classTerm').values(term).returning('id').executeTakeFirstOrThrow()).id
export const updateTerm = (tx: Tx, id: string, change: Partial<{ schoolNote: string; schoolNotedAt: Date; firmNote: string; firmNotedAt: Date }>) => tx.updateTable('classTerm').set(change).where('id', '=', id).execute()
export const listEnrolledIds = async (tx: Tx, classId: string) => (await tx.selectFrom('classMember').select('id').where('classId', '=', classId).where('state', 'in', ['enrolled', 'passed', 'failed']).execute()).map(({ id }) => id)
export async function saveMarks(tx: Tx, termId: string, side: 'schoolMark' | 'firmMark', marks: readonly { placeId: string; mark: number }[]) {
  if (marks.length === 0) return
  await tx.insertInto('classMark').values(marks.map(({ placeId, mark }) => ({ termId, memberId: placeId, [side]: mark }) as never)).onConflict((conflict) => conflict.columns(['termId', 'memberId']).doUpdateSet((row) => ({ [side]: row.ref(`excluded.${side}`) }) as never)).execute()
}
