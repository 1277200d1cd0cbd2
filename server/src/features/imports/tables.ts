import { sql, type Insertable, type Selectable } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { SheetImport } from '../../kernel/db.gen.ts'
import type { Db, Locked, Tx } from '../../kernel/db.ts'

export type RowState = 'ready' | 'faulty' | 'duplicate' | 'unchanged' | 'written'
export type Counts = Record<RowState, number>
export type ImportState = 'reading' | 'checked' | 'writing' | 'written' | 'cancelled' | 'undone'
export type Import = Omit<Selectable<SheetImport>, 'state'> & { state: ImportState; byName: string; forOrganisation: string | null; counts: Counts }

const noRows: Counts = { ready: 0, faulty: 0, duplicate: 0, unchanged: 0, written: 0 }

/** Whoever brought the file sees it; nobody else, for rows may hold what only they may read. */
const visibleImports = (tx: Tx, actor: Actor) => tx.selectFrom('sheetImport').where('sheetImport.accountId', '=', actor.accountId)

/** Rows by state of one import or of a page of them, in one query. */
async function countRows(tx: Tx, ids: readonly string[]): Promise<Map<string, Counts>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('sheetImportRow')
    .select(({ fn }) => ['importId', 'state', fn.countAll<number>().as('count')])
    .where('importId', 'in', [...ids])
    .groupBy(['importId', 'state'])
    .execute()
  const counts = new Map(ids.map((id) => [id, { ...noRows }]))
  for (const { importId, state, count } of rows) counts.get(importId)![state as RowState] = Number(count)
  return counts
}

async function withCounts<Row extends { id: string; state: string }>(tx: Tx, rows: readonly Row[]) {
  const counts = await countRows(tx, rows.map(({ id }) => id))
  return rows.map((row) => ({ ...row, state: row.state as ImportState, counts: counts.get(row.id)! }))
}

const whole = (query: ReturnType<typeof visibleImports>) =>
  query
    .innerJoin('account', 'account.id', 'sheetImport.accountId')
    .leftJoin('organisation', 'organisation.id', 'sheetImport.forOrganisationId')
    .selectAll('sheetImport')
    .select(['account.name as byName', 'organisation.name as forOrganisation'])

export async function findImport(tx: Tx, actor: Actor, id: string): Promise<Import | undefined> {
  return (await withCounts(tx, await whole(visibleImports(tx, actor)).where('sheetImport.id', '=', id).execute()))[0]
}

/** Held until the transaction ends: a step, a cancel and an undo never meet. */
export async function lockImport(tx: Tx, id: string, actor?: Actor): Promise<Locked<Import> | undefined> {
  const held = await tx
    .selectFrom('sheetImport')
    .select('id')
    .where('id', '=', id)
    .$if(actor !== undefined, (query) => query.where('accountId', '=', actor!.accountId))
    .forUpdate()
    .executeTakeFirst()
  if (!held) return undefined
  const [found] = await withCounts(tx, await whole(tx.selectFrom('sheetImport')).where('sheetImport.id', '=', id).execute())
  return found && { ...found, locked: true }
}

export async function pageOfImports(tx: Tx, actor: Actor, { page, size }: { page: number; size: number }) {
  const [rows, { total }] = [
    await whole(visibleImports(tx, actor)).orderBy('sheetImport.createdAt', 'desc').orderBy('sheetImport.id', 'desc').limit(size).offset((page - 1) * size).execute(),
    await visibleImports(tx, actor).select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ]
  return { rows: await withCounts(tx, rows), total: Number(total), page, size }
}

export const listUnderWay = (db: Db) => db.selectFrom('sheetImport').select(['id', 'state']).where('state', 'in', ['reading', 'writing']).execute()

/** The latest earlier import of the same bytes by the same seat, for the same organisation. */
export const findSameFile = (tx: Tx, one: Import) =>
  tx
    .selectFrom('sheetImport')
    .select(['id', 'number', 'createdAt'])
    .where('sha256', '=', one.sha256)
    .where('kind', '=', one.kind)
    .where('accountId', '=', one.accountId)
    .where(sql<boolean>`for_organisation_id is not distinct from ${one.forOrganisationId}`)
    .where('id', '<', one.id)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const insertImport = (tx: Tx, values: Insertable<SheetImport>) => tx.insertInto('sheetImport').values(values).returning('id').executeTakeFirstOrThrow()

export const updateImport = (tx: Tx, id: string, change: Partial<Insertable<SheetImport>>) => tx.updateTable('sheetImport').set(change).where('id', '=', id).execute()

export type NewRow = { row: number; state: RowState; label: string; sealed: Buffer | null; faults: readonly unknown[] }

/** One parameter for any number of rows. */
export async function insertRows(tx: Tx, importId: string, rows: readonly NewRow[]) {
  const json = JSON.stringify(rows.map(({ sealed, ...row }) => ({ ...row, sealed: sealed?.toString('base64') ?? null })))
  await sql`insert into sheet_import_row (import_id, row_number, state, label, sealed, faults)
    select ${importId}::uuid, r."row", r.state, r.label, decode(r.sealed, 'base64'), r.faults
    from jsonb_to_recordset(${json}::jsonb) as r("row" integer, state text, label text, sealed text, faults jsonb)`.execute(tx)
}

export type WaitingRow = { row: number; sealed: Buffer }

