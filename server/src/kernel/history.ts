import type { Tx } from './db.ts'

export type HistoryEntry = { at: Date; event: string; by: string | null; details: Record<string, unknown> }

/** What happened to a thing, oldest first, as the audit trail tells it. `by` is null where the clock or the system acted. */
export async function historyOf(tx: Tx, subjectType: string, subjectId: string): Promise<HistoryEntry[]> {
  const rows = await tx
    .selectFrom('auditEntry')
    .leftJoin('account', 'account.id', 'auditEntry.accountId')
    .select(['auditEntry.at', 'auditEntry.event', 'account.name as by', 'auditEntry.details'])
    .where('subjectType', '=', subjectType)
    .where('subjectId', '=', subjectId)
    .orderBy('auditEntry.id')
    .execute()
  return rows.map((row) => ({ ...row, details: row.details as Record<string, unknown> }))
}
