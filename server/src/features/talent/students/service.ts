import { maskIdentityNumber, maskMobile, readMobile } from '@silian/algorithms/identifiers'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Download } from '../../../kernel/route.ts'
import { digestOf, seal, unseal } from '../../../kernel/secrets.ts'
import { writeTable } from '../../../kernel/sheet/write-table.ts'
import { codeNames } from '../codes/service.ts'
import { mayEditOfSchool, mayUnmaskStudent, seesPhones } from '../policy.ts'
import type { ProgrammeLevel } from '../programmes/contract.ts'
import { cohortsByIds } from '../programmes/service.ts'
import { schoolToWrite } from '../service.ts'
import { asMark, digestText, inThousandths, isMinor, lacksGuardian, readPaper, tagsFor, type Paper } from './rules.ts'
import {
  deleteStudents,
  findStudent,
  insertStudent,
  listByIds,
  listForExport,
  listInCohorts,
  listUnmaskings,
  listVisibleIds,
  pageOfStudents,
  updateStudent,
  type Filter,
  type Student,
} from './tables.ts'

type Row = Omit<Awaited<ReturnType<typeof pageOfStudents>>['rows'][number], 'total'>
const mask = (phone: string | null, open: boolean) => (phone === null || open ? phone : maskMobile(phone))

function rowView(actor: Actor, row: Row, today: string) {
  const own = actor.studentId === row.id
  return {
    id: row.id,
    studentNumber: row.studentNumber,
    name: row.name,
    sex: row.sex as 'male' | 'female' | null,
    minor: isMinor(row.birthDate, today),
    phone: mask(row.phone, own || seesPhones(actor, row)),
    programmeName: row.programmeName,
    level: row.level as ProgrammeLevel,
    cohortId: row.cohortId,
    cohortName: row.cohortName,
    entryYear: row.entryYear,
    leaveYear: row.leaveYear,
    schoolId: row.schoolId,
    schoolName: row.schoolName,
    schoolMark: asMark(row.schoolMark),
    tags: row.tags,
    hasAccount: row.accountId !== null,
    left: row.leftAt !== null,
    demo: row.demo,
  }
}

export async function viewStudents(tx: Tx, actor: Actor, query: Parameters<typeof pageOfStudents>[2], now: Date) {
  const { rows, total } = await pageOfStudents(tx, actor, query)
  return { rows: rows.map((row) => rowView(actor, row, dayOf(now))), total, page: query.page, size: query.size }
}

export async function viewStudent(tx: Tx, actor: Actor, student: Student, now: Date) {
  const { homeDivisionCode } = student
  const divisions = homeDivisionCode ? await codeNames(tx, 'division', [homeDivisionCode]) : new Map<string, string>()
  const edit = mayEditOfSchool(actor, student)
  return {
    ...rowView(actor, student, dayOf(now)),
    majorCode: student.majorCode,
    birthDate: student.birthDate,
    idType: student.idType as Paper['idType'],
    idNumberMask: student.idNumberMask,
    guardianName: student.guardianName,
    guardianPhone: mask(student.guardianPhone, actor.studentId === student.id || seesPhones(actor, student)),
    guardianRelation: student.guardianRelation,
    homeDivisionCode,
    homeDivisionName: (homeDivisionCode && divisions.get(homeDivisionCode)) ?? null,
    certificates: student.certificates,
    teacherName: student.teacherName,
    version: student.version,
    updatedAt: student.updatedAt.toISOString(),
    can: { edit, unmask: mayUnmaskStudent(actor, student), leave: edit, invite: edit && student.accountId === null && student.leftAt === null },
  }
}

export type StudentWish = {
  studentNumber: string
  name: string
  sex?: 'male' | 'female' | null
  cohortId: string
  idType: Paper['idType']
  idNumber?: string
  birthDate?: string | null
  phone?: string | null
  guardianName?: string | null
  guardianPhone?: string | null
  guardianRelation?: string | null
  homeDivisionCode?: string | null
  schoolMark?: number | null
  certificates: string[]
}

/** What a form brought, as it is kept; all faults at once. */
async function valuesOf(tx: Tx, school: { id: string; divisionCode: string | null }, wish: StudentWish, now: Date, kept?: Student) {
  const today = dayOf(now)
  const issues: { path: string[]; code: string; params?: object }[] = []
  const paper = wish.idNumber === undefined ? null : readPaper(wish.idNumber, wish.idType, today)
  if (paper && 'fault' in paper) issues.push({ path: ['idNumber'], code: paper.fault, params: paper.params })
  const read = paper && 'birth' in paper ? paper : null
  const birthDate = read?.birth ?? (wish.birthDate || kept?.birthDate) ?? null
  if (!birthDate && !(paper && 'fault' in paper)) issues.push({ path: ['birthDate'], code: 'birth_needed' })
  if (birthDate && lacksGuardian({ ...wish, birthDate }, today)) issues.push({ path: [wish.guardianName ? 'guardianPhone' : 'guardianName'], code: 'guardian_needed' })
  const [cohort] = await cohortsByIds(tx, [wish.cohortId])
  if (cohort?.schoolId !== school.id) issues.push({ path: ['cohortId'], code: 'unknown' })
  if (issues.length > 0 || !birthDate) refuse('invalid_input', { issues })
  const secret = read
    ? { idType: read.idType, idNumber: seal(read.number), idNumberDigest: digestOf(digestText(read)), idNumberMask: maskIdentityNumber(read.number) }
    : { idType: kept?.idType ?? wish.idType, idNumber: kept?.idNumber ?? null, idNumberDigest: kept?.idNumberDigest ?? null, idNumberMask: kept?.idNumberMask ?? null }
  return {
    ...secret,
    schoolId: school.id,
    cohortId: wish.cohortId,
    studentNumber: wish.studentNumber,
    name: wish.name,
    sex: read?.sex ?? wish.sex ?? kept?.sex ?? null,
    birthDate: birthDate!,
    phone: tidyPhone(wish.phone),
    homeDivisionCode: wish.homeDivisionCode ?? null,
    guardianName: wish.guardianName || null,
    guardianPhone: tidyPhone(wish.guardianPhone),
    guardianRelation: wish.guardianRelation || null,
    schoolMark: inThousandths(wish.schoolMark),
    certificates: wish.certificates,
    tags: tagsFor(school, kept?.tags),
    updatedAt: now,
  }
}

