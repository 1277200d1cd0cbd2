import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

/** The one place that says who sees which unit: the school whose list it is, and the office. What is listed stands on a public page. */
function visibleUnits(tx: Tx, actor: Actor) {
  const units = tx.selectFrom('unit')
  if (hasRole(actor, 'secretariat')) return units.where('unit.allianceId', '=', actor.allianceId)
  if (hasRole(actor, 'school_contact', 'teacher')) return units.where('unit.schoolId', '=', actor.organisationId)
  return units.where(sql<boolean>`false`)
}

/** How many are there or on their way. */
const placed = sql<number>`(select count(*)::int from placement p where p.school_id = unit.school_id and p.organisation_id = unit.organisation_id
  and p.state in ('draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'suspended'))`

const whole = (rows: ReturnType<typeof visibleUnits>) =>
  rows
    .innerJoin('organisation as firm', 'firm.id', 'unit.organisationId')
    .innerJoin('organisation as school', 'school.id', 'unit.schoolId')
    .selectAll('unit')
    .select(['firm.name', 'firm.uscc', 'firm.industryCode', 'firm.town', 'firm.divisionCode', 'firm.staffCount', 'firm.dishonestSince as firmDishonest', 'firm.safetyViolationOn as firmViolation', 'school.name as schoolName'])
    .select(placed.as('placements'))
    .select(sql<number>`(select count(*)::int from placement_alarm a where a.unit_id = unit.id and a.closed_at is null)`.as('alarms'))

export type Unit = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

export const findUnit = (tx: Tx, actor: Actor, unitId: string): Promise<Unit | undefined> => whole(visibleUnits(tx, actor)).where('unit.id', '=', unitId).executeTakeFirst()
export async function lockUnit(tx: Tx, actor: Actor, unitId: string): Promise<Locked<Unit> | undefined> {
  const row = await whole(visibleUnits(tx, actor)).where('unit.id', '=', unitId).forUpdate(['unit']).executeTakeFirst()
  return row && { ...row, locked: true }
}

type Filter = { q: string; state?: string; schoolId?: string; sort: string }
const orders: Record<string, string> = { name: 'firm.name asc, unit.id', '-listedOn': 'unit.listed_on desc nulls first, unit.id', '-visitedOn': 'unit.visited_on desc nulls last, unit.id' }

export async function pageOfUnits(tx: Tx, actor: Actor, filter: Filter & Paging) {
  const narrowed = (rows: ReturnType<typeof visibleUnits>) =>
    rows
      .$if(filter.state !== undefined, (all) => all.where('unit.state', '=', filter.state!))
      .$if(filter.schoolId !== undefined, (all) => all.where('unit.schoolId', '=', filter.schoolId!))
      .$if(filter.q !== '', (all) => all.where('unit.organisationId', 'in', tx.selectFrom('organisation').select('id').where('name', 'like', `%${filter.q}%`)))
  const { total } = await narrowed(visibleUnits(tx, actor)).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(narrowed(visibleUnits(tx, actor)))
    .orderBy(sql.raw(orders[filter.sort] ?? orders['-listedOn']!))
    .limit(filter.size)
    .offset((filter.page - 1) * filter.size)
    .execute()
  return { rows, total }
}

const written = <Row extends { writtenBy: string | null }>(row: Row) => row
export async function listPapers(tx: Tx, unitId: string) {
  const visits = await tx.selectFrom('unitVisit').leftJoin('account', 'account.id', 'unitVisit.writtenBy').selectAll('unitVisit').select('account.name as byName').where('unitId', '=', unitId).orderBy('visitedOn', 'desc').orderBy('writtenAt', 'desc').execute()
  const checks = await tx.selectFrom('unitCheck').leftJoin('account', 'account.id', 'unitCheck.writtenBy').selectAll('unitCheck').select('account.name as byName').where('unitId', '=', unitId).orderBy('checkedOn', 'desc').orderBy('writtenAt', 'desc').execute()
  const decisions = await tx.selectFrom('unitDecision').leftJoin('account', 'account.id', 'unitDecision.writtenBy').selectAll('unitDecision').select('account.name as byName').where('unitId', '=', unitId).orderBy('decidedOn', 'desc').orderBy('writtenAt', 'desc').execute()
  return { visits: visits.map(written), checks: checks.map(written), decisions: decisions.map(written) }
}

export type VisitValues = {
  visitedOn: string
  visitors: string
  qualifications: string
  credit: string
  management: string
  work: string
  hours: string
  workplace: string
  living: string
  healthSafety: string
  conclusion: string
  remark: string
}
type By = { unitId: string; writtenBy: string; writtenAt: Date }
const idOf = ({ id }: { id: string }) => id
export const insertVisit = async (tx: Tx, values: VisitValues & By) => idOf(await tx.insertInto('unitVisit').values(values).returning('id').executeTakeFirstOrThrow())
export const insertCheck = async (tx: Tx, values: { checkedOn: string; dishonestSince: string | null; safetyViolationOn: string | null; sources: string } & By) =>
  idOf(await tx.insertInto('unitCheck').values(values).returning('id').executeTakeFirstOrThrow())
