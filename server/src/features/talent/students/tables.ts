import { sql, type RawBuilder } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { schoolOfOffice } from '../tables.ts'

/** The one place that says who sees which student: the school's own staff, the office, and the student. Every read starts here. */
function visibleStudents(tx: Tx, actor: Actor) {
  const students = tx.selectFrom('student')
  if (hasRole(actor, 'secretariat')) return students.where(schoolOfOffice(actor, 'student.schoolId'))
  if (hasRole(actor, 'school_contact', 'teacher')) return students.where('student.schoolId', '=', actor.organisationId)
  if (hasRole(actor, 'student')) return students.where('student.id', '=', actor.studentId)
  return students.where(sql<boolean>`false`)
}

/** Which of these this actor may see: for the search, which only knows where people are. */
export async function listVisibleIds(tx: Tx, actor: Actor, ids: readonly string[]) {
  const rows = await visibleStudents(tx, actor).select('student.id').where(sql<boolean>`student.id = any(${ids as string[]}::uuid[])`).execute()
  return rows.map(({ id }) => id)
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
  sort: string
}

/** As a span of an index, from the text itself to the text and the last of all characters: `like` is looked through row by row once a plan serves any text. */
const startsWith = (column: RawBuilder<unknown>, text: string) => sql<boolean>`(${column} ~>=~ ${text} and ${column} ~<~ ${`${text}\u{10FFFF}`})`
const reversed = (text: string) => [...text].reverse().join('')

/** The classes a filter means; undefined when it does not speak of classes. */
function classesMeant(filter: Filter) {
  const { programmeId, cohortId, entryYear, leaveYear } = filter
  if (programmeId === undefined && cohortId === undefined && entryYear === undefined && leaveYear === undefined) return undefined
  const said = Object.entries({ programme_id: programmeId, id: cohortId, entry_year: entryYear, leave_year: leaveYear }).filter(([, value]) => value !== undefined)
  return sql<string>`(select id from cohort where ${sql.join(said.map(([column, value]) => sql`${sql.ref(column)} = ${value}`), sql` and `)})`
}

function filtered(tx: Tx, actor: Actor, filter: Filter) {
  const classes = classesMeant(filter)
  return visibleStudents(tx, actor)
    .where('student.leftAt', filter.left ? 'is not' : 'is', null)
    .$if(filter.q !== '', (all) =>
      all.where((one) =>
        one.or([startsWith(sql`student.name`, filter.q), startsWith(sql`reverse(student.name)`, reversed(filter.q)), startsWith(sql`student.student_number`, filter.q)]),
      ),
    )
    .$if(filter.schoolId !== undefined, (all) => all.where('student.schoolId', '=', filter.schoolId!))
    .$if(classes !== undefined, (all) => all.where('student.cohortId', 'in', classes!))
    .$if(filter.tag !== undefined, (all) => all.where(sql<boolean>`student.tags @> array[${filter.tag}]::text[]`))
}

/** Each order has an index that can be walked from either end. */
const orders: Readonly<Record<string, string>> = {
  number: 'student.school_id asc, student.student_number asc',
  '-number': 'student.school_id desc, student.student_number desc',
  name: 'student.name asc, student.id asc',
  '-name': 'student.name desc, student.id desc',
  mark: 'student.school_mark asc nulls first, student.id desc',
  '-mark': 'student.school_mark desc nulls last, student.id asc',
}
const orderOf = (sort: string) => sql.raw(orders[sort] ?? orders['number']!)

/** Finds the rows of a page among students alone, and joins what is shown to those few only. */
function selected(tx: Tx, actor: Actor, filter: Filter, part: { limit: number; offset: number; counted?: boolean }) {
  const students = filtered(tx, actor, filter)
    .select(['student.id', (part.counted ? sql<number>`count(*) over ()` : sql<number>`0`).as('total')])
    .limit(part.limit)
    .offset(part.offset)
  const rows = tx
    .with('page', () => students.orderBy(orderOf(filter.sort)))
    .selectFrom('page')
    .innerJoin('student', 'student.id', 'page.id')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .innerJoin('organisation', 'organisation.id', 'student.schoolId')
    .selectAll('student')
    .select(['page.total', 'cohort.name as cohortName', 'cohort.entryYear', 'cohort.leaveYear', 'programme.name as programmeName', 'programme.level', 'programme.majorCode', 'organisation.name as schoolName'])
  return rows.orderBy(orderOf(filter.sort))
}

/** Classes know how many they have; of anything else the students themselves have to be counted. */
const classesKnow = (actor: Actor, filter: Filter) => filter.q === '' && filter.tag === undefined && !hasRole(actor, 'student')

