import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'

export type Course = { name: string; hours: number; term: number; taughtBy: 'school' | 'firm' | 'both' }
export async function listCourses(tx: Tx, classId: string) {
  const rows = await tx.selectFrom('classCourse').select(['id', 'name', 'hours', 'term', 'taughtBy']).where('classId', '=', classId).orderBy('position').execute()
  return rows.map((row) => ({ ...row, taughtBy: row.taughtBy as Course['taughtBy'] }))
}
export async function replaceCourses(tx: Tx, classId: string, courses: readonly Course[]) {
  await tx.deleteFrom('classCourse').where('classId', '=', classId).execute()
  if (courses.length > 0) await tx.insertInto('classCourse').values(courses.map((course, at) => ({ ...course, classId, position: at + 1 }))).execute()
}
export async function listMentors(tx: Tx, classId: string) {
  const rows = await tx.selectFrom('classMentor').select(['id', 'side', 'teacherId', 'name', 'phone', 'duty', 'since', 'until', 'reason']).where('classId', '=', classId).orderBy('side', 'desc').orderBy('since').orderBy('id').execute()
  return rows.map((row) => ({ ...row, side: row.side as 'school' | 'firm' }))
}
type NewMentor = { classId: string; side: 'school' | 'firm'; teacherId: string | null; name: string; phone: string | null; duty: string; since: string }
export const insertMentor = (tx: Tx, mentor: NewMentor) => tx.insertInto('classMentor').values(mentor).returning('id').executeTakeFirstOrThrow()
export const endMentor = (tx: Tx, id: string, until: string, reason: string) => tx.updateTable('classMentor').set({ until, reason }).where('id', '=', id).where('until', 'is', null).executeTakeFirst()
export const findTeacher = (tx: Tx, id: string, schoolId: string) => tx.selectFrom('teacher').select(['id', 'name', 'phone']).where('id', '=', id).where('schoolId', '=', schoolId).where('leftAt', 'is', null).executeTakeFirst()
/** How ready the plan is. */
export const countPlan = (tx: Tx, classId: string) =>
  tx.selectNoFrom([
    sql<number>`(select count(*)::int from class_course where class_id = ${classId})`.as('courses'),
    sql<number>`(select count(*)::int from class_mentor where class_id = ${classId} and side = 'school' and until is null)`.as('schoolGuides'),
    sql<number>`(select count(*)::int from class_mentor where class_id = ${classId} and side = 'firm' and until is null)`.as('firmGuides'),
  ]).executeTakeFirstOrThrow()
