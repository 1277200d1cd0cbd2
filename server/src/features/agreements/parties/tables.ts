import type { Tx } from '../../../kernel/db.ts'

export const listOrganisations = (tx: Tx, ids: readonly string[]) => (ids.length === 0 ? [] : tx.selectFrom('organisation').select(['id', 'name', 'kind', 'uscc']).where('id', 'in', [...ids]).execute())
/** Who a student and their guardian are, is what the school's record says. */
export const listStudents = (tx: Tx, ids: readonly string[]) =>
  ids.length === 0 ? [] : tx.selectFrom('student').select(['id', 'schoolId', 'name', 'birthDate', 'accountId', 'phone', 'guardianName', 'guardianPhone', 'guardianRelation', 'leftAt']).where('id', 'in', [...ids]).execute()
export const listTeachers = (tx: Tx, ids: readonly string[]) => (ids.length === 0 ? [] : tx.selectFrom('teacher').select(['id', 'schoolId', 'name', 'phone', 'accountId']).where('id', 'in', [...ids]).execute())
export const listAccounts = (tx: Tx, ids: readonly string[]) => (ids.length === 0 ? [] : tx.selectFrom('account').select(['id', 'name', 'phone', 'email']).where('id', 'in', [...ids]).execute())

export type NewParty = {
  agreementId: string
  position: number
  kind: string
  role: string
  organisationId: string | null
  studentId: string | null
  teacherId: string | null
  accountId: string | null
  name: string
  phone: string | null
  email: string | null
}
export async function insertParties(tx: Tx, parties: readonly NewParty[]) {
  await tx.insertInto('agreementParty').values([...parties]).execute()
}

/** The parties of many agreements with their signatures, in signing order. */
export async function listParties(tx: Tx, agreementIds: readonly string[]) {
  if (agreementIds.length === 0) return []
  return tx
    .selectFrom('agreementParty as party')
    .leftJoin('agreementSignature as signature', 'signature.partyId', 'party.id')
    .leftJoin('organisation', 'organisation.id', 'party.organisationId')
    .leftJoin('student', 'student.id', 'party.studentId')
    .selectAll('party')
    .select(['signature.name as signedBy', 'signature.method', 'signature.signedAt', 'signature.signedOn', 'signature.textHash as signedHash', 'organisation.kind as organisationKind', 'student.accountId as studentAccountId'])
    .where('party.agreementId', 'in', [...agreementIds])
    .orderBy('party.position')
    .orderBy('party.id')
    .execute()
}
export type Party = Awaited<ReturnType<typeof listParties>>[number]