async function countStudents(tx: Tx, actor: Actor, filter: Filter) {
  if (!classesKnow(actor, filter)) {
    const { total } = await filtered(tx, actor, filter).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    return total
  }
  const classes = classesMeant(filter)
  const { total } = await tx
    .selectFrom('cohort')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .where(
      hasRole(actor, 'secretariat')
        ? schoolOfOffice(actor, 'programme.schoolId')
        : hasRole(actor, 'school_contact', 'teacher')
          ? sql<boolean>`programme.school_id = ${actor.organisationId}`
          : sql<boolean>`false`,
    )
    .$if(filter.schoolId !== undefined, (all) => all.where('programme.schoolId', '=', filter.schoolId!))
    .$if(classes !== undefined, (all) => all.where('cohort.id', 'in', classes!))
    .select((one) => one.fn.coalesce(one.fn.sum<number>(filter.left ? 'cohort.studentsLeft' : 'cohort.studentsHere'), sql<number>`0`).as('total'))
    .executeTakeFirstOrThrow()
  return Number(total)
}

export async function pageOfStudents(tx: Tx, actor: Actor, filter: Filter & Paging) {
  const counted = !classesKnow(actor, filter)
  const rows = await selected(tx, actor, filter, { limit: filter.size, offset: (filter.page - 1) * filter.size, counted }).execute()
  // Found and counted in one walk; a page past the end has no row to say it.
  const total = counted && rows.length > 0 ? rows[0]!.total : await countStudents(tx, actor, filter)
  return { rows, total }
}

export const listForExport = (tx: Tx, actor: Actor, filter: Filter, limit: number) => selected(tx, actor, filter, { limit, offset: 0 }).execute()

const one = (tx: Tx, actor: Actor, studentId: string) =>
  visibleStudents(tx, actor)
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .innerJoin('organisation', 'organisation.id', 'student.schoolId')
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

/** One parameter for thousands of rows: building a statement of twenty thousand placeholders takes longer than running it. */
export async function upsertStudents(tx: Tx, rows: readonly StudentValues[]): Promise<{ id: string; studentNumber: string }[]> {
  const base64 = (bytes: Buffer | null) => bytes?.toString('base64') ?? null
  const json = JSON.stringify(rows.map((row) => ({ ...row, idNumber: base64(row.idNumber), idNumberDigest: base64(row.idNumberDigest) })))
  const written = await sql<{ id: string; studentNumber: string }>`
    insert into student (school_id, cohort_id, student_number, name, sex, birth_date, id_type, id_number, id_number_digest, id_number_mask, phone,
      home_division_code, guardian_name, guardian_phone, guardian_relation, school_mark, certificates, tags, updated_at)
    select r."schoolId", r."cohortId", r."studentNumber", r.name, r.sex, r."birthDate", r."idType", decode(r."idNumber", 'base64'), decode(r."idNumberDigest", 'base64'),
      r."idNumberMask", r.phone, r."homeDivisionCode", r."guardianName", r."guardianPhone", r."guardianRelation", r."schoolMark", r.certificates, r.tags, r."updatedAt"
    from jsonb_to_recordset(${json}::jsonb) as r("schoolId" uuid, "cohortId" uuid, "studentNumber" text, name text, sex text, "birthDate" date, "idType" text,
      "idNumber" text, "idNumberDigest" text, "idNumberMask" text, phone text, "homeDivisionCode" text, "guardianName" text, "guardianPhone" text,
      "guardianRelation" text, "schoolMark" integer, certificates text[], tags text[], "updatedAt" timestamptz)
    on conflict (school_id, student_number) do update set
      cohort_id = excluded.cohort_id, name = excluded.name, sex = excluded.sex, birth_date = excluded.birth_date, id_type = excluded.id_type,
      id_number = excluded.id_number, id_number_digest = excluded.id_number_digest, id_number_mask = excluded.id_number_mask, phone = excluded.phone,
      home_division_code = excluded.home_division_code, guardian_name = excluded.guardian_name, guardian_phone = excluded.guardian_phone,
      guardian_relation = excluded.guardian_relation, school_mark = excluded.school_mark, certificates = excluded.certificates, tags = excluded.tags,
      updated_at = excluded.updated_at, version = student.version + 1, left_at = null
    returning id, student_number`.execute(tx)
  return written.rows
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
      and not exists (select from help_request where help_request.student_id = student.id)
      and not exists (select from agreement_party where agreement_party.student_id = student.id)`)
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}
