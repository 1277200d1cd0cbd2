import type { Tx } from '../../../../kernel/db.ts'

/** Appointments the calendar has something to say about; each is locked and looked at by itself. */
export async function listForClock(tx: Tx, now: Date) {
  const rows = await tx
    .selectFrom('mentorship')
    .select('id')
    .where((one) => one.or([one('state', '=', 'active'), one.and([one('dueAt', '<=', now), one('escalation', '=', 0), one('state', 'in', ['invited', 'applied'])])]))
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
