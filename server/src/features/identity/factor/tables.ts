import type { Tx } from '../../../kernel/db.ts'

export async function replaceRecoveryCodes(tx: Tx, accountId: string, hashes: readonly Buffer[]) {
  await tx.deleteFrom('recoveryCode').where('accountId', '=', accountId).execute()
  if (hashes.length > 0) await tx.insertInto('recoveryCode').values(hashes.map((codeHash) => ({ accountId, codeHash }))).execute()
}

/** True once for each code: a second use finds it used. */
export async function useRecoveryCode(tx: Tx, accountId: string, codeHash: Buffer, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('recoveryCode')
    .set({ usedAt: now })
    .where('accountId', '=', accountId)
    .where('codeHash', '=', codeHash)
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function countRecoveryCodes(tx: Tx, accountId: string) {
  const row = await tx.selectFrom('recoveryCode').select((from) => from.fn.countAll().as('count')).where('accountId', '=', accountId).where('usedAt', 'is', null).executeTakeFirstOrThrow()
  return Number(row.count)
}
