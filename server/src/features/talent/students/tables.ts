import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { schoolOfOffice } from '../tables.ts'

/** The one place that says who sees which student: the school's own staff, the office, and the student. Every read starts here. */
function visibleStudents(tx: Tx, actor: Actor) {
  const students = tx
    .selectFrom('student')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .innerJoin('organisation', 'organisation.id', 'student.schoolId')
  if (hasRole(actor, 'secretariat')) return students.where(schoolOfOffice(actor, 'student.schoolId'))
  if (hasRole(actor, 'school_contact', 'teacher')) return students.where('student.schoolId', '=', actor.organisationId)
  if (hasRole(actor, 'student')) return students.where('student.id', '=', actor.studentId)
  return students.where(sql<boolean>`false`)
}

export type Filter = {
  q: string
  schoolId?: string
  programmeId?: string
  cohortId?: string
  entryYear?: number
  leaveYear?: number
  tag?: string
  left: boolean
  sort: 'number' | 'name' | 'mark'
}

const reversed = (text: string) => [...text].reverse().join('')

function filtered(tx: Tx, actor: Actor, filter: Filter) {
  const like = filter.q.replace(/[\\%_]/g, '\\$&')
  return visibleStudents(tx, actor)
    .where('student.leftAt', filter.left ? 'is not' : 'is', null)
    .$if(filter.q !== '', (all) =>
      all.where((one) =>
        one.or([
          one('student.name', 'like', `${like}%`),
          sql<boolean>`reverse(student.name) like ${`${reversed(filter.q).replace(/[\\%_]/g, '\\$&')}%`}`,
          one('student.studentNumber', 'like', `${like}%`),
        ]),
      ),
    )
    .$if(filter.schoolId !== undefined, (all) => all.where('student.schoolId', '=', filter.schoolId!))
    .$if(filter.programmeId !== undefined, (all) => all.where('cohort.programmeId', '=', filter.programmeId!))
    .$if(filter.cohortId !== undefined, (all) => all.where('student.cohortId', '=', filter.cohortId!))
    .$if(filter.entryYear !== undefined, (all) => all.where('cohort.entryYear', '=', filter.entryYear!))
    .$if(filter.leaveYear !== undefined, (all) => all.where('cohort.leaveYear', '=', filter.leaveYear!))
    .$if(filter.tag !== undefined, (all) => all.where(sql<boolean>`student.tags @> array[${filter.tag}]::text[]`))
}

function selected(tx: Tx, actor: Actor, filter: Filter) {
  const rows = filtered(tx, actor, filter)
    .selectAll('student')
    .select(['cohort.name as cohortName', 'cohort.entryYear', 'cohort.leaveYear', 'programme.name as programmeName', 'programme.level', 'programme.majorCode', 'organisation.name as schoolName'])
  if (filter.sort === 'name') return rows.orderBy('student.name').orderBy('student.id')
  if (filter.sort === 'mark') return rows.orderBy('student.schoolMark', (order) => order.desc().nullsLast()).orderBy('student.id')
  return rows.orderBy('student.schoolId').orderBy('student.studentNumber')
}

export async function pageOfStudents(tx: Tx, actor: Actor, filter: Filter & Paging) {
  const { total } = await filtered(tx, actor, filter).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await selected(tx, actor, filter).limit(filter.size).offset((filter.page - 1) * filter.size).execute()
  return { rows, total }
}

export const listForExport = (tx: Tx, actor: Actor, filter: Filter, limit: number) => selected(tx, actor, filter).limit(limit).execute()

const one = (tx: Tx, actor: Actor, studentId: string) =>
  visibleStudents(tx, actor)
    .leftJoin('teacher', 'teacher.id', 'cohort.teacherId')
    .selectAll('student')
    .select(['cohort.name as cohortName', 'cohort.entryYear', 'cohort.leaveYear', 'programme.name as programmeName', 'programme.level', 'programme.majorCode'])
    .select(['organisation.name as schoolName', 'organisation.divisionCode as schoolDivisionCode', 'teacher.name as teacherName'])
    .where('student.id', '=', studentId)

export const findStudent = (tx: Tx, actor: Actor, studentId: string) => one(tx, actor, studentId).executeTakeFirst()
export type Student = NonNullable<Awaited<ReturnType<typeof findStudent>>>

export async function lockStudent(tx: Tx, actor: Actor, studentId: string): Promise<Locked<Student> | undefined> {
  const row = await one(tx, actor, studentId).forUpdate('student').executeTakeFirst()
  return row && { ...row, locked: true }
}

export type StudentValues = {
  schoolId: string
  cohortId: string
  studentNumber: string
  name: string
  sex: string | null
  birthDate: string
  idType: string
  idNumber: Buffer | null
  idNumberDigest: Buffer | null
  idNumberMask: string | null
  phone: string | null
  homeDivisionCode: string | null
  guardianName: string | null
  guardianPhone: string | null
  guardianRelation: string | null
  schoolMark: number | null
  certificates: string[]
  tags: string[]
  updatedAt: Date
}

