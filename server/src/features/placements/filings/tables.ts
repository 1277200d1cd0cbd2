import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

/** The one place that says who sees which filing: the school's staff, and the office. */
function visibleFilings(tx: Tx, actor: Actor) {
  const filings = tx.selectFrom('placementFiling as filing')
  if (hasRole(actor, 'secretariat')) return filings.where('filing.allianceId', '=', actor.allianceId)
  if (hasRole(actor, 'school_contact', 'teacher')) return filings.where('filing.schoolId', '=', actor.organisationId)
  return filings.where(sql<boolean>`false`)
}
const whole = (rows: ReturnType<typeof visibleFilings>) =>
  rows
    .innerJoin('organisation as school', 'school.id', 'filing.schoolId')
    .leftJoin('teacher', 'teacher.id', 'filing.escortId')
    .selectAll('filing')
    .select(['school.name as schoolName', 'teacher.name as escortName'])
    .select(sql<number>`(select count(*)::int from placement_filing_member m where m.filing_id = filing.id)`.as('members'))
type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
export type Checklist = Record<string, { on: string; remark: string }>
const typed = (row: Raw) => ({ ...row, kind: row.kind as 'ordinary' | 'cross_province' | 'abroad', state: row.state as 'preparing' | 'sent' | 'filed' | 'returned', checklist: row.checklist as Checklist })
export type Filing = ReturnType<typeof typed>

export async function findFiling(tx: Tx, actor: Actor, filingId: string): Promise<Filing | undefined> {
  const row = await whole(visibleFilings(tx, actor)).where('filing.id', '=', filingId).executeTakeFirst()
  return row && typed(row)
}
export async function lockFiling(tx: Tx, actor: Actor, filingId: string): Promise<Locked<Filing> | undefined> {
  const row = await whole(visibleFilings(tx, actor)).where('filing.id', '=', filingId).forUpdate(['filing']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
export const seesFiling = async (tx: Tx, actor: Actor, filingId: string) => (await findFiling(tx, actor, filingId)) !== undefined

export async function pageOfFilings(tx: Tx, actor: Actor, { kind, state, page, size }: Paging & { kind?: string; state?: string }) {
  const found = visibleFilings(tx, actor)
    .$if(kind !== undefined, (all) => all.where('filing.kind', '=', kind!))
    .$if(state !== undefined, (all) => all.where('filing.state', '=', state!))
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(found).orderBy('filing.createdAt', 'desc').orderBy('filing.id').limit(size).offset((page - 1) * size).execute()
  return { rows: rows.map(typed), total }
}

export const listMembers = (tx: Tx, filingId: string) =>
  tx
    .selectFrom('placementFilingMember as member')
    .innerJoin('placement', 'placement.id', 'member.placementId')
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .select(['placement.id', 'placement.number', 'placement.state', 'placement.startsOn', 'student.name as studentName', 'firm.name as unitName'])
    .where('member.filingId', '=', filingId)
    .orderBy('placement.number')
    .execute()

export const countOwn = async (tx: Tx, schoolId: string, placementIds: readonly string[]) =>
  (await tx.selectFrom('placement').select((one) => one.fn.countAll<number>().as('count')).where('schoolId', '=', schoolId).where(sql<boolean>`id = any(${placementIds as string[]}::uuid[])`).executeTakeFirstOrThrow()).count

type NewFiling = { allianceId: string; schoolId: string; kind: string; title: string; authority: string; escortId: string | null; state: 'preparing'; createdBy: string; createdAt: Date; updatedAt: Date; demo: boolean }
export const insertFiling = async (tx: Tx, filing: NewFiling) => (await tx.insertInto('placementFiling').values(filing).returning('id').executeTakeFirstOrThrow()).id

export async function replaceMembers(tx: Tx, filingId: string, placementIds: readonly string[]) {
  await tx.deleteFrom('placementFilingMember').where('filingId', '=', filingId).execute()
  if (placementIds.length > 0) await tx.insertInto('placementFilingMember').values(placementIds.map((placementId) => ({ filingId, placementId }))).execute()
}

type Change = { title?: string; authority?: string; escortId?: string | null; remark?: string; checklist?: Checklist; state?: string; consentNumber?: string | null; consentOn?: string | null; filingNumber?: string | null; filedOn?: string | null }
export async function updateFiling(tx: Tx, filingId: string, { checklist, ...change }: Change, now: Date): Promise<number> {
  const { version } = await tx
    .updateTable('placementFiling')
    .set((row) => ({ ...change, ...(checklist ? { checklist: JSON.stringify(checklist) } : {}), updatedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', filingId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}
