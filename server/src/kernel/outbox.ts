import { sql } from 'kysely'
import type { Db, Tx } from './db.ts'

/** A job exists only if the transaction that asked for it commits. The worker runs it; `task` names a function there. */
export async function enqueue(tx: Tx, task: string, payload: Record<string, unknown>, options: { key?: string; runAt?: Date } = {}) {
  await sql`select graphile_worker.add_job(${task}::text, ${JSON.stringify(payload)}::json,
    run_at => ${options.runAt ?? null}::timestamptz, job_key => ${options.key ?? null}::text)`.execute(tx)
}

/** A worker that was killed leaves its jobs locked for hours. Only for a database that no other worker uses. */
export async function freeJobs(db: Db) {
  await sql`select graphile_worker.force_unlock_workers(array(select distinct locked_by from graphile_worker.jobs where locked_by is not null))`.execute(db)
}

export type Message = {
  channel: 'email' | 'sms'
  recipient: string
  subject: string
  body: string
  /** Where its reader can be rid of more such mail at one click. */
  unsubscribeUrl?: string
}

/** What leaves the building is a row first; it is sent after the transaction has committed. */
export async function post(tx: Tx, message: Message) {
  const { id } = await tx.insertInto('outboxMessage').values(message).returning('id').executeTakeFirstOrThrow()
  await enqueue(tx, 'send_message', { messageId: id })
}
