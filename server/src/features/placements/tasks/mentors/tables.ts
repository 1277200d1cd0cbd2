import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'

/** Who holds a mentor's seat at this unit. */
export const listMentorSeats = (tx: Tx, organisationId: string) =>
  tx.selectFrom('roleGrant').innerJoin('account', 'account.id', 'roleGrant.accountId').select(['account.id as accountId', 'account.name']).where('role', '=', 'mentor').where('organisationId', '=', organisationId).where('roleGrant.revokedAt', 'is', null).orderBy('account.name').execute()

export async function upsertMentor(tx: Tx, mentor: { placementId: string; accountId: string; givenBy: string }, now: Date) {
  await tx.insertInto('placementMentor').values({ ...mentor, givenAt: now }).onConflict((conflict) => conflict.column('placementId').doUpdateSet({ accountId: mentor.accountId, givenBy: mentor.givenBy, givenAt: now })).execute()
}
export async function deleteMentor(tx: Tx, placementId: string) {
  await tx.deleteFrom('placementMentor').where('placementId', '=', placementId).execute()
}

export const listInterns = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom('placementMentor')
    .innerJoin('placement', 'placement.id', 'placementMentor.placementId')
    .innerJoin('placementTerms as terms', 'terms.placementId', 'placement.id')
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('organisation as school', 'school.id', 'placement.schoolId')
    .leftJoin('teacher', 'teacher.id', 'placement.supervisorId')
    .select(['placement.id as placementId', 'placement.schoolId', 'placement.organisationId', 'placement.studentId', 'placement.allianceId', 'placement.startsOn', 'placement.endsOn', 'placementMentor.accountId as mentorAccountId'])
    .select(['student.name as studentName', 'school.name as schoolName', 'terms.title', 'teacher.name as supervisorName', 'teacher.phone as supervisorPhone'])
    .where('placementMentor.accountId', '=', actor.accountId)
    .where('placement.state', 'in', ['active', 'suspended', 'changed', 'ended_early', 'assessed'])
    .orderBy('placement.startsOn', 'desc')
    .orderBy('student.name')
    .execute()
