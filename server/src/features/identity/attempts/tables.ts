import type { Tx } from '../../../kernel/db.ts'

export const findTries = (tx: Tx, key: Buffer) => tx.selectFrom('attempt').selectAll().where('key', '=', key).executeTakeFirst()

/** Held until the transaction ends, so that a hundred guesses at once are still counted one after the other. */
export async function lockTries(tx: Tx, key: Buffer, now: Date) {
  return tx
    .insertInto('attempt')
    .values({ key, failures: 0, firstAt: now })
    .onConflict((conflict) => conflict.column('key').doUpdateSet((row) => ({ key: row.ref('excluded.key') })))
    .returningAll()
    .executeTakeFirstOrThrow()
}

export async function updateTries(tx: Tx, key: Buffer, tries: { failures: number; firstAt: Date; lockedUntil: Date | null }) {
  await tx.updateTable('attempt').set(tries).where('key', '=', key).execute()
}

export async function deleteTries(tx: Tx, key: Buffer) {
  await tx.deleteFrom('attempt').where('key', '=', key).execute()
}

export async function deleteTriesBefore(tx: Tx, moment: Date) {
  await tx.deleteFrom('attempt').where('firstAt', '<', moment).execute()
}
