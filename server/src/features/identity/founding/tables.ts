import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'

/** Two first officers at once: the second waits here, and then finds an account. */
export async function lockFounding(tx: Tx) {
  await sql`select pg_advisory_xact_lock(hashtext('founding'))`.execute(tx)
}

/** The one row of `members` that this room writes: without an alliance the first officer would have no seat. */
export async function insertAlliance(tx: Tx, alliance: { name: string; nameEn: string; code: string }, now: Date) {
  return (await tx.insertInto('alliance').values({ ...alliance, kind: 'district', createdAt: now }).returning('id').executeTakeFirstOrThrow()).id
}
