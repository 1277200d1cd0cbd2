import type { Tx } from '../../../../kernel/db.ts'

export type NewCode = { partyId: string; codeHash: Buffer; channel: string; madeBy: string | null; madeAt: Date; expiresAt: Date }
export async function replaceCode(tx: Tx, code: NewCode) {
  await tx
    .insertInto('agreementCode')
    .values(code)
    .onConflict((conflict) => conflict.column('partyId').doUpdateSet(code))
    .execute()
}
export const findCode = (tx: Tx, partyId: string) => tx.selectFrom('agreementCode').selectAll().where('partyId', '=', partyId).executeTakeFirst()
/** Nobody can use them any more. */
export async function deleteCodesBefore(tx: Tx, moment: Date) {
  await tx.deleteFrom('agreementCode').where('expiresAt', '<', moment).execute()
}
export async function deleteCode(tx: Tx, partyId: string) {
  await tx.deleteFrom('agreementCode').where('partyId', '=', partyId).execute()
}

/** How a party can be reached: as the school's record says now, else as the agreement was told. */
export async function findContact(tx: Tx, party: { kind: string; studentId: string | null; accountId: string | null; phone: string | null; email: string | null }): Promise<{ phone: string | null; email: string | null }> {
  if (party.studentId) {
    const row = await tx.selectFrom('student').leftJoin('account', 'account.id', 'student.accountId').select(['student.phone', 'student.guardianPhone', 'account.email', 'account.demo']).where('student.id', '=', party.studentId).executeTakeFirst()
    return party.kind === 'guardian' ? { phone: row?.guardianPhone ?? null, email: null } : { phone: row?.phone ?? null, email: row?.email ?? null }
  }
  const account = party.accountId ? await tx.selectFrom('account').select(['phone', 'email']).where('id', '=', party.accountId).executeTakeFirst() : undefined
  return { phone: party.phone ?? account?.phone ?? null, email: party.email ?? account?.email ?? null }
}
