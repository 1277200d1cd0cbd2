import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

export type State = 'requested' | 'feasible' | 'agreed' | 'planned' | 'recruiting' | 'filled' | 'running' | 'assessed' | 'closed' | 'declined' | 'withdrawn' | 'not_opened' | 'ended'
export type Kind = 'order' | 'apprenticeship' | 'engineer'

/** The one place that says who sees which class: its firm, its school with its teachers, the office. A student sees theirs by another door. */
export function visibleClasses(tx: Tx, actor: Actor) {
  const classes = tx.selectFrom('orderClass')
  if (hasRole(actor, 'secretariat')) return classes.where('orderClass.allianceId', '=', actor.allianceId)
  if (hasRole(actor, 'enterprise_contact')) return classes.where('orderClass.organisationId', '=', actor.organisationId)
  if (hasRole(actor, 'school_contact', 'teacher')) return classes.where('orderClass.schoolId', '=', actor.organisationId)
  return classes.where(sql<boolean>`false`)
}

const whole = (rows: ReturnType<typeof visibleClasses>) =>
  rows
    .innerJoin('organisation as firm', 'firm.id', 'orderClass.organisationId')
    .innerJoin('organisation as school', 'school.id', 'orderClass.schoolId')
    .leftJoin('programme', 'programme.id', 'orderClass.programmeId')
    .selectAll('orderClass')
    .select(['firm.name as organisationName', 'school.name as schoolName', 'programme.name as programmeName'])

type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State, kind: row.kind as Kind })
export type OrderClass = ReturnType<typeof typed>

export async function findClass(tx: Tx, actor: Actor, id: string): Promise<OrderClass | undefined> {
  const row = await whole(visibleClasses(tx, actor)).where('orderClass.id', '=', id).executeTakeFirst()
  return row && typed(row)
}
export async function lockClass(tx: Tx, actor: Actor, id: string): Promise<Locked<OrderClass> | undefined> {
  const row = await whole(visibleClasses(tx, actor)).where('orderClass.id', '=', id).forUpdate('orderClass').executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
/** For the draw, the clock and the agreements: whoever asks. In the order of ids, so that two never wait for each other. */
export async function lockClassesAnyhow(tx: Tx, ids: readonly string[]): Promise<Locked<OrderClass>[]> {
  const rows = await whole(tx.selectFrom('orderClass')).where(sql<boolean>`order_class.id = any(${ids as string[]}::uuid[])`).orderBy('orderClass.id').forUpdate('orderClass').execute()
  return rows.map((row) => ({ ...typed(row), locked: true }))
}
export async function findClassesAnyhow(tx: Tx, ids: readonly string[]): Promise<OrderClass[]> {
  const rows = await whole(tx.selectFrom('orderClass')).where(sql<boolean>`order_class.id = any(${ids as string[]}::uuid[])`).orderBy('orderClass.number').execute()
  return rows.map(typed)
}

export type Filter = { q: string; state?: string; kind?: string; year?: number }
const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
const filtered = (tx: Tx, actor: Actor, { q, state, kind, year }: Filter) =>
  visibleClasses(tx, actor)
    .$if(state !== undefined, (all) => all.where('orderClass.state', '=', state!))
    .$if(kind !== undefined, (all) => all.where('orderClass.kind', '=', kind!))
    .$if(year !== undefined, (all) => all.where('orderClass.year', '=', year!))
    .$if(q !== '', (all) =>
      all.where((one) =>
        one.or([
          one('orderClass.title', 'like', like(q)),
          one('orderClass.number', '=', q.toUpperCase()),
          one('orderClass.organisationId', 'in', tx.selectFrom('organisation').select('id').where('name', 'like', like(q))),
          one('orderClass.schoolId', 'in', tx.selectFrom('organisation').select('id').where('name', 'like', like(q))),
        ]),
      ),
    )

export const listFound = (tx: Tx, actor: Actor, filter: Filter) => filtered(tx, actor, filter).select(['orderClass.id', 'orderClass.seats', 'orderClass.state']).execute()
export async function pageOfClasses(tx: Tx, actor: Actor, filter: Filter & { page: number; size: number }) {
  const all = await listFound(tx, actor, filter)
  const rows = await whole(filtered(tx, actor, filter)).orderBy('orderClass.updatedAt', 'desc').orderBy('orderClass.number', 'desc').limit(filter.size).offset((filter.page - 1) * filter.size).execute()
  return { rows: rows.map(typed), total: all.length, all }
}

type NewClass = {
  number: string; kind: string; allianceId: string; organisationId: string; schoolId: string; title: string; postTitle: string; occupationCode: string | null; year: number; seats: number; minSeats: number
  startsOn: string; endsOn: string; payFloor: number; curriculum: string; benefits: string; isBranch: boolean; ministryNumber: string | null; createdBy: string | null; createdAt: Date; updatedAt: Date; demo?: boolean
}
export const insertClass = async (tx: Tx, one: NewClass) => (await tx.insertInto('orderClass').values({ ...one, state: 'requested' }).returning('id').executeTakeFirstOrThrow()).id

export type ClassChange = Partial<Omit<NewClass, 'number' | 'createdBy' | 'createdAt' | 'updatedAt'> & {
  state: State; quitting: string; replacement: string; breach: string; costs: string; programmeId: string; cohortSize: number; teacherCount: number; feasibilityNote: string
  planTitle: string; planMinutes: string; planApprovedOn: string; reason: string; startedOn: string; assessedOn: string
}>
export async function updateClass(tx: Tx, id: string, change: ClassChange, now: Date): Promise<number> {
  const { version } = await tx.updateTable('orderClass').set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) })).where('id', '=', id).returning('version').executeTakeFirstOrThrow()
  return version
}