export const insertDecision = async (tx: Tx, values: { decision: string; body: string; decidedOn: string; minutesNumber: string; reason: string } & By) =>
  idOf(await tx.insertInto('unitDecision').values(values).returning('id').executeTakeFirstOrThrow())

export const findVisit = (tx: Tx, unitId: string, visitId: string) => tx.selectFrom('unitVisit').select(['id', 'unitId']).where('id', '=', visitId).where('unitId', '=', unitId).executeTakeFirst()
/** The unit a report belongs to, if this actor sees it. */
export async function seesVisit(tx: Tx, actor: Actor, visitId: string) {
  const row = await visibleUnits(tx, actor).innerJoin('unitVisit', 'unitVisit.unitId', 'unit.id').select('unit.id').where('unitVisit.id', '=', visitId).executeTakeFirst()
  return row !== undefined
}

/** The last facts, from the papers: a report written late about an earlier day does not undo a later one. */
export async function refreshUnit(tx: Tx, unitId: string, now: Date) {
  await sql`
    update unit u set visited_on = v.visited_on, conclusion = v.conclusion, checked_on = c.checked_on, dishonest_since = c.dishonest_since, safety_violation_on = c.safety_violation_on, updated_at = ${now}, version = u.version + 1
    from (select 1) as one
      left join lateral (select visited_on, conclusion from unit_visit where unit_id = ${unitId} order by visited_on desc, written_at desc limit 1) v on true
      left join lateral (select checked_on, dishonest_since, safety_violation_on from unit_check where unit_id = ${unitId} order by checked_on desc, written_at desc limit 1) c on true
    where u.id = ${unitId}`.execute(tx)
}

export async function updateUnit(tx: Tx, unitId: string, change: { state?: string; listedOn?: string | null; minutesNumber?: string | null; cooperationFrom?: string | null; cooperationUntil?: string | null }, now: Date): Promise<number> {
  const { version } = await tx.updateTable('unit').set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) })).where('id', '=', unitId).returning('version').executeTakeFirstOrThrow()
  return version
}


export async function listDraftsAt(tx: Tx, { schoolId, organisationId }: { schoolId: string; organisationId: string }) {
  const rows = await tx.selectFrom('placement').select('id').where('schoolId', '=', schoolId).where('organisationId', '=', organisationId).where('state', 'in', ['draft', 'vetted', 'consented', 'signed', 'insured']).execute()
  return rows.map(({ id }) => id)
}

/** For the public page: what the schools decided, by school in its order, the newest first. */
export async function pageOfListed(tx: Tx, allianceId: string, filter: { key: string; schoolId: string | null }, paging: { page: number; size: number }) {
  const listed = tx
    .selectFrom('unit')
    .innerJoin('organisation as firm', 'firm.id', 'unit.organisationId')
    .innerJoin('organisation as school', 'school.id', 'unit.schoolId')
    .where('unit.allianceId', '=', allianceId)
    .where('unit.state', '=', 'listed')
  const counts = await listed
    .select(['school.id', 'school.name', 'school.nameEn', (one) => one.fn.countAll<number>().as('count')])
    .groupBy(['school.id', 'school.name', 'school.nameEn', 'school.protocolOrder'])
    .orderBy('school.protocolOrder')
    .orderBy('school.name')
    .execute()
  const narrowed = listed
    .$if(filter.schoolId !== null, (all) => all.where('unit.schoolId', '=', filter.schoolId!))
    .$if(filter.key !== '', (all) => all.where('firm.searchText', 'like', `%${filter.key.replaceAll(/[\\%_]/g, (one) => `\\${one}`)}%`))
  const { total } = await narrowed.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await narrowed
    .select(['unit.id', 'firm.name', 'firm.nameEn', 'firm.town', 'school.name as schoolName', 'school.nameEn as schoolNameEn', 'unit.listedOn', 'unit.minutesNumber', 'unit.demo'])
    .orderBy('school.protocolOrder')
    .orderBy('school.name')
    .orderBy('unit.listedOn', 'desc')
    .orderBy('firm.name')
    .limit(paging.size)
    .offset((paging.page - 1) * paging.size)
    .execute()
  return { rows, total, schools: counts }
}

/** Listed units whose last visit, or look into the records, is older than this. */
export const listAgeing = (tx: Tx, actor: Actor, before: { visited: string; checked: string }) =>
  visibleUnits(tx, actor)
    .innerJoin('organisation as firm', 'firm.id', 'unit.organisationId')
    .select(['unit.id', 'firm.name', 'unit.visitedOn', 'unit.checkedOn'])
    .select(placed.as('placements'))
    .where('unit.state', '=', 'listed')
    .where((one) => one.or([one('unit.visitedOn', '<', before.visited), one('unit.checkedOn', '<', before.checked)]))
    .orderBy('unit.visitedOn')
    .limit(10)
    .execute()
