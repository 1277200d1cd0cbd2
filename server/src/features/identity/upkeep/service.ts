import { inTransaction, type Db } from '../../../kernel/db.ts'
import { deleteTriesBefore } from '../attempts/tables.ts'
import { deleteSessionsEndedBefore } from '../tables.ts'

const day = 24 * 3_600_000

/** Nightly: failed tries of yesterday, and sessions (with their addresses) that ended half a year ago, are forgotten. Rule 5.17 asks for six months. */
export const tidyIdentity = (db: Db, now: Date) =>
  inTransaction(db, async (tx) => {
    await deleteTriesBefore(tx, new Date(now.getTime() - day))
    await deleteSessionsEndedBefore(tx, new Date(now.getTime() - 183 * day))
  })
