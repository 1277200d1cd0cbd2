import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from './actor.ts'
import { atCommit, type Db, type Tx } from './db.ts'

export type AuditEvent = {
  /** Past tense: 'membership.approved'. */
  event: `${string}.${string}`
  subjectType: string
  subjectId: string
  /** Facts, never personal data. */
  details?: Record<string, unknown>
}

type Entry = AuditEvent & { at: Date; accountId: string | null; organisationId: string | null }
type Row = { at: Date; event: string; accountId: string | null; organisationId: string | null; subjectType: string; subjectId: string; details: unknown }

const first = Buffer.alloc(32)
const pending = new WeakMap<object, Entry[]>()

/** Writes an audit line with this transaction. Lines are chained when it commits, so the lock on the chain is held for an instant. */
export function audit(tx: Tx, actor: Pick<Actor, 'accountId' | 'organisationId'> | null, now: Date, event: AuditEvent) {
  const entry = { ...event, at: now, accountId: actor?.accountId ?? null, organisationId: actor?.organisationId ?? null }
  const waiting = pending.get(tx)
  if (waiting) return void waiting.push(entry)
  pending.set(tx, [entry])
  atCommit(tx, append)
}

async function append(tx: Tx) {
  const lines = (pending.get(tx) ?? []).map((entry) => {
    const row = { ...entry, details: entry.details ?? {} }
    const { at, event, accountId, organisationId, subjectType, subjectId, details } = row
    return { at, event, account_id: accountId, organisation_id: organisationId, subject_type: subjectType, subject_id: subjectId, details, text: textOf(row) }
  })
  pending.delete(tx)
  await sql`select append_audit(${JSON.stringify(lines)}::json)`.execute(tx)
}

/** The row in canonical JSON: keys sorted, times in ISO 8601 UTC. */
const textOf = (row: Row) => canonical([row.at.toISOString(), row.event, row.accountId, row.organisationId, row.subjectType, row.subjectId, row.details])

/** SHA-256 over the hash before and the row: here as in append_audit. */
const hashOf = (previous: Buffer, row: Row): Buffer => createHash('sha256').update(previous).update(textOf(row)).digest()

export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

export type AuditVerdict = { entries: number; brokenAt: number | null; lastHash: string }

/** Walks the whole chain and names the first row that does not follow from the one before. */
export async function verifyAudit(db: Db): Promise<AuditVerdict> {
  let previous: Buffer = first
  let after = 0
  let entries = 0
  for (;;) {
    const rows = await db.selectFrom('auditEntry').selectAll().where('id', '>', after).orderBy('id').limit(5000).execute()
    if (rows.length === 0) return { entries, brokenAt: null, lastHash: previous.toString('hex') }
    for (const row of rows) {
      if (!row.previousHash.equals(previous) || !row.hash.equals(hashOf(previous, row))) {
        return { entries, brokenAt: row.id, lastHash: previous.toString('hex') }
      }
      previous = row.hash
      after = row.id
      entries++
    }
  }
}

/** Whether a hash that somebody noted down is still part of the chain: rows cut off its end leave no other trace. */
export async function holdsHash(db: Db, hash: string): Promise<boolean> {
  return (await db.selectFrom('auditEntry').select('id').where('hash', '=', Buffer.from(hash, 'hex')).executeTakeFirst()) !== undefined
}