function tidyPhone(phone: string | null | undefined) {
  if (!phone) return null
  const read = readMobile(phone)
  return 'fault' in read ? phone : read.mobile
}

export async function addStudent(tx: Tx, actor: Actor, { schoolId, ...wish }: StudentWish & { schoolId?: string }, now: Date) {
  const school = await schoolToWrite(tx, actor, schoolId)
  const { id } = await insertStudent(tx, await valuesOf(tx, school, wish, now))
  audit(tx, actor, now, { event: 'student.added', subjectType: 'student', subjectId: id })
  return { id }
}

export async function changeStudent(tx: Tx, actor: Actor, student: Locked<Student>, { version, ...wish }: StudentWish & { version: number }, now: Date) {
  const values = await valuesOf(tx, { id: student.schoolId, divisionCode: student.schoolDivisionCode }, wish, now, student)
  if ((await updateStudent(tx, student.id, version, values)) === 0) refuse('changed_meanwhile')
  audit(tx, actor, now, { event: 'student.changed', subjectType: 'student', subjectId: student.id, details: { identityNumber: wish.idNumber !== undefined } })
  return { id: student.id, version: version + 1 }
}

export async function markLeft(tx: Tx, actor: Actor, student: Locked<Student>, { left, version }: { left: boolean; version: number }, now: Date) {
  if ((await updateStudent(tx, student.id, version, { leftAt: left ? now : null, updatedAt: now })) === 0) refuse('changed_meanwhile')
  audit(tx, actor, now, { event: left ? 'student.left' : 'student.returned', subjectType: 'student', subjectId: student.id })
  return { id: student.id, version: version + 1 }
}

export async function unmask(tx: Tx, actor: Actor, student: Student, reason: string, now: Date) {
  audit(tx, actor, now, { event: 'student.unmasked', subjectType: 'student', subjectId: student.id, details: { reason } })
  return { idNumber: student.idNumber && unseal(student.idNumber), phone: student.phone, guardianPhone: student.guardianPhone }
}

export async function viewUnmaskings(tx: Tx, student: Student) {
  const rows = await listUnmaskings(tx, student.id)
  return {
    rows: rows.map(({ at, name, organisationName, details }) => ({ at: at.toISOString(), name: name ?? '', organisationName, reason: String((details as { reason?: string }).reason ?? '') })),
  }
}

const levelNames = { secondary: '中职', technician: '技工', higher: '高职专科', bachelor: '职教本科' } as const

/** The list as a workbook, under the headers of the import, so that it can be corrected and come back; numbers of persons stay masked. */
export async function exportStudents(tx: Tx, actor: Actor, filter: Filter, now: Date): Promise<Download> {
  const rows = await listForExport(tx, actor, filter, 50_000)
  const header = ['学校', '学号', '姓名', '性别', '证件号码（遮盖）', '出生日期', '专业代码', '专业名称', '学历层次', '班级', '入学年份', '毕业年份', '手机号（遮盖）', '学业成绩', '证书']
  const cells = rows.map((row) => [
    row.schoolName, row.studentNumber, row.name, row.sex === 'male' ? '男' : row.sex === 'female' ? '女' : '', row.idNumberMask ?? '', row.birthDate, row.majorCode,
    row.programmeName, levelNames[row.level as ProgrammeLevel], row.cohortName, row.entryYear, row.leaveYear, row.phone ? maskMobile(row.phone) : '', asMark(row.schoolMark), row.certificates.join('、'),
  ])
  const bytes = await writeTable({ name: '学生', header, rows: cells })
  return { name: `学生-${dayOf(now)}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes: Buffer.from(bytes) }
}

/** For rounds: students of these cohorts who are still here. */
export const studentsByCohorts = (tx: Tx, cohortIds: readonly string[]) => listInCohorts(tx, cohortIds)
export const studentsByIds = (tx: Tx, ids: readonly string[]) => listByIds(tx, ids)
export const studentSeenBy = (tx: Tx, actor: Actor, studentId: string) => findStudent(tx, actor, studentId)
export type StudentInRound = Awaited<ReturnType<typeof studentsByIds>>[number]

/** Undo of an import: those whom nothing refers to. Answers the ids that are gone. */
export const removeStudents = (tx: Tx, ids: readonly string[]) => deleteStudents(tx, ids)

/** Which of these this actor may see. */
export const visibleStudentIds = (tx: Tx, actor: Actor, ids: readonly string[]) => listVisibleIds(tx, actor, ids)
