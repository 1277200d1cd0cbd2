import { randomBytes } from 'node:crypto'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse, refuseAndKeep } from '../../../kernel/refusal.ts'
import type { Wire } from '../../../kernel/route.ts'
import { digestOf } from '../../../kernel/secrets.ts'
import { setting } from '../../../kernel/setting.ts'
import { addressDoor, enter, fail, forget, passBy, studentCodeDoor } from '../attempts/service.ts'
import { updateInvitation } from '../invitations/tables.ts'
import { newPasswordHash } from '../passwords/service.ts'
import { codeFrom, inGroupsOf, normalCode, studentCodeLasts } from '../rules.ts'
import { createAccount, grantRole, openSession } from '../service.ts'
import { endSessions, findAccount, lockAccount, updateAccount } from '../tables.ts'
import { dayInChina, needsGuardian } from './rules.ts'
import { findStudent, insertCodes, lockLiveCode, lockOwnClass, lockOwnStudents, revokeCodes, updateStudentAccount, type StudentRow } from './tables.ts'

type Slip = { schoolId: string; studentNumber: string; code: string }

/** Eight letters are short, so the hash is keyed and names the student: a stolen table cannot be searched. */
const hashOfCode = (studentId: string, code: string) => digestOf(`student_code:${studentId}:${normalCode(code)}`)

/** New codes for a class, to print. Older ones of the same students are void. */
export async function issueCodes(tx: Tx, actor: Actor, students: readonly StudentRow[], now: Date) {
  const expiresAt = new Date(now.getTime() + studentCodeLasts)
  const rows = students.map((student) => ({ student, code: codeFrom(randomBytes(8)) }))
  await revokeCodes(tx, students.map(({ id }) => id), now)
  await insertCodes(
    tx,
    rows.map(({ student, code }) => ({
      tokenHash: hashOfCode(student.id, code),
      studentId: student.id,
      organisationId: student.schoolId,
      name: student.name,
      invitedBy: actor.accountId,
      expiresAt,
    })),
    now,
  )
  audit(tx, actor, now, { event: 'student_code.issued', subjectType: 'organisation', subjectId: actor.organisationId!, details: { studentIds: students.map(({ id }) => id) } })
  return {
    schoolName: students[0]!.schoolName,
    address: `${setting().origin}/app/student`,
    expiresAt,
    rows: rows.map(({ student, code }) => ({
      studentId: student.id,
      name: student.name,
      studentNumber: student.studentNumber,
      cohortName: student.cohortName,
      hasAccount: student.accountId !== null,
      code: inGroupsOf(4, code),
    })),
  }
}

type Wanted = { studentIds: readonly string[] } | { cohortId: string; withAccount: boolean }

/** All of them, or undefined when one is not of the actor's school, or nobody is left. */
export async function findStudentsToInvite(tx: Tx, actor: Actor, which: Wanted) {
  if ('cohortId' in which) {
    const found = await lockOwnClass(tx, actor, which.cohortId, which.withAccount)
    return found.length > 0 ? found : undefined
  }
  const wanted = [...new Set(which.studentIds)]
  const found = await lockOwnStudents(tx, actor, wanted)
  return found.length === wanted.length ? found : undefined
}

export async function lookAtSlip(tx: Tx, slip: Slip, wire: Wire, now: Date) {
  const { student } = await check(tx, slip, wire, now)
  const account = student.accountId ? await findAccount(tx, student.accountId) : undefined
  return { ...student, login: account?.login ?? null }
}

/** The code stays good until the account is there: a first look uses nothing up. */
export async function useSlip(tx: Tx, given: Slip & { login: string | null; password: string }, wire: Wire, now: Date) {
  const { student, codeId } = await check(tx, given, wire, now)
  if (needsGuardian(student.birthDate, dayInChina(now))) refuse('guardian_needed')
  const accountId = student.accountId ? await renewPassword(tx, student.accountId, given.password, now) : await open(tx, student, given, wire, now)
  await updateInvitation(tx, codeId, { acceptedAt: now, acceptedBy: accountId })
  audit(tx, { accountId, organisationId: student.schoolId }, now, { event: 'student_code.used', subjectType: 'student', subjectId: student.id })
  const account = (await findAccount(tx, accountId))!
  await openSession(tx, account, wire, now, 'invitation')
  return { login: account.login }
}

async function open(tx: Tx, student: StudentRow, given: { login: string | null; password: string }, wire: Wire, now: Date) {
  const login = given.login ?? student.studentNumber.toLowerCase()
  const accountId = await createAccount(tx, { name: student.name, login, password: given.password, locale: wire.locale }, now)
  await grantRole(tx, { accountId, organisationId: student.schoolId }, { accountId, role: 'student', organisationId: student.schoolId, studentId: student.id }, now)
  await updateStudentAccount(tx, student.id, accountId)
  return accountId
}

async function renewPassword(tx: Tx, accountId: string, password: string, now: Date) {
  const account = await lockAccount(tx, accountId)
  if (account.demo) refuse('demo_account')
  await updateAccount(tx, accountId, { passwordHash: await newPasswordHash(password, account), passwordChangedAt: now })
  await endSessions(tx, { accountId }, now)
  return accountId
}

/** Five wrong slips for one number, or a hundred from one address, and the door is shut for a while. */
async function check(tx: Tx, { schoolId, studentNumber, code }: Slip, wire: Wire, now: Date) {
  const door = studentCodeDoor(schoolId, studentNumber.toUpperCase())
  const street = addressDoor(wire.address)
  await enter(tx, door, now)
  await passBy(tx, street, now)
  const student = await findStudent(tx, schoolId, studentNumber)
  const live = student && (await lockLiveCode(tx, hashOfCode(student.id, code), now))
  if (!student || !live) {
    const triesLeft = await fail(tx, door, now)
    await fail(tx, street, now)
    refuseAndKeep('student_code_wrong', { triesLeft })
  }
  await forget(tx, door)
  return { student, codeId: live.id }
}