/** The next rows in the order of the file that can be written. */
export async function listReady(tx: Tx, importId: string, after: number, limit: number): Promise<WaitingRow[]> {
  const rows = await tx
    .selectFrom('sheetImportRow')
    .select(['rowNumber as row', 'sealed'])
    .where('importId', '=', importId)
    .where('state', '=', 'ready')
    .where('sealed', 'is not', null)
    .where('rowNumber', '>', after)
    .orderBy('rowNumber')
    .limit(limit)
    .execute()
  return rows.map(({ row, sealed }) => ({ row, sealed: sealed! }))
}

export type RowChange = { row: number; state: RowState; recordId?: string | null; created?: boolean | null; faults?: readonly unknown[] }

export async function updateRows(tx: Tx, importId: string, changes: readonly RowChange[]) {
  if (changes.length === 0) return
  const json = JSON.stringify(changes.map(({ row, state, recordId, created, faults }) => ({ row, state, record: recordId ?? null, created: created ?? null, faults: faults ?? null })))
  await sql`update sheet_import_row s set state = r.state, record_id = r.record, created = r.created, faults = coalesce(r.faults, s.faults),
      sealed = case when r.state in ('ready', 'duplicate') then s.sealed end
    from jsonb_to_recordset(${json}::jsonb) as r("row" integer, state text, record uuid, created boolean, faults jsonb)
    where s.import_id = ${importId}::uuid and s.row_number = r."row"`.execute(tx)
}

/** Rows that differ from what is kept become good ones. Answers how many. */
export async function confirmRows(tx: Tx, importId: string): Promise<number> {
  const { numUpdatedRows } = await tx.updateTable('sheetImportRow').set({ state: 'ready' }).where('importId', '=', importId).where('state', '=', 'duplicate').executeTakeFirst()
  return Number(numUpdatedRows)
}

/** An import that was let go keeps its figures and forgets what stood in the rows. */
export const forgetValues = (tx: Tx, importId: string) => tx.updateTable('sheetImportRow').set({ sealed: null }).where('importId', '=', importId).where('sealed', 'is not', null).execute()

export const listCreated = async (tx: Tx, importId: string): Promise<string[]> =>
  (await tx.selectFrom('sheetImportRow').select('recordId').distinct().where('importId', '=', importId).where('state', '=', 'written').where('created', '=', true).execute()).map(({ recordId }) => recordId!)

export type StoredFault = { column: string; at: number; value: string; mark: [number, number] | null; reason: string; params: Record<string, string | number> }

export async function pageOfRows(tx: Tx, importId: string, { state, column, reason, page, size }: { state?: string; column?: string; reason?: string; page: number; size: number }) {
  const about = JSON.stringify([{ ...(column === undefined ? {} : { column }), ...(reason === undefined ? {} : { reason }) }])
  const some = tx
    .selectFrom('sheetImportRow')
    .where('importId', '=', importId)
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(column !== undefined || reason !== undefined, (query) => query.where(sql<boolean>`faults @> ${about}::jsonb`))
  const [rows, { total }] = [
    await some.select(['rowNumber as row', 'state', 'label', 'faults']).orderBy('rowNumber').limit(size).offset((page - 1) * size).execute(),
    await some.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow(),
  ]
  return { rows: rows.map((row) => ({ ...row, state: row.state as RowState, faults: row.faults as StoredFault[] })), total: Number(total), page, size }
}

export async function listFaulty(tx: Tx, importId: string): Promise<{ row: number; faults: StoredFault[] }[]> {
  const rows = await tx.selectFrom('sheetImportRow').select(['rowNumber as row', 'faults']).where('importId', '=', importId).where('state', 'in', ['faulty', 'duplicate']).orderBy('rowNumber').execute()
  return rows.map((row) => ({ row: row.row, faults: row.faults as StoredFault[] }))
}

export type Group = { column: string; at: number; reason: string; params: Record<string, string | number>; state: 'faulty' | 'duplicate'; count: number }

/** Faults by column and reason, the most frequent first. */
export async function listGroups(tx: Tx, importId: string): Promise<Group[]> {
  const { rows } = await sql<Group>`
    select f->>'column' as column, (f->>'at')::int as at, f->>'reason' as reason, r.state, count(*)::int as count, (array_agg(f->'params' order by r.row_number))[1] as params
    from sheet_import_row r, jsonb_array_elements(r.faults) f
    where r.import_id = ${importId}::uuid and r.state in ('faulty', 'duplicate')
    group by 1, 2, 3, 4 order by r.state desc, count(*) desc, 2`.execute(tx)
  return rows
}

export async function listStrip(tx: Tx, importId: string, pieces: number) {
  const { rows } = await sql<{ first: number; last: number; at: number | null; faulty: number; duplicate: number }>`
    with ends as (select min(row_number) as first, max(row_number) as last from sheet_import_row where import_id = ${importId}::uuid)
    select ends.first, ends.last, marks.at, coalesce(marks.faulty, 0)::int as faulty, coalesce(marks.duplicate, 0)::int as duplicate
    from ends left join lateral (
      select ((r.row_number - ends.first)::bigint * ${pieces}::int / (ends.last - ends.first + 1))::int as at,
        count(*) filter (where r.state = 'faulty') as faulty, count(*) filter (where r.state = 'duplicate') as duplicate
      from sheet_import_row r where r.import_id = ${importId}::uuid and r.state in ('faulty', 'duplicate') group by 1
    ) marks on true order by marks.at`.execute(tx)
  const [{ first, last }] = [rows[0] ?? { first: null, last: null }]
  return { from: first ?? 0, to: last ?? 0, pieces, marks: rows.flatMap(({ at, faulty, duplicate }) => (at === null ? [] : [{ at, faulty, duplicate }])) }
}
