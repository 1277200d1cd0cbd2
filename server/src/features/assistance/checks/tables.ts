import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { visibleBatches } from '../batches/tables.ts'

/** The one place that says who sees which check: the school, the escort, the office. A firm sees none. */
const visibleChecks = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom('welfareCheck')
    .where('welfareCheck.batchId', 'in', visibleBatches(tx, actor).select('assistanceBatch.id'))
    .$if(!hasRole(actor, 'school_contact', 'teacher', 'secretariat'), (all) => all.where(sql<boolean>`false`))

const whole = (rows: ReturnType<typeof visibleChecks>) =>
  rows
    .innerJoin('assistanceBatch as batch', 'batch.id', 'welfareCheck.batchId')
    .innerJoin('placement', 'placement.id', 'welfareCheck.placementId')
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .innerJoin('organisation as school', 'school.id', 'batch.schoolId')
    .innerJoin('teacher as escort', 'escort.id', 'batch.escortId')
    .leftJoin('account as maker', 'maker.id', 'welfareCheck.madeBy')
    .leftJoin('account as handler', 'handler.id', 'welfareCheck.handledBy')
    .selectAll('welfareCheck')
    .select(['batch.number as batchNumber', 'batch.schoolId', 'batch.allianceId', 'escort.accountId as escortAccountId', 'placement.number as placementNumber'])
    .select(['student.name as studentName', 'firm.name as firmName', 'school.name as schoolName', 'maker.name as madeByName', 'handler.name as handledByName'])
export type Check = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

export const findCheck = (tx: Tx, actor: Actor, id: string): Promise<Check | undefined> => whole(visibleChecks(tx, actor)).where('welfareCheck.id', '=', id).executeTakeFirst()
export async function lockCheck(tx: Tx, actor: Actor, id: string): Promise<Locked<Check> | undefined> {
  const row = await whole(visibleChecks(tx, actor)).where('welfareCheck.id', '=', id).forUpdate('welfareCheck').executeTakeFirst()
  return row && { ...row, locked: true }
}

export type Filter = { q: string; batchId?: string; placementId?: string; level?: string; open: boolean; weekOn?: string }
export async function pageOfChecks(tx: Tx, actor: Actor, { q, batchId, placementId, level, open, weekOn, page, size }: Filter & Paging) {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const found = visibleChecks(tx, actor)
    .$if(batchId !== undefined, (all) => all.where('welfareCheck.batchId', '=', batchId!))
    .$if(placementId !== undefined, (all) => all.where('welfareCheck.placementId', '=', placementId!))
    .$if(level !== undefined, (all) => all.where('welfareCheck.level', '=', level!))
    .$if(open, (all) => all.where('welfareCheck.level', '<>', 'fine').where('welfareCheck.handledAt', 'is', null))
    .$if(weekOn !== undefined, (all) => all.where('welfareCheck.weekOn', '=', weekOn!))
    .$if(q !== '', (all) =>
      all.where('welfareCheck.placementId', 'in', tx.selectFrom('placement as p').innerJoin('student as s', 's.id', 'p.studentId').innerJoin('organisation as o', 'o.id', 'p.organisationId').select('p.id').where((one) => one.or([one('s.name', 'like', like), one('o.name', 'like', like), one('p.number', '=', q.toUpperCase())]))),
    )
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(found).orderBy('welfareCheck.weekOn', 'desc').orderBy('student.name').orderBy('welfareCheck.id').limit(size).offset((page - 1) * size).execute()
  return { rows, total }
}

/** Members who have begun, with the days they are there; of these batches, of one escort, or all. */
export const listCared = (tx: Tx, of: { escortAccountId?: string; placementIds?: readonly string[]; batchIds?: readonly string[]; since?: string }) =>
  tx
    .selectFrom('assistanceMember as member')
    .innerJoin('assistanceBatch as batch', 'batch.id', 'member.batchId')
    .innerJoin('placement', 'placement.id', 'member.placementId')
    .innerJoin('placementTerms as terms', 'terms.placementId', 'member.placementId')
    .innerJoin('student', 'student.id', 'member.studentId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .innerJoin('teacher as escort', 'escort.id', 'batch.escortId')
    .select(['member.placementId', 'member.batchId', 'batch.number as batchNumber', 'batch.title as batchTitle', 'batch.schoolId', 'batch.allianceId', 'escort.accountId as escortAccountId', 'escort.name as escortName'])
    .select(['student.name as studentName', 'student.phone as studentPhone', 'student.birthDate', 'firm.name as firmName', 'terms.title as postTitle', 'placement.number as placementNumber', 'placement.state'])
    .select([
      sql<string>`greatest(placement.starts_on, (placement.activated_at at time zone 'Asia/Shanghai')::date)`.as('from'),
      sql<string>`coalesce(placement.ended_on, placement.ends_on)`.as('until'),
    ])
    .where('placement.activatedAt', 'is not', null)
    .$if(of.escortAccountId !== undefined, (all) => all.where('escort.accountId', '=', of.escortAccountId!))
    .$if(of.placementIds !== undefined, (all) => all.where(sql<boolean>`member.placement_id = any(${of.placementIds as string[]}::uuid[])`))
    .$if(of.since !== undefined, (all) => all.where(sql<boolean>`coalesce(placement.ended_on, placement.ends_on) >= ${of.since!}`))
    .$if(of.batchIds !== undefined, (all) => all.where(sql<boolean>`member.batch_id = any(${of.batchIds as string[]}::uuid[])`))
    .orderBy('firm.name')
    .orderBy('student.name')
    .orderBy('member.placementId')
    .execute()
export type Cared = Awaited<ReturnType<typeof listCared>>[number]

export const listChecksOf = (tx: Tx, placementIds: readonly string[], since: string) =>
  tx.selectFrom('welfareCheck').selectAll().where(sql<boolean>`placement_id = any(${placementIds as string[]}::uuid[])`).where('weekOn', '>=', since).orderBy('weekOn', 'desc').execute()
export type Kept = Awaited<ReturnType<typeof listChecksOf>>[number]

export const lockCheckOf = (tx: Tx, placementId: string, weekOn: string) => tx.selectFrom('welfareCheck').selectAll().where('placementId', '=', placementId).where('weekOn', '=', weekOn).forUpdate().executeTakeFirst()

export type Written = { health: string; living: string; pay: string; hours: string; mentor: string; family: string; level: string; note: string; madeBy: string }
export const insertCheck = async (tx: Tx, check: Written & { placementId: string; batchId: string; weekOn: string; demo: boolean }, now: Date) =>
  tx.insertInto('welfareCheck').values({ ...check, madeAt: now }).returning(['id', 'version']).executeTakeFirstOrThrow()
/** Who has one this week keeps it. */
export async function insertFine(tx: Tx, checks: readonly { placementId: string; batchId: string; weekOn: string; madeBy: string; demo: boolean }[], now: Date) {
  const fine = { health: 'yes', living: 'yes', pay: 'yes', hours: 'yes', mentor: 'yes', family: 'yes', level: 'fine' }
  return tx.insertInto('welfareCheck').values(checks.map((check) => ({ ...check, ...fine, madeAt: now }))).onConflict((conflict) => conflict.constraint('welfare_check_week').doNothing()).returning(['id', 'placementId']).execute()
}
export const updateCheck = async (tx: Tx, id: string, change: Partial<Written & { handled: string | null; handledBy: string | null; handledAt: Date | null }>) =>
  tx.updateTable('welfareCheck').set((row) => ({ ...change, version: row('version', '+', 1) })).where('id', '=', id).returning(['id', 'version']).executeTakeFirstOrThrow()
