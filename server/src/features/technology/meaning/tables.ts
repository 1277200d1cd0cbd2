import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'

/** The vectors there are, by digest in hexadecimal. */
export async function listVectors(tx: Tx, model: string, digests: readonly Buffer[]): Promise<Map<string, number[]>> {
  if (digests.length === 0) return new Map()
  const rows = await tx.selectFrom('textVector').select(['digest', 'vector']).where('model', '=', model).where(sql<boolean>`digest = any(${digests}::bytea[])`).execute()
  return new Map(rows.map(({ digest, vector }) => [digest.toString('hex'), vector as number[]]))
}

export async function insertVectors(tx: Tx, rows: readonly { digest: Buffer; model: string; vector: number[]; madeAt: Date }[]) {
  if (rows.length > 0) await tx.insertInto('textVector').values([...rows]).onConflict((conflict) => conflict.doNothing()).execute()
}

export const countVectors = async (tx: Tx, model: string) => (await tx.selectFrom('textVector').select((one) => one.fn.countAll<number>().as('n')).where('model', '=', model).executeTakeFirstOrThrow()).n
