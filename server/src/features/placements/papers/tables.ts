import type { Tx } from '../../../kernel/db.ts'

export async function findSigners(tx: Tx, studentId: string) {
  const { birthDate, guardianName, guardianPhone } = await tx.selectFrom('student').select(['birthDate', 'guardianName', 'guardianPhone']).where('id', '=', studentId).executeTakeFirstOrThrow()
  return { birthDate, hasGuardian: guardianName !== null && guardianPhone !== null }
}

export async function findPlacementOfAgreement(tx: Tx, agreementId: string) {
  const row = await tx.selectFrom('agreement').select('subjectId').where('id', '=', agreementId).where('subjectKind', '=', 'placement').executeTakeFirst()
  return row?.subjectId
}
