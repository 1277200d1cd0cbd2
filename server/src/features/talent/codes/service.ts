import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { toSimplified } from '@silian/words/simplified'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Upload } from '../../../kernel/route.ts'
import { readTable } from '../../../kernel/sheet/read-table.ts'
import type { CodeSystem, CodeSystemView } from './contract.ts'
import { mayImportCodes } from './policy.ts'
import { countLevels, differing, readCodeRows, readPairRows, repeated, type LevelCount } from './rules.ts'
import {
  countCodesByLevel,
  insertPairs,
  insertSystem,
  listCodeNames,
  listMajorsOfFamilies,
  listMajorsForMatching,
  listOccupationsOfMajors,
  listSystems,
  lockSystem,
  markOfMajors,
  pageOfCodes,
  supersedeOthers,
  upsertCodes,
} from './tables.ts'

type SystemFacts = { file: string; version: string; effectiveFrom: string | null; source: string; officialCount: Record<string, number> }
type SystemId = CodeSystem | 'major_occupation'

const folder = resolve(import.meta.dirname, '../../../../reference')
const systems = JSON.parse(readFileSync(resolve(folder, 'systems.json'), 'utf8')) as Record<string, SystemFacts>
const factsOf = (id: SystemId): SystemFacts => systems[id]!

/** On the first start: the selection we carry, so that the product is useful before anybody imports the full tables. A system that is there is left alone. */
export async function loadStarterTables(tx: Tx, now: Date) {
  const known = new Set((await listSystems(tx)).map(({ id }) => id))
  for (const id of Object.keys(systems) as SystemId[]) {
    if (known.has(id)) continue
    const { file, version, source, effectiveFrom, officialCount } = factsOf(id)
    const bytes = readFileSync(resolve(folder, file))
    const [header, ...rows] = bytes.toString('utf8').trim().split('\n').map((line) => line.split(','))
    await store(tx, id, { header: header!, rows, bytes }, { version, source, effectiveFrom, signedBy: null, officialCount, supersede: false }, now)
  }
}

type File = { header: readonly string[]; rows: readonly (readonly string[])[]; bytes: Buffer }
type How = { version: string; source: string; effectiveFrom: string | null; signedBy: string | null; officialCount: Record<string, number>; supersede: boolean }

async function store(tx: Tx, id: SystemId, file: File, how: How, now: Date) {
  const { version, source, effectiveFrom, signedBy, officialCount } = how
  const official = Object.values(officialCount).reduce((sum, count) => sum + count, 0)
  const sha256 = createHash('sha256').update(file.bytes).digest()
  const system = { id, version, source, effectiveFrom, sha256, officialCount: official || null, signedBy, importedAt: now }
  if (id === 'major_occupation') {
    const pairs = readPairRows(file.header, file.rows)
    if ('missing' in pairs) return refuse('code_columns_missing', pairs)
    await insertSystem(tx, { ...system, rowCount: pairs.length })
    return { levels: [], added: await insertPairs(tx, pairs), changed: 0, superseded: 0 }
  }
  const rows = readCodeRows(file.header, file.rows)
  if ('missing' in rows) return refuse('code_columns_missing', rows)
  const twice = repeated(rows)
  if (twice.length > 0) refuse('code_twice', { codes: twice.slice(0, 20), count: twice.length })
  const levels = countLevels(rows, officialCount)
  const differences = differing(levels)
  if (how.supersede && differences.length > 0 && !signedBy) refuse('code_counts_differ', { levels: differences })
  await insertSystem(tx, { ...system, rowCount: rows.length })
  const { added, changed } = await upsertCodes(tx, id, version, rows)
  return { levels, added, changed, superseded: how.supersede ? await supersedeOthers(tx, id, rows, now) : 0 }
}

type ImportWish = { version: string; source: string; effectiveFrom?: string; sign: boolean }

export async function importCodes(tx: Tx, actor: Actor, system: SystemId, upload: Upload, wish: ImportWish, now: Date) {
  const table = await readTable(upload.bytes, upload.name)
  if ('fault' in table) return refuse('sheet_unreadable', { fault: table.fault, ...table.params })
  await lockSystem(tx, system)
  const file = { header: table.header, rows: table.rows.map(({ cells }) => cells), bytes: upload.bytes }
  const { version, source, effectiveFrom = null } = wish
  const report = await store(tx, system, file, { version, source, effectiveFrom, signedBy: wish.sign ? actor.accountId : null, officialCount: factsOf(system).officialCount, supersede: true }, now)
  const differences = differing(report.levels)
  audit(tx, actor, now, {
    event: wish.sign && differences.length > 0 ? 'code_system.signed' : 'code_system.imported',
    subjectType: 'code_system',
    subjectId: system,
    details: { version, added: report.added, changed: report.changed, superseded: report.superseded, differences },
  })
  return { system, version, ...report }
}

export async function viewCodeSystems(tx: Tx, actor: Actor): Promise<{ rows: CodeSystemView[] }> {
  const counts = await countCodesByLevel(tx)
  const rows = (await listSystems(tx)).map((row) => {
    const id = row.id as SystemId
    const official = factsOf(id).officialCount
    const present = new Map(counts.filter(({ system }) => system === id).map(({ level, count }) => [level, count]))
    const levels: LevelCount[] = [...new Set([...Object.keys(official), ...present.keys()])].map((level) => ({ level, count: present.get(level) ?? 0, official: official[level] ?? null }))
    const { version, source, effectiveFrom, rowCount } = row
    return { id, version, source, effectiveFrom, rowCount, levels, importedAt: row.importedAt.toISOString(), signedBy: row.signedByName, can: { import: mayImportCodes(actor) } }
  })
  return { rows }
}

export async function findCodes(tx: Tx, query: Parameters<typeof pageOfCodes>[1]) {
  const { rows, total } = await pageOfCodes(tx, { ...query, q: toSimplified(query.q) })
  return { rows: rows.map(({ supersededAt, ...row }) => ({ ...row, superseded: supersededAt !== null })), total, page: query.page, size: query.size }
}

/** Names of codes of one system; unknown codes are absent. */
export const codeNames = (tx: Tx, system: CodeSystem, codes: readonly string[]) => listCodeNames(tx, system, codes)
/** By 小类 of occupations ('6-18-01'): the majors known to lead there; families nobody knows about are absent. */
export const majorsOfFamilies = (tx: Tx, families: readonly string[]) => listMajorsOfFamilies(tx, families)
/** Every current major once, with the class it stands in and what it leads to; and, cheaper, by which tables. */
export const majorsForMatching = (tx: Tx) => listMajorsForMatching(tx)
export const majorsMark = (tx: Tx) => markOfMajors(tx)
/** The occupations each major leads to; majors nobody knows about are absent. */
export const occupationsOfMajors = (tx: Tx, majorCodes: readonly string[]) => listOccupationsOfMajors(tx, majorCodes)
