import { sql } from 'kysely'
import type { Tx } from '../../../../kernel/db.ts'

/** Sealed; who opens them is the caller's question. */
export const listAnswers = (tx: Tx, placementId: string) =>
  tx.selectFrom('payAnswer').select([sql<string>`to_char(month, 'YYYY-MM')`.as('month'), 'sealed', 'answeredAt', 'version']).where('placementId', '=', placementId).execute()
export async function insertAnswer(tx: Tx, answer: { placementId: string; month: string; sealed: Buffer }, now: Date) {
  await tx.insertInto('payAnswer').values({ ...answer, answeredAt: now }).execute()
  return 1
}
export async function updateAnswer(tx: Tx, { placementId, month, sealed }: { placementId: string; month: string; sealed: Buffer }, now: Date) {
  const { version } = await tx.updateTable('payAnswer').set((row) => ({ sealed, answeredAt: now, version: row('version', '+', 1) })).where('placementId', '=', placementId).where('month', '=', month).returning('version').executeTakeFirstOrThrow()
  return version
}
