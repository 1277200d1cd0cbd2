import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'

const clock = 'YYYY-MM-DD HH24:MI'
/** By the day they begin on. */
export async function listShifts(tx: Tx, placementIds: readonly string[], week: string) {
  if (placementIds.length === 0) return []
  const rows = await tx
    .selectFrom('rotaShift')
    .select(['id', 'placementId', 'kind', 'breakMinutes', 'filingNumber', 'filedOn', 'reason'])
    .select([sql<string>`to_char(starts_at, ${clock})`.as('starts'), sql<string>`to_char(ends_at, ${clock})`.as('ends')])
    .where('placementId', 'in', [...placementIds])
    .where(sql<boolean>`starts_at >= ${week}::date and starts_at < ${week}::date + 7`)
    .orderBy('startsAt')
    .execute()
  return rows.map(({ starts, ends, kind, ...row }) => ({ ...row, kind: kind as 'planned' | 'actual', day: starts.slice(0, 10), from: starts.slice(11), until: ends.slice(11) }))
}
export type ShiftRow = Awaited<ReturnType<typeof listShifts>>[number]

type NewShift = { placementId: string; kind: string; starts: string; ends: string; breakMinutes: number; filingNumber: string | null; filedOn: string | null; reason: string | null; writtenBy: string }
export async function insertShifts(tx: Tx, shifts: readonly NewShift[], now: Date): Promise<string[]> {
  if (shifts.length === 0) return []
  const rows = await tx.insertInto('rotaShift').values(shifts.map(({ starts, ends, ...shift }) => ({ ...shift, startsAt: starts, endsAt: ends, writtenAt: now }))).returning('id').execute()
  return rows.map(({ id }) => id)
}
export async function deleteShifts(tx: Tx, ids: readonly string[]) {
  if (ids.length > 0) await tx.deleteFrom('rotaShift').where('id', 'in', [...ids]).execute()
}
/** When the school last wrote down that it had heard of this week. */
export async function findNoted(tx: Tx, placementId: string, week: string) {
  const row = await tx.selectFrom('auditEntry').select('at').where('subjectType', '=', 'placement').where('subjectId', '=', placementId).where('event', '=', 'rota.noted').where(sql<boolean>`details->>'week' = ${week}`).orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.at ?? null
}
