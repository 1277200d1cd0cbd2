import { sql } from 'kysely'
import type { Tx } from './db.ts'

/** A job exists only if the transaction that asked for it commits. The worker runs it; `task` names a function there. */
export async function enqueue(tx: Tx, task: string, payload: Record<string, unknown>, options: { key?: string; runAt?: Date } = {}) {
  await sql`select graphile_worker.add_job(${task}::text, ${JSON.stringify(payload)}::json,
    run_at => ${options.runAt ?? null}::timestamptz, job_key => ${options.key ?? null}::text)`.execute(tx)
}

export type Message = { channel: 'email' | 'sms'; recipient: string; subject: string; body: string }

/** What leaves the building is a row first; it is sent after the transaction has committed. */
export async function post(tx: Tx, message: Message) {
  const { id } = await tx.insertInto('outboxMessage').values(message).returning('id').executeTakeFirstOrThrow()
  await enqueue(tx, 'send_message', { messageId: id })
}
