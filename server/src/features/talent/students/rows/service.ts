import { maskIdentityNumber } from '@silian/algorithms/identifiers'
import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { digestOf, seal } from '../../../../kernel/secrets.ts'
import { levelOfMajor } from '../../programmes/rules.ts'
import { classesOfRows } from '../../programmes/service.ts'
import { schoolToWrite } from '../../service.ts'
import type { WrittenRow } from '../../teachers/service.ts'
import { listTeachersOf } from '../../teachers/tables.ts'
import { digestText, inThousandths, tagsFor } from '../rules.ts'
import type { StudentSheetRow } from '../sheet.ts'
import { listByNumbers, listDigestOwners, upsertStudents, type StudentValues } from '../tables.ts'

type Kept = Awaited<ReturnType<typeof listByNumbers>>[number]

/**
 * Students of one school, by number: the same sheet twice changes nothing. Programmes and classes come into being with their first
 * student. A row whose identity number is another student's is refused; the others are written. One outcome a row, in order.
 */
export async function writeStudentRows(tx: Tx, actor: Pick<Actor, 'accountId' | 'organisationId'>, rows: readonly StudentSheetRow[], now: Date): Promise<WrittenRow[]> {
  if (rows.length === 0) return []
  const school = await schoolToWrite(tx, actor)
  const digests = rows.map((row) => digestOf(digestText(row.paper)))
  const kept = new Map((await listByNumbers(tx, school.id, rows.map((row) => row.studentNumber))).map((one) => [one.studentNumber, one]))
  const taken = await takenBy(tx, school.id, rows, digests)

  const cohortIds = await cohortsOf(tx, school.id, rows)
  const writing = new Map<string, StudentValues>()
  const outcomes = rows.map((row, at): WrittenRow => {
    const other = taken[at]
    if (other) return { recordId: null, result: 'refused', fault: { column: 'paper', fault: 'identity_taken', params: { number: other } } }
    const present = kept.get(row.studentNumber)
    const values = valuesOf(row, { schoolId: school.id, cohortId: cohortIds[at]!, digest: digests[at]!, tags: tagsFor(school, present?.tags), present, now })
    if (present && isSame(present, values)) return { recordId: present.id, result: 'unchanged' }
    writing.set(row.studentNumber, values)
    return { recordId: present?.id ?? null, result: present ? 'updated' : 'created' }
  })

  const ids = new Map((await upsertStudents(tx, [...writing.values()])).map(({ id, studentNumber }) => [studentNumber, id]))
  const count = (wanted: WrittenRow['result']) => outcomes.filter(({ result }) => result === wanted).length
  if (writing.size > 0) {
    audit(tx, actor, now, { event: 'student.imported', subjectType: 'organisation', subjectId: school.id, details: { created: count('created'), updated: count('updated'), refused: count('refused') } })
  }
  return outcomes.map((one, at) => (one.result === 'refused' ? one : { ...one, recordId: ids.get(rows[at]!.studentNumber) ?? one.recordId }))
}

/** By row: the number of the student, elsewhere or earlier in the sheet, who has this identity number already. */
async function takenBy(tx: Tx, schoolId: string, rows: readonly StudentSheetRow[], digests: readonly Buffer[]): Promise<(string | null)[]> {
  const owners = new Map((await listDigestOwners(tx, digests)).map((one) => [one.idNumberDigest!.toString('hex'), one]))
  const inSheet = new Map<string, string>()
  return rows.map(({ studentNumber }, at) => {
    const digest = digests[at]!.toString('hex')
    const owner = owners.get(digest)
    if (owner && (owner.schoolId !== schoolId || owner.studentNumber !== studentNumber)) return owner.schoolId === schoolId ? owner.studentNumber : '—'
    const earlier = inSheet.get(digest) ?? studentNumber
    inSheet.set(digest, earlier)
    return earlier === studentNumber ? null : earlier
  })
}

async function cohortsOf(tx: Tx, schoolId: string, rows: readonly StudentSheetRow[]) {
  const teachers = rows.some((row) => row.teacher) ? await listTeachersOf(tx, schoolId) : []
  const byWord = new Map<string, string | null>()
  for (const { id, number, name } of teachers) {
    byWord.set(number, id)
    byWord.set(name, byWord.has(name) ? null : id) // two of one name: nobody is guessed
  }
  return classesOfRows(
    tx,
    schoolId,
    rows.map(({ majorCode, programmeName, level, cohortName, entryYear, leaveYear, teacher }) => ({
      majorCode, programmeName, cohortName, entryYear, leaveYear,
      level: level ?? levelOfMajor(majorCode),
      teacherId: (teacher && byWord.get(teacher)) || null,
    })),
  )
}

type Place = { schoolId: string; cohortId: string; digest: Buffer; tags: string[]; present: Kept | undefined; now: Date }

/** A blank cell says nothing: it does not erase what is known. */
function valuesOf(row: StudentSheetRow, { schoolId, cohortId, digest, tags, present, now }: Place): StudentValues {
  const sameNumber = present?.idNumberDigest?.equals(digest) ?? false
  return {
    schoolId,
    cohortId,
    studentNumber: row.studentNumber,
    name: row.name,
    sex: row.paper.sex ?? row.sex,
    birthDate: row.paper.birth ?? row.birthDate!,
    idType: row.paper.idType,
    // Sealing again would change the bytes and nothing else.
    idNumber: sameNumber ? present!.idNumber : seal(row.paper.number),
    idNumberDigest: digest,
    idNumberMask: maskIdentityNumber(row.paper.number),
    phone: row.phone ?? present?.phone ?? null,
    homeDivisionCode: row.homeDivisionCode ?? present?.homeDivisionCode ?? null,
    guardianName: row.guardianName ?? present?.guardianName ?? null,
    guardianPhone: row.guardianPhone ?? present?.guardianPhone ?? null,
    guardianRelation: row.guardianRelation ?? present?.guardianRelation ?? null,
    schoolMark: inThousandths(row.schoolMark) ?? present?.schoolMark ?? null,
    certificates: row.certificates ?? present?.certificates ?? [],
    tags,
    updatedAt: now,
  }
}

const compared = ['cohortId', 'name', 'sex', 'birthDate', 'idType', 'phone', 'homeDivisionCode', 'guardianName', 'guardianPhone', 'guardianRelation', 'schoolMark'] as const

const isSame = (present: Kept, values: StudentValues) =>
  present.leftAt === null &&
  present.idNumberDigest?.equals(values.idNumberDigest!) === true &&
  compared.every((key) => present[key] === values[key]) &&
  JSON.stringify([present.certificates, present.tags]) === JSON.stringify([values.certificates, values.tags])
