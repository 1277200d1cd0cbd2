import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'

/** A request past the parties is seen by the student and the secretariat alone. */
function visibleRequests(tx: Tx, actor: Actor) {
  const requests = tx.selectFrom('helpRequest').innerJoin('student', 'student.id', 'helpRequest.studentId').innerJoin('organisation as school', 'school.id', 'student.schoolId')
  if (hasRole(actor, 'secretariat')) return requests
  if (hasRole(actor, 'student')) return requests.where('student.id', '=', actor.studentId)
  return requests.where('student.schoolId', '=', actor.organisationId).where('helpRequest.pastParties', '=', false)
}

export async function listRequests(tx: Tx, actor: Actor) {
  return visibleRequests(tx, actor)
    .select(['helpRequest.id', 'helpRequest.topic', 'helpRequest.body', 'helpRequest.pastParties', 'helpRequest.state', 'helpRequest.answer', 'helpRequest.createdAt', 'student.name as studentName', 'school.name as schoolName'])
    .orderBy('helpRequest.state', 'desc')
    .orderBy('helpRequest.createdAt', 'desc')
    .limit(500)
    .execute()
}

export async function lockRequest(tx: Tx, actor: Actor, helpId: string) {
  return visibleRequests(tx, actor)
    .select(['helpRequest.id', 'helpRequest.state', 'helpRequest.pastParties', 'student.schoolId', 'student.accountId'])
    .where('helpRequest.id', '=', helpId)
    .forUpdate('helpRequest')
    .executeTakeFirst()
}

export async function insertRequest(tx: Tx, values: { studentId: string; topic: string; body: string; pastParties: boolean; createdAt: Date }) {
  return tx.insertInto('helpRequest').values(values).returning('id').executeTakeFirstOrThrow()
}

export async function updateRequest(tx: Tx, helpId: string, change: { answer: string; answeredBy: string; answeredAt: Date }) {
  await tx.updateTable('helpRequest').set({ ...change, state: 'answered' }).where('id', '=', helpId).execute()
}

/** Whom a student can ask: the class teacher, the school's office, the secretariat of its alliance. */
export async function findContacts(tx: Tx, studentId: string) {
  const student = await tx
    .selectFrom('student')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('organisation as school', 'school.id', 'student.schoolId')
    .leftJoin('teacher', 'teacher.id', 'cohort.teacherId')
    .select(['teacher.name as teacherName', 'teacher.phone as teacherPhone', 'school.id as schoolId', 'school.name as schoolName', 'school.contactPhone as schoolPhone'])
    .where('student.id', '=', studentId)
    .executeTakeFirst()
  const alliances = await tx
    .selectFrom('membership')
    .innerJoin('alliance', 'alliance.id', 'membership.allianceId')
    .select(['alliance.id', 'alliance.name'])
    .where('membership.organisationId', '=', student?.schoolId ?? null)
    .where('membership.state', '=', 'active')
    .orderBy('alliance.createdAt')
    .execute()
  return { student, alliances }
}
