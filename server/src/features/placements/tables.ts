import { sql, type SelectQueryBuilder } from 'kysely'
import type { Paging } from '../../contract/paging.ts'
import { hasRole, type Actor } from '../../kernel/actor.ts'
import type { DB } from '../../kernel/db.gen.ts'
import type { Locked, Tx } from '../../kernel/db.ts'

export type State = 'draft' | 'vetted' | 'consented' | 'signed' | 'insured' | 'trained' | 'active' | 'suspended' | 'changed' | 'ended_early' | 'assessed' | 'archived' | 'cancelled'
export const onTheWay = ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained'] as const
export const live = [...onTheWay, 'active', 'suspended'] as const
/** What a speaker speaks for. */
const spokenFor = (speakerId: string | null) => sql<string>`(select organisation_id from representation where speaker_id = ${speakerId})`

/** The one place that says who sees which placement: school, unit (and who speaks for it), student, and the office. Authorities see figures, not people. */
export function visiblePlacements(tx: Tx, actor: Actor): SelectQueryBuilder<DB, 'placement', object> {
  const placements = tx.selectFrom('placement')
  if (hasRole(actor, 'secretariat')) return placements.where('placement.allianceId', '=', actor.allianceId)
  if (hasRole(actor, 'school_contact', 'teacher')) return placements.where('placement.schoolId', '=', actor.organisationId)
  if (hasRole(actor, 'student')) return placements.where('placement.studentId', '=', actor.studentId)
  if (hasRole(actor, 'official')) return placements.where(sql<boolean>`false`)
  return placements.where((one) => one.or([one('placement.organisationId', '=', actor.organisationId), one('placement.organisationId', 'in', spokenFor(actor.organisationId))]))
}

const openAlarms = sql<number>`(select count(*)::int from placement_alarm a where a.closed_at is null and (a.placement_id = placement.id or a.unit_id = unit.id))`

/** Everything a page or a step needs to know of it, once it is found. */
const whole = (rows: SelectQueryBuilder<DB, 'placement', object>) =>
  rows
    .innerJoin('placementTerms as terms', 'terms.placementId', 'placement.id')
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('organisation as school', 'school.id', 'placement.schoolId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .innerJoin('unit', (join) => join.onRef('unit.schoolId', '=', 'placement.schoolId').onRef('unit.organisationId', '=', 'placement.organisationId'))
    .leftJoin('teacher', 'teacher.id', 'placement.supervisorId')
    .selectAll('placement')
    .select(['student.name as studentName', 'student.studentNumber', 'student.accountId as studentAccountId', 'cohort.name as cohortName', 'school.name as schoolName', 'firm.name as unitName', 'firm.kind as unitKind'])
    .select(['unit.id as unitId', 'teacher.name as supervisorName', 'teacher.phone as supervisorPhone', 'teacher.accountId as supervisorAccountId', 'terms.title'])
    .select(openAlarms.as('alarms'))
    .select(sql<boolean>`exists (select from safety_test t where t.placement_id = placement.id and t.passed)`.as('tested'))

type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State, kind: row.kind as 'placement' | 'orientation', scheme: row.scheme as 'ordinary' | 'apprenticeship' })
export type Placement = ReturnType<typeof typed>

export async function findPlacement(tx: Tx, actor: Actor, placementId: string): Promise<Placement | undefined> {
  const row = await whole(visiblePlacements(tx, actor).where('placement.id', '=', placementId)).executeTakeFirst()
  return row && typed(row)
}

