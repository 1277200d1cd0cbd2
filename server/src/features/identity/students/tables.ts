import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'

const students = (tx: Tx) =>
  tx
    .selectFrom('student')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('organisation as school', 'school.id', 'student.schoolId')
    .select([
      'student.id',
      'student.schoolId',
      'student.studentNumber',
      'student.name',
      'student.birthDate',
      'student.accountId',
      'cohort.name as cohortName',
      'school.name as schoolName',
    ])
    .where('student.leftAt', 'is', null)

export type StudentRow = NonNullable<Awaited<ReturnType<typeof findStudent>>>

export const findStudent = (tx: Tx, schoolId: string, studentNumber: string) =>
  students(tx).where('student.schoolId', '=', schoolId).where(sql`upper(student.student_number)`, '=', studentNumber.toUpperCase()).executeTakeFirst()

/** Those of the actor's own school, held; the list is short when one of them is not. */
export const lockOwnStudents = (tx: Tx, actor: Actor, ids: readonly string[]) =>
  students(tx)
    .where('student.schoolId', '=', actor.organisationId)
    .where('student.id', 'in', [...ids])
    .orderBy('cohort.name')
    .orderBy('student.studentNumber')
    .forUpdate('student')
    .execute()

/** A class of the actor's own school, held. */
export const lockOwnClass = (tx: Tx, actor: Actor, cohortId: string, withAccount: boolean) =>
  students(tx)
    .where('student.schoolId', '=', actor.organisationId)
    .where('student.cohortId', '=', cohortId)
    .$if(!withAccount, (query) => query.where('student.accountId', 'is', null))
    .orderBy('student.studentNumber')
    .forUpdate('student')
    .execute()

export const listSchoolsWithCodes = (tx: Tx, now: Date) =>
  tx
    .selectFrom('organisation')
    .select(['organisation.id', 'organisation.name'])
    .where('organisation.kind', '=', 'school')
    .where((row) =>
      row.exists(
        row
          .selectFrom('invitation')
          .select(sql`1`.as('one'))
          .whereRef('invitation.organisationId', '=', 'organisation.id')
          .where('invitation.role', '=', 'student')
          .where('invitation.acceptedAt', 'is', null)
          .where('invitation.revokedAt', 'is', null)
          .where('invitation.expiresAt', '>', now),
      ),
    )
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.name')
    .execute()

export async function revokeCodes(tx: Tx, studentIds: readonly string[], now: Date) {
  await tx.updateTable('invitation').set({ revokedAt: now }).where('role', '=', 'student').where('studentId', 'in', [...studentIds]).where('acceptedAt', 'is', null).where('revokedAt', 'is', null).execute()
}

export type NewCode = { tokenHash: Buffer; studentId: string; organisationId: string; name: string; invitedBy: string; expiresAt: Date }

export async function insertCodes(tx: Tx, codes: readonly NewCode[], now: Date) {
  await tx.insertInto('invitation').values(codes.map((code) => ({ ...code, role: 'student', createdAt: now }))).execute()
}

export const lockLiveCode = (tx: Tx, tokenHash: Buffer, now: Date) =>
  tx
    .selectFrom('invitation')
    .select(['id', 'studentId'])
    .where('tokenHash', '=', tokenHash)
    .where('role', '=', 'student')
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', now)
    .forUpdate()
    .executeTakeFirst()

export async function updateStudentAccount(tx: Tx, studentId: string, accountId: string) {
  await tx.updateTable('student').set({ accountId }).where('id', '=', studentId).execute()
}
