import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

/** One's own, of every seat; what a seat sees, only from that seat. */
const ownSearches = (tx: Tx, actor: Actor) => tx.selectFrom('savedSearch').where('savedSearch.accountId', '=', actor.accountId)

export async function listSearches(tx: Tx, actor: Actor, seatId: string) {
  return ownSearches(tx, actor)
    .selectAll('savedSearch')
    .select(sql<Date | null>`(select max(h.found_at) from saved_search_hit h where h.saved_search_id = saved_search.id and h.found_at > saved_search.created_at)`.as('lastNewsAt'))
    .where('seatId', '=', seatId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}
export type SearchRow = Awaited<ReturnType<typeof listSearches>>[number]

export async function lockSearch(tx: Tx, actor: Actor, savedSearchId: string): Promise<Locked<{ id: string }> | undefined> {
  const row = await ownSearches(tx, actor).select('id').where('id', '=', savedSearchId).forUpdate().executeTakeFirst()
  return row && { ...row, locked: true }
}

/** One writer at a time for the searches of a seat: they are counted. */
export const lockSeat = (tx: Tx, seatId: string) => sql`select from role_grant where id = ${seatId} for update`.execute(tx)

export async function insertSearch(tx: Tx, row: { accountId: string; seatId: string; name: string; q: string; kind: string | null; digest: boolean; createdAt: Date }) {
  return tx.insertInto('savedSearch').values(row).returning('id').executeTakeFirstOrThrow()
}

export async function updateSearch(tx: Tx, id: string, change: Partial<{ name: string; digest: boolean; feedHash: Buffer | null; feedScope: string | null }>) {
  if (Object.keys(change).length > 0) await tx.updateTable('savedSearch').set(change).where('id', '=', id).execute()
}

export const deleteSearch = (tx: Tx, id: string) => tx.deleteFrom('savedSearch').where('id', '=', id).execute()

/** Answers which of these are new. */
export async function insertHits(tx: Tx, savedSearchId: string, subjectIds: readonly string[], foundAt: Date): Promise<string[]> {
  const { rows } = await sql<{ subjectId: string }>`insert into saved_search_hit (saved_search_id, subject_id, found_at)
    select ${savedSearchId}, id, ${foundAt} from unnest(${subjectIds as string[]}::uuid[]) id on conflict do nothing returning subject_id`.execute(tx)
  return rows.map((row) => row.subjectId)
}

/** Whoever wants news by mail and can get it. */
export async function listReaders(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom('savedSearch')
    .innerJoin('account', 'account.id', 'savedSearch.accountId')
    .select('savedSearch.accountId')
    .distinct()
    .where('savedSearch.digest', '=', true)
    .where('account.email', 'is not', null)
    .where('account.disabledAt', 'is', null)
    .execute()
  return rows.map((row) => row.accountId)
}

export async function lockForDigest(tx: Tx, accountId: string) {
  return tx.selectFrom('savedSearch').selectAll().where('accountId', '=', accountId).where('digest', '=', true).orderBy('createdAt').orderBy('id').forUpdate().execute()
}

export const findByFeed = (tx: Tx, feedHash: Buffer) => tx.selectFrom('savedSearch').selectAll().where('feedHash', '=', feedHash).executeTakeFirst()

/** No more mail about any of them: how many were still on. */
export async function endDigests(tx: Tx, accountId: string): Promise<number> {
  const result = await tx.updateTable('savedSearch').set({ digest: false }).where('accountId', '=', accountId).where('digest', '=', true).executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export const findReader = (tx: Tx, accountId: string) => tx.selectFrom('account').select(['id', 'locale', 'email']).where('id', '=', accountId).executeTakeFirst()