export const listCohortsOfClass = (tx: Tx, classId: string) =>
  tx.selectFrom('orderClassCohort').innerJoin('cohort', 'cohort.id', 'orderClassCohort.cohortId').select(['cohort.id', 'cohort.name', 'cohort.studentsHere as students']).where('classId', '=', classId).orderBy('cohort.name').execute()
export async function replaceCohorts(tx: Tx, classId: string, cohortIds: readonly string[]) {
  await tx.deleteFrom('orderClassCohort').where('classId', '=', classId).execute()
  await tx.insertInto('orderClassCohort').values(cohortIds.map((cohortId) => ({ classId, cohortId }))).execute()
}
/** Those of these cohorts that belong to this programme of this school. */
export const listCohortsOf = (tx: Tx, schoolId: string, programmeId: string, cohortIds: readonly string[]) =>
  tx.selectFrom('cohort').innerJoin('programme', 'programme.id', 'cohort.programmeId').select(['cohort.id', 'cohort.studentsHere'])
    .where('programme.schoolId', '=', schoolId).where('programme.id', '=', programmeId).where(sql<boolean>`cohort.id = any(${cohortIds as string[]}::uuid[])`).execute()

export const findAlliance = (tx: Tx, organisationIds: readonly string[]) =>
  tx.selectFrom('membership').select('allianceId').where('organisationId', 'in', organisationIds).where('state', '=', 'active').groupBy('allianceId').having((one) => one.fn.count('organisationId').distinct(), '=', organisationIds.length).orderBy('allianceId').executeTakeFirst()
export const listSchoolsOf = (tx: Tx, actor: Actor) =>
  tx.selectFrom('organisation').select(['organisation.id', 'organisation.name']).where('kind', '=', 'school')
    .where('organisation.id', 'in', tx.selectFrom('membership').select('organisationId').where('state', '=', 'active')
      .where('allianceId', 'in', tx.selectFrom('membership').select('allianceId').where('state', '=', 'active').where('organisationId', '=', actor.organisationId)))
    .orderBy('name').execute()

export const findIntakeOf = (tx: Tx, classId: string) =>
  tx.selectFrom('classIntakeClass').innerJoin('classIntake', 'classIntake.id', 'classIntakeClass.intakeId')
    .select(['classIntake.id', 'classIntake.number', 'classIntake.title', 'classIntake.state', 'classIntakeClass.had', 'classIntakeClass.closedStep'])
    .select(sql<number>`(select count(*)::int from class_choice c where c.class_id = class_intake_class.class_id and c.intake_id = class_intake.id)`.as('applicants'))
    .where('classId', '=', classId).orderBy('classIntake.createdAt', 'desc').executeTakeFirst()

/** Public: who bears what, of every class whose agreement all have signed. */
export const listCosts = (tx: Tx) =>
  tx.selectFrom('agreement').innerJoin('orderClass', 'orderClass.id', 'agreement.subjectId').innerJoin('organisation as firm', 'firm.id', 'orderClass.organisationId').innerJoin('organisation as school', 'school.id', 'orderClass.schoolId')
    .select(['orderClass.number', 'orderClass.title', 'firm.name as organisationName', 'school.name as schoolName', 'orderClass.year', 'orderClass.seats', 'orderClass.costs', 'agreement.number as agreementNumber', 'agreement.signedOn'])
    .where('agreement.subjectKind', '=', 'order_class').where('agreement.kind', '=', 'order_class').where('agreement.state', 'in', ['concluded', 'expired'])
    .orderBy('orderClass.year', 'desc').orderBy('orderClass.number', 'desc').limit(500).execute()
export const listAssessedIds = async (tx: Tx) => (await tx.selectFrom('orderClass').select('id').where('state', '=', 'assessed').execute()).map(({ id }) => id)