export async function lockPlacement(tx: Tx, actor: Actor, placementId: string): Promise<Locked<Placement> | undefined> {
  const row = await whole(visiblePlacements(tx, actor).where('placement.id', '=', placementId)).forUpdate(['placement']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}

/** Whoever asks, to read: for rooms that have found it in their own way. */
export async function findPlacementAnyhow(tx: Tx, placementId: string): Promise<Placement | undefined> {
  const row = await whole(tx.selectFrom('placement').where('placement.id', '=', placementId)).executeTakeFirst()
  return row && typed(row)
}

/** Whoever asks: for jobs and for rooms that have found what they look for in their own way. In one order, so that two never wait for each other. */
export async function lockPlacementsAnyhow(tx: Tx, placementIds: readonly string[]): Promise<Locked<Placement>[]> {
  if (placementIds.length === 0) return []
  const rows = await whole(tx.selectFrom('placement').where('placement.id', 'in', placementIds)).orderBy('placement.id').forUpdate(['placement']).execute()
  return rows.map((row) => ({ ...typed(row), locked: true as const }))
}

/** Those of these that this actor sees, held; in one order. */
export async function lockVisible(tx: Tx, actor: Actor, placementIds: readonly string[]): Promise<Locked<Placement>[]> {
  return lockPlacementsAnyhow(tx, await listVisibleIds(tx, actor, placementIds))
}

/** The placements of one student, the newest first. */
export async function listOfStudent(tx: Tx, actor: Actor, studentId: string): Promise<Placement[]> {
  return (await whole(visiblePlacements(tx, actor).where('placement.studentId', '=', studentId)).orderBy('placement.createdAt', 'desc').execute()).map(typed)
}

export const findTerms = (tx: Tx, placementId: string) => tx.selectFrom('placementTerms').selectAll().where('placementId', '=', placementId).executeTakeFirstOrThrow()
export type Terms = Awaited<ReturnType<typeof findTerms>>

export type Filter = {
  q: string
  state?: string
  schoolId?: string
  organisationId?: string
  cohortId?: string
  roundId?: string
  mine: boolean
  alarm: boolean
  startsBefore?: string
  sort: string
}
const statesMeant: Record<string, readonly State[]> = { on_the_way: onTheWay, live: ['active', 'suspended'], over: ['changed', 'ended_early', 'assessed', 'archived'] }

function filtered(tx: Tx, actor: Actor, filter: Filter) {
  const { q, state, schoolId, organisationId, cohortId, roundId, startsBefore } = filter
  return visiblePlacements(tx, actor)
    .$if(state !== undefined, (all) => all.where('placement.state', 'in', statesMeant[state!] ?? [state as State]))
    .$if(schoolId !== undefined, (all) => all.where('placement.schoolId', '=', schoolId!))
    .$if(organisationId !== undefined, (all) => all.where('placement.organisationId', '=', organisationId!))
    .$if(roundId !== undefined, (all) => all.where('placement.roundId', '=', roundId!))
    .$if(startsBefore !== undefined, (all) => all.where('placement.startsOn', '<', startsBefore!))
    .$if(cohortId !== undefined, (all) => all.where('placement.studentId', 'in', tx.selectFrom('student').select('id').where('cohortId', '=', cohortId!)))
    .$if(filter.mine, (all) => all.where('placement.supervisorId', 'in', tx.selectFrom('teacher').select('id').where('accountId', '=', actor.accountId)))
    .$if(filter.alarm, (all) =>
      all.where(sql<boolean>`(exists (select from placement_alarm a where a.closed_at is null and a.placement_id = placement.id)
        or exists (select from placement_alarm a join unit u on u.id = a.unit_id where a.closed_at is null and u.school_id = placement.school_id and u.organisation_id = placement.organisation_id))`),
    )
    .$if(q !== '', (all) =>
      all.where((one) =>
        one.or([
          one('placement.number', '=', q.toUpperCase()),
          one('placement.studentId', 'in', tx.selectFrom('student').select('id').where((student) => student.or([student('name', 'like', `${q}%`), student('studentNumber', 'like', `${q}%`)]))),
          one('placement.organisationId', 'in', tx.selectFrom('organisation').select('id').where('name', 'like', `%${q}%`)),
        ]),
      ),
    )
}

const orders: Record<string, string> = {
  startsOn: 'placement.starts_on asc, placement.id asc', '-startsOn': 'placement.starts_on desc, placement.id desc', number: 'placement.number asc', '-number': 'placement.number desc',
}

export async function pageOfPlacements(tx: Tx, actor: Actor, filter: Filter & Paging) {
  const found = filtered(tx, actor, filter)
  const order = sql.raw(orders[filter.sort] ?? orders['-number']!)
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  // Found among the placements alone; what is shown is joined to the rows of the page only.
  const ids = found.select('placement.id').orderBy(order).limit(filter.size).offset((filter.page - 1) * filter.size)
  const rows = await whole(tx.selectFrom('placement').where('placement.id', 'in', ids)).orderBy(order).execute()
  return { rows: rows.map(typed), total }
}

/** How many stand in each state, within what one may see. */
export async function countByState(tx: Tx, actor: Actor, filter: Filter) {
  return filtered(tx, actor, { ...filter, state: undefined }).select(['placement.state', (one) => one.fn.countAll<number>().as('count')]).groupBy('placement.state').execute()
}

export async function listVisibleIds(tx: Tx, actor: Actor, ids: readonly string[]) {
  const rows = await visiblePlacements(tx, actor).select('placement.id').where(sql<boolean>`placement.id = any(${ids as string[]}::uuid[])`).execute()
  return rows.map(({ id }) => id)
}

type NewPlacement = {
  number: string
  allianceId: string
  kind: 'placement' | 'orientation'
  scheme: 'ordinary' | 'apprenticeship'
  studentId: string
  schoolId: string
  organisationId: string
  postId: string | null
  roundId: string | null
  previousId: string | null
  startsOn: string
  endsOn: string
  selfChosen: boolean
  refusedOn: string | null
  refusal: string | null
  supervisorId: string | null
  mentorName: string | null
  mentorPhone: string | null
  lodging: string | null
  createdBy: string
  createdAt: Date
  updatedAt: Date
  demo: boolean
}
export type TermsValues = Omit<Terms, 'placementId'>

export async function insertPlacement(tx: Tx, placement: NewPlacement, terms: TermsValues): Promise<string> {
  const { id } = await tx.insertInto('placement').values({ ...placement, state: 'draft' }).returning('id').executeTakeFirstOrThrow()
  await tx.insertInto('placementTerms').values({ placementId: id, ...terms }).execute()
  return id
}

export type PlacementChange = Partial<
  Pick<
    Placement,
    | 'state' | 'startsOn' | 'endsOn' | 'endedOn' | 'supervisorId' | 'mentorName' | 'mentorPhone' | 'lodging' | 'lodgingConsentOn' | 'healthCheckOn' | 'chosenApprovedBy' | 'chosenApprovedAt' | 'reason'
    | 'vettedAt' | 'consentedAt' | 'signedAt' | 'insuredAt' | 'trainedAt' | 'activatedAt' | 'suspendedAt' | 'endedAt' | 'assessedAt' | 'archivedAt' | 'refusedOn' | 'refusal'
  >
>
export async function updatePlacement(tx: Tx, placementId: string, change: PlacementChange, now: Date): Promise<number> {
  const { version } = await tx
    .updateTable('placement')
    .set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', placementId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function updateTerms(tx: Tx, placementId: string, terms: Partial<TermsValues>) {
  await tx.updateTable('placementTerms').set(terms).where('placementId', '=', placementId).execute()
}

export const seesPlacementId = async (tx: Tx, actor: Actor, placementId: string) => (await listVisibleIds(tx, actor, [placementId])).length > 0
