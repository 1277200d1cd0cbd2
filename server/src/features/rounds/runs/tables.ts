import { sql } from 'kysely'
import type { Db, Tx } from '../../../kernel/db.ts'
import type { Locked } from '../../../kernel/db.ts'
import type { Round, RoundState } from '../tables.ts'

export type RunState = 'running' | 'done' | 'cancelled' | 'failed'

export async function findRun(tx: Tx, roundId: string) {
  const row = await tx
    .selectFrom('roundRun')
    .leftJoin('account', 'account.id', 'roundRun.startedBy')
    .select(['roundRun.state', 'roundRun.step', 'roundRun.done', 'roundRun.startedAt', 'roundRun.endedAt', 'roundRun.startedBy', 'account.name as startedByName'])
    .where('roundId', '=', roundId)
    .executeTakeFirst()
  return row && { ...row, state: row.state as RunState }
}

/** One row a round: a new attempt takes the place of the last. */
export async function insertRun(tx: Tx, roundId: string, startedBy: string | null, startedAt: Date) {
  const fresh = { state: 'running', startedBy, startedAt, endedAt: null, step: 'read', done: 0 }
  await tx
    .insertInto('roundRun')
    .values({ roundId, ...fresh })
    .onConflict((conflict) => conflict.column('roundId').doUpdateSet(fresh))
    .execute()
}

/** Ends a running attempt; answers false when it was no longer running. */
export async function endRun(tx: Tx, roundId: string, state: Exclude<RunState, 'running'>, endedAt: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx.updateTable('roundRun').set({ state, endedAt }).where('roundId', '=', roundId).where('state', '=', 'running').executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Notes how far it is; answers false when it is to stop. */
export async function noteProgress(db: Db, roundId: string, { done, step }: { done: number; step: string }): Promise<boolean> {
  const { numUpdatedRows } = await db.updateTable('roundRun').set({ done, step }).where('roundId', '=', roundId).where('state', '=', 'running').executeTakeFirst()
  return numUpdatedRows > 0n
}

export const listRunning = (db: Db) => db.selectFrom('roundRun').select('roundId').where('state', '=', 'running').execute()

/** For the worker, which acts for whoever pressed the button. */
export async function lockRunningRound(tx: Tx, roundId: string): Promise<{ round: Locked<Round>; startedBy: string | null } | undefined> {
  const row = await tx.selectFrom('round').selectAll().where('id', '=', roundId).forUpdate().executeTakeFirst()
  const run = await tx.selectFrom('roundRun').select('startedBy').where('roundId', '=', roundId).where('state', '=', 'running').forUpdate().executeTakeFirst()
  return row && run && { round: { ...row, state: row.state as RoundState, locked: true }, startedBy: run.startedBy }
}

/** How many wishes would be placed: what says whether a match takes long. */
export async function countApplications(tx: Tx, roundId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*) as n from wish w join wish_list l using (round_id, student_id) where w.round_id = ${roundId} and l.state = 'submitted'`.execute(tx)
  return rows[0]!.n
}

export async function findActor(tx: Tx, accountId: string | null) {
  if (accountId === null) return undefined
  return tx.selectFrom('account').select(['id', 'name', 'locale']).where('id', '=', accountId).executeTakeFirst()
}
