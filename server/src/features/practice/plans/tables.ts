import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { practicesHere } from '../tables.ts'

type State = 'planned' | 'applied' | 'endorsed' | 'approved' | 'accepted' | 'practising' | 'finished' | 'appraised' | 'passed' | 'credited' | 'archived' | 'failed' | 'declined' | 'withdrawn'

const plans = (tx: Tx) =>
  tx
    .selectFrom('practicePlan')
    .innerJoin('teacher', 'teacher.id', 'practicePlan.teacherId')
    .innerJoin('organisation as school', 'school.id', 'practicePlan.schoolId')
    .innerJoin('organisation as firm', 'firm.id', 'practicePlan.organisationId')
    .leftJoin('practiceDepartment as department', 'department.id', 'practicePlan.departmentId')
    .leftJoin('teacher as head', 'head.id', 'department.headId')

/**
 * The one place that says who sees which plan: the teacher; the school's office; the head of the department, what was handed in; the
 * firm, what the school has agreed to. Nobody else, not even the alliance's office: totals are shared, people are not.
 */
export function visiblePlans(tx: Tx, actor: Actor) {
  return plans(tx).where((plan) => {
    if (hasRole(actor, 'school_contact')) return plan('practicePlan.schoolId', '=', actor.organisationId)
    if (hasRole(actor, 'teacher')) {
      const handedIn = plan.and([plan('head.accountId', '=', actor.accountId), plan('practicePlan.appliedAt', 'is not', null)])
      return plan.and([plan('practicePlan.schoolId', '=', actor.organisationId), plan.or([plan('teacher.accountId', '=', actor.accountId), handedIn])])
    }
    if (practicesHere(actor)) return plan.and([plan('practicePlan.organisationId', '=', actor.organisationId), plan('practicePlan.approvedAt', 'is not', null)])
    return sql<boolean>`false`
  })
}

const whole = (rows: ReturnType<typeof plans>) =>
  rows
    .leftJoin('practiceOpening as opening', 'opening.id', 'practicePlan.openingId')
    .selectAll('practicePlan')
    .select([
      'teacher.name as teacherName',
      'teacher.accountId as teacherAccountId',
      'school.name as schoolName',
      'firm.name as organisationName',
      'firm.kind as organisationKind',
      'department.name as departmentName',
      'head.name as headName',
      'head.accountId as headAccountId',
      'opening.title as openingTitle',
    ])
    .select([
      sql<boolean>`exists (select from role_grant g where g.organisation_id = practice_plan.organisation_id and g.revoked_at is null and g.role in ('enterprise_contact', 'platform_contact', 'park_contact', 'association_contact'))`.as('firmSignsIn'),
      sql<number>`(select count(*)::int from practice_day d where d.plan_id = practice_plan.id)`.as('creditedDays'),
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State })
export type Plan = ReturnType<typeof typed>

export async function findPlan(tx: Tx, actor: Actor, planId: string): Promise<Plan | undefined> {
  const row = await whole(visiblePlans(tx, actor)).where('practicePlan.id', '=', planId).executeTakeFirst()
  return row && typed(row)
}