export async function insertStudent(tx: Tx, values: StudentValues) {
  return tx.insertInto('student').values(values).returning('id').executeTakeFirstOrThrow()
}

/** Answers how many rows were changed: none when somebody else changed the student meanwhile. */
export async function updateStudent(tx: Tx, studentId: string, version: number, values: Partial<StudentValues> & { leftAt?: Date | null }) {
  const result = await tx
    .updateTable('student')
    .set({ ...values, version: version + 1 })
    .where('id', '=', studentId)
    .where('version', '=', version)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Those of a school with these numbers, as they are kept. */
export async function listByNumbers(tx: Tx, schoolId: string, numbers: readonly string[]) {
  return tx.selectFrom('student').selectAll().where('schoolId', '=', schoolId).where(sql<boolean>`student_number = any(${numbers}::text[])`).execute()
}

/** To whom these identity numbers belong already. */
export async function listDigestOwners(tx: Tx, digests: readonly Buffer[]) {
  return tx.selectFrom('student').select(['id', 'schoolId', 'studentNumber', 'idNumberDigest']).where(sql<boolean>`id_number_digest = any(${digests}::bytea[])`).execute()
}

export async function upsertStudents(tx: Tx, rows: readonly StudentValues[]) {
  const written: { id: string; studentNumber: string }[] = []
  for (let start = 0; start < rows.length; start += 1000) {
    written.push(
      ...(await tx
        .insertInto('student')
        .values(rows.slice(start, start + 1000))
        .onConflict((conflict) =>
          conflict.columns(['schoolId', 'studentNumber']).doUpdateSet((row) => ({
            cohortId: row.ref('excluded.cohortId'), name: row.ref('excluded.name'), sex: row.ref('excluded.sex'), birthDate: row.ref('excluded.birthDate'),
            idType: row.ref('excluded.idType'), idNumber: row.ref('excluded.idNumber'), idNumberDigest: row.ref('excluded.idNumberDigest'),
            idNumberMask: row.ref('excluded.idNumberMask'), phone: row.ref('excluded.phone'), homeDivisionCode: row.ref('excluded.homeDivisionCode'),
            guardianName: row.ref('excluded.guardianName'), guardianPhone: row.ref('excluded.guardianPhone'), guardianRelation: row.ref('excluded.guardianRelation'),
            schoolMark: row.ref('excluded.schoolMark'), certificates: row.ref('excluded.certificates'), tags: row.ref('excluded.tags'),
            updatedAt: row.ref('excluded.updatedAt'), version: sql<number>`student.version + 1`, leftAt: null,
          })),
        )
        .returning(['id', 'studentNumber'])
        .execute()),
    )
  }
  return written
}

export async function listUnmaskings(tx: Tx, studentId: string) {
  return tx
    .selectFrom('auditEntry')
    .leftJoin('account', 'account.id', 'auditEntry.accountId')
    .leftJoin('organisation', 'organisation.id', 'auditEntry.organisationId')
    .select(['auditEntry.at', 'account.name', 'organisation.name as organisationName', 'auditEntry.details'])
    .where('auditEntry.subjectType', '=', 'student')
    .where('auditEntry.subjectId', '=', studentId)
    .where('auditEntry.event', '=', 'student.unmasked')
    .orderBy('auditEntry.id', 'desc')
    .limit(200)
    .execute()
}

/** For rounds: the students of these cohorts who are still here, with what the law and the scores look at. */
export async function listInCohorts(tx: Tx, cohortIds: readonly string[]) {
  if (cohortIds.length === 0) return []
  return inRound(tx).where('student.cohortId', 'in', cohortIds).where('student.leftAt', 'is', null).orderBy('student.schoolId').orderBy('student.studentNumber').execute()
}

export async function listByIds(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  return inRound(tx).where(sql<boolean>`student.id = any(${ids}::uuid[])`).orderBy('student.schoolId').orderBy('student.studentNumber').execute()
}

const inRound = (tx: Tx) =>
  tx
    .selectFrom('student')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .innerJoin('organisation', 'organisation.id', 'student.schoolId')
    .select(['student.id', 'student.schoolId', 'student.cohortId', 'student.studentNumber', 'student.name', 'student.sex', 'student.birthDate', 'student.schoolMark', 'student.certificates', 'student.tags', 'student.accountId', 'student.phone'])
    .select(['cohort.name as cohortName', 'cohort.entryYear', 'cohort.leaveYear', 'cohort.teacherId', 'programme.id as programmeId', 'programme.majorCode', 'programme.name as programmeName', 'programme.level'])
    .select(['organisation.name as schoolName', 'organisation.divisionCode as schoolDivisionCode'])

/** Takes back students a sheet made, as long as nothing refers to them. */
export async function deleteStudents(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx
    .deleteFrom('student')
    .where('student.accountId', 'is', null)
    .where(sql<boolean>`student.id = any(${ids}::uuid[])
      and not exists (select from wish_list where wish_list.student_id = student.id)
      and not exists (select from round_result where round_result.student_id = student.id)
      and not exists (select from role_grant where role_grant.student_id = student.id)
      and not exists (select from help_request where help_request.student_id = student.id)`)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
