import type { Tx } from '../../../../kernel/db.ts'

/** A new link; the one before is void. */
export async function replaceLink(tx: Tx, link: { partyId: string; tokenHash: Buffer; madeBy: string; madeAt: Date; expiresAt: Date }) {
  await tx.updateTable('agreementLink').set({ revokedAt: link.madeAt }).where('partyId', '=', link.partyId).where('revokedAt', 'is', null).execute()
  await tx.insertInto('agreementLink').values(link).execute()
}
export const findLink = (tx: Tx, tokenHash: Buffer) =>
  tx
    .selectFrom('agreementLink')
    .innerJoin('agreementParty', 'agreementParty.id', 'agreementLink.partyId')
    .select(['agreementLink.id', 'agreementLink.partyId', 'agreementLink.expiresAt', 'agreementLink.revokedAt', 'agreementParty.agreementId'])
    .where('tokenHash', '=', tokenHash)
    .executeTakeFirst()
export const findStudentName = async (tx: Tx, studentId: string) => (await tx.selectFrom('student').select('name').where('id', '=', studentId).executeTakeFirst())?.name ?? null
