import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import type { Tx } from '../../../kernel/db.ts'

type NewCode = { code: string; name: string; level: string; parent: string | null; attributes: Record<string, string> }
export type NewSystem = {
  id: string
  version: string
  source: string
  effectiveFrom: string | null
  sha256: Buffer
  officialCount: number | null
  rowCount: number
  signedBy: string | null
  importedAt: Date
}

/** Codes are public knowledge: everybody who is signed in sees them. */
const codes = (tx: Tx, system: string) => tx.selectFrom('code').where('code.system', '=', system)

export async function pageOfCodes(tx: Tx, query: Paging & { system: string; q: string; level?: string; parent?: string; superseded: boolean }) {
  const like = query.q.replace(/[\\%_]/g, '\\$&')
  const filtered = codes(tx, query.system)
    .$if(query.q !== '', (all) => all.where((code) => code.or([code('code.code', 'like', `${like.toUpperCase()}%`), code('code.name', 'like', `%${like}%`)])))
    .$if(query.level !== undefined, (all) => all.where('code.level', '=', query.level!))
    .$if(query.parent !== undefined, (all) => all.where('code.parent', '=', query.parent!))
    .$if(!query.superseded, (all) => all.where('code.supersededAt', 'is', null))
  const { total } = await filtered.select((code) => code.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await filtered
    .select(['code.code', 'code.name', 'code.level', 'code.parent', 'code.supersededAt'])
    .select(sql<string | null>`(select name from code above where above.system = code.system and above.code = code.parent limit 1)`.as('parentName'))
    // What was typed in full first, then what begins with it, then the rest in the order of the table.
    .orderBy(sql`case when code.code = ${query.q} or code.name = ${query.q} then 0 when code.code like ${`${like}%`} or code.name like ${`${like}%`} then 1 else 2 end`)
    .orderBy('code.code')
    .orderBy('code.level')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute()
  return { rows, total }
}

/** Names of codes, for pages and sheets; a superseded code still has its name. */
export async function listCodeNames(tx: Tx, system: string, wanted: readonly string[]): Promise<Map<string, string>> {
  if (wanted.length === 0) return new Map()
  const rows = await codes(tx, system).select(['code', 'name']).where('code', 'in', [...new Set(wanted)]).execute()
  return new Map(rows.map(({ code, name }) => [code, name]))
}

export async function listOccupationsOfMajors(tx: Tx, majorCodes: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (majorCodes.length === 0) return found
  const rows = await tx.selectFrom('majorOccupation').selectAll().where('majorCode', 'in', [...new Set(majorCodes)]).execute()
  for (const { majorCode, occupationCode } of rows) found.set(majorCode, [...(found.get(majorCode) ?? []), occupationCode])
  return found
}

/** By 小类 of occupations: the majors known to lead there. */
export async function listMajorsOfFamilies(tx: Tx, families: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (families.length === 0) return found
  const rows = await tx
    .selectFrom('majorOccupation')
    .select(['majorCode', sql<string>`regexp_replace(occupation_code, '-[^-]*$', '')`.as('family')])
    .where(sql<boolean>`regexp_replace(occupation_code, '-[^-]*$', '') = any(${[...new Set(families)]}::text[])`)
    .execute()
  for (const { family, majorCode } of rows) found.set(family, [...(found.get(family) ?? []), majorCode])
  return found
}

export async function listSystems(tx: Tx) {
  return tx
    .selectFrom('codeSystem')
    .leftJoin('account', 'account.id', 'codeSystem.signedBy')
    .selectAll('codeSystem')
    .select('account.name as signedByName')
    .distinctOn('codeSystem.id')
    .orderBy('codeSystem.id')
    .orderBy('codeSystem.importedAt', 'desc')
    .execute()
}

export async function countCodesByLevel(tx: Tx) {
  return tx
    .selectFrom('code')
    .select(({ fn }) => ['system', 'level', fn.countAll<number>().as('count')])
    .where('supersededAt', 'is', null)
    .groupBy(['system', 'level'])
    .execute()
}

/** One import at a time for a system. */
export const lockSystem = (tx: Tx, system: string) => sql`select pg_advisory_xact_lock(hashtext(${`code_system ${system}`}))`.execute(tx)

export async function insertSystem(tx: Tx, row: NewSystem) {
  await tx
    .insertInto('codeSystem')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['id', 'version']).doUpdateSet({
        source: row.source, effectiveFrom: row.effectiveFrom, sha256: row.sha256, officialCount: row.officialCount,
        rowCount: row.rowCount, signedBy: row.signedBy, importedAt: row.importedAt,
      }),
    )
    .execute()
}

