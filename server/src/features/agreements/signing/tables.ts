import type { Tx } from '../../../kernel/db.ts'

export type NewSignature = {
  partyId: string
  agreementId: string
  name: string
  method: string
  accountId: string | null
  scanId: string | null
  textHash: Buffer
  signedOn: string
  signedAt: Date
}
export async function insertSignature(tx: Tx, signature: NewSignature) {
  await tx.insertInto('agreementSignature').values(signature).execute()
}

/** The guardian as the school's record says now. */
export const findGuardian = (tx: Tx, studentId: string) => tx.selectFrom('student').select(['guardianName', 'guardianPhone', 'schoolId']).where('id', '=', studentId).executeTakeFirst()