export async function lockPlan(tx: Tx, actor: Actor, planId: string): Promise<Locked<Plan> | undefined> {
  const row = await whole(visiblePlans(tx, actor)).where('practicePlan.id', '=', planId).forUpdate(['practicePlan']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}

/** Without an actor: for the clock. */
export async function lockPlanAnyhow(tx: Tx, planId: string): Promise<Locked<Plan> | undefined> {
  const row = await whole(plans(tx)).where('practicePlan.id', '=', planId).forUpdate(['practicePlan']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}

export async function listVisibleIds(tx: Tx, actor: Actor, ids: readonly string[]) {
  const rows = await visiblePlans(tx, actor).select('practicePlan.id').where(sql<boolean>`practice_plan.id = any(${ids as string[]}::uuid[])`).execute()
  return rows.map(({ id }) => id)
}

export type PlanValues = { openingId: string | null; organisationId: string; form: string; startsOn: string; endsOn: string; goal: string; tasks: string }
type NewPlan = PlanValues & { number: string; allianceId: string; schoolId: string; teacherId: string; createdBy: string | null; createdAt: Date; updatedAt: Date; demo: boolean }
export const insertPlan = async (tx: Tx, plan: NewPlan) => (await tx.insertInto('practicePlan').values(plan).returning('id').executeTakeFirstOrThrow()).id

/** Answers how many rows were changed: none when somebody else changed it meanwhile. */
export async function updateContent(tx: Tx, planId: string, version: number, values: PlanValues & { updatedAt: Date }) {
  const result = await tx.updateTable('practicePlan').set({ ...values, version: version + 1 }).where('id', '=', planId).where('version', '=', version).executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export type PlanChange = Partial<{
  state: State
  departmentId: string | null
  dueAt: Date | null
  escalation: number
  appliedAt: Date
  endorsedAt: Date
  endorsedBy: string
  approvedAt: Date
  approvedBy: string
  awayCount: number
  awayOf: number
  awayReason: string | null
  acceptedAt: Date
  acceptedBy: string
  guideName: string | null
  guidePhone: string | null
  onPaper: boolean
  startedAt: Date
  endedOn: string
  finishedAt: Date
  summary: string
  appraisedAt: Date
  appraisedBy: string
  appraisalGrade: string
  appraisal: string
  assessedAt: Date
  assessedBy: string
  passed: boolean
  assessment: string
  creditedAt: Date
  creditedBy: string
  archivedAt: Date
  reason: string | null
}>
export async function updatePlan(tx: Tx, planId: string, change: PlanChange, now: Date): Promise<number> {
  const { version } = await tx
    .updateTable('practicePlan')
    .set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', planId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

const away = ['approved', 'accepted', 'practising', 'finished', 'appraised', 'passed', 'credited', 'archived']
/** Who of a department is away in these days, as agreed so far; and of how many. */
export async function listAway(tx: Tx, departmentId: string, { startsOn, endsOn }: { startsOn: string; endsOn: string }) {
  return tx
    .selectFrom('practicePlan')
    .innerJoin('practiceProfile', 'practiceProfile.teacherId', 'practicePlan.teacherId')
    .select(['practicePlan.teacherId', 'practicePlan.startsOn'])
    .select(sql<string>`coalesce(practice_plan.ended_on, practice_plan.ends_on)`.as('endsOn'))
    .where('practiceProfile.departmentId', '=', departmentId)
    .where('practicePlan.state', 'in', away)
    .where('practicePlan.startsOn', '<=', endsOn)
    .where(sql<boolean>`coalesce(practice_plan.ended_on, practice_plan.ends_on) >= ${startsOn}`)
    .execute()
}
export async function countDepartment(tx: Tx, departmentId: string): Promise<number> {
  const { n } = await tx.selectFrom('practiceProfile').innerJoin('teacher', 'teacher.id', 'practiceProfile.teacherId').select((row) => row.fn.countAll<number>().as('n')).where('departmentId', '=', departmentId).where('teacher.leftAt', 'is', null).executeTakeFirstOrThrow()
  return n
}
/** One decision at a time about who of a department leaves. */
export const lockDepartment = (tx: Tx, departmentId: string) => tx.selectFrom('practiceDepartment').select('id').where('id', '=', departmentId).forUpdate().execute()

/** Plans that hold a place of an opening. */
export async function countPlaces(tx: Tx, openingId: string): Promise<number> {
  const { n } = await tx.selectFrom('practicePlan').select((row) => row.fn.countAll<number>().as('n')).where('openingId', '=', openingId).where('state', 'in', away.slice(1)).executeTakeFirstOrThrow()
  return n
}

export const findOpeningCosts = async (tx: Tx, openingId: string) => (await tx.selectFrom('practiceOpening').select('costs').where('id', '=', openingId).executeTakeFirst())?.costs

export type DayRow = { teacherId: string; day: string; kind: string; planId: string | null; journalId: string | null; claimId: string | null; firstOn: string; lastOn: string }
export async function insertDays(tx: Tx, days: readonly DayRow[]) {
  if (days.length > 0) await tx.insertInto('practiceDay').values([...days]).execute()
}

export const listChecks = (tx: Tx, planId: string) =>
  tx.selectFrom('practiceCheck').leftJoin('account', 'account.id', 'practiceCheck.checkedBy').select(['practiceCheck.id', 'checkedOn', 'how', 'finding', 'good', 'account.name as by']).where('planId', '=', planId).orderBy('checkedOn').orderBy('practiceCheck.id').execute()
export async function insertCheck(tx: Tx, check: { planId: string; checkedOn: string; how: string; finding: string; good: boolean; checkedBy: string; createdAt: Date }) {
  return (await tx.insertInto('practiceCheck').values(check).returning('id').executeTakeFirstOrThrow()).id
}

export type WeekRow = { id: string; weekOn: string; days: string[]; state: string }
/** The weeks of a plan, without what was written. `days` as text: an array of dates comes as the driver likes. */
export async function listWeeks(tx: Tx, planId: string): Promise<WeekRow[]> {
  return tx.selectFrom('practiceJournal').select(['id', 'weekOn', 'state']).select(sql<string[]>`days::text[]`.as('days')).where('planId', '=', planId).orderBy('weekOn').execute()
}