/** Writes what is new or changed and answers how many of each. A code that comes back is no longer superseded. */
export async function upsertCodes(tx: Tx, system: string, version: string, rows: readonly NewCode[]) {
  let added = 0
  let changed = 0
  for (let start = 0; start < rows.length; start += 1000) {
    const part = rows.slice(start, start + 1000)
    const written = await tx
      .insertInto('code')
      .values(part.map((row) => ({ ...row, system, version, attributes: JSON.stringify(row.attributes) })))
      .onConflict((conflict) =>
        conflict
          .columns(['system', 'code', 'level'])
          .doUpdateSet((code) => ({
            name: code.ref('excluded.name'), parent: code.ref('excluded.parent'), attributes: code.ref('excluded.attributes'),
            version: code.ref('excluded.version'), supersededAt: null,
          }))
          .where(sql<boolean>`(code.name, code.parent, code.attributes, code.superseded_at) is distinct from (excluded.name, excluded.parent, excluded.attributes, null)`),
      )
      .returning(sql<boolean>`xmax = 0`.as('fresh'))
      .execute()
    added += written.filter(({ fresh }) => fresh).length
    changed += written.filter(({ fresh }) => !fresh).length
  }
  return { added, changed }
}

/** Codes that the new table no longer has stay, marked: what was registered under them keeps its meaning. */
export async function supersedeOthers(tx: Tx, system: string, rows: readonly { code: string; level: string }[], now: Date) {
  const keys = rows.map(({ code, level }) => `${code} ${level}`)
  const result = await tx
    .updateTable('code')
    .set({ supersededAt: now })
    .where('system', '=', system)
    .where('supersededAt', 'is', null)
    .where(sql<boolean>`code.code || ' ' || code.level <> all(${keys}::text[])`)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export async function insertPairs(tx: Tx, pairs: readonly { majorCode: string; occupationCode: string }[]) {
  let added = 0
  for (let start = 0; start < pairs.length; start += 2000) {
    const part = pairs.slice(start, start + 2000)
    const result = await tx.insertInto('majorOccupation').values(part).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
    added += Number(result.numInsertedOrUpdatedRows ?? 0)
  }
  return added
}

/** Cheap: by which tables of majors and occupations majors are matched. */
export async function markOfMajors(tx: Tx): Promise<string> {
  const { last } = await tx.selectFrom('codeSystem').select((system) => system.fn.max('importedAt').as('last')).where('id', 'in', ['major', 'major_occupation', 'occupation']).executeTakeFirstOrThrow()
  return String(last?.getTime() ?? 0)
}

/** For matching by words: a major that several levels teach is one. */
export async function listMajorsForMatching(tx: Tx) {
  const { rows } = await sql<{ code: string; name: string; parents: string[]; occupations: string[] }>`
    select m.code, min(m.name) as name,
      array_remove(array[min(m.attributes ->> 'class'), min(m.attributes ->> 'section')], null) as parents,
      array(select distinct o.name from major_occupation mo join code o on o.system = 'occupation' and o.code = mo.occupation_code where mo.major_code = m.code order by o.name) as occupations
    from code m where m.system = 'major' and m.superseded_at is null and m.code ~ '^\\d{6}' group by m.code order by m.code`.execute(tx)
  return rows
}
