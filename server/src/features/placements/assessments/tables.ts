import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { findPlacement, findPlacementAnyhow, lockPlacement, lockPlacementsAnyhow, visiblePlacements, type Placement } from '../tables.ts'

export type Item = { code: string; title: string; part: 'unit' | 'school'; kind: 'process' | 'result' | 'attendance'; weight: number; guide: string }
export type Marks = Record<string, number>

/** A mentor sees those put into their care; the others see what they see of placements anyway. */
const ofMentor = async (tx: Tx, actor: Actor, placementId: string) =>
  hasRole(actor, 'mentor') && (await tx.selectFrom('placementMentor').select('placementId').where('placementId', '=', placementId).where('accountId', '=', actor.accountId).executeTakeFirst()) !== undefined
export type Marked = Placement & { mentorAccountId: string | null }
export async function findToMark(tx: Tx, actor: Actor, placementId: string): Promise<Marked | undefined> {
  if (await ofMentor(tx, actor, placementId)) return { ...(await findPlacementAnyhow(tx, placementId))!, mentorAccountId: actor.accountId }
  const placement = await findPlacement(tx, actor, placementId)
  return placement && { ...placement, mentorAccountId: null }
}
export async function lockToMark(tx: Tx, actor: Actor, placementId: string): Promise<Locked<Marked> | undefined> {
  if (await ofMentor(tx, actor, placementId)) return { ...(await lockPlacementsAnyhow(tx, [placementId]))[0]!, mentorAccountId: actor.accountId }
  const placement = await lockPlacement(tx, actor, placementId)
  return placement && { ...placement, mentorAccountId: null }
}

const schemes = (tx: Tx) =>
  tx
    .selectFrom('assessmentScheme')
    .leftJoin('programme', 'programme.id', 'assessmentScheme.programmeId')
    .leftJoin('cohort', 'cohort.id', 'assessmentScheme.cohortId')
    .leftJoin('account as author', 'author.id', 'assessmentScheme.createdBy')
    .leftJoin('account as approver', 'approver.id', 'assessmentScheme.approvedBy')
    .selectAll('assessmentScheme')
    .select(['author.name as authorName', 'approver.name as approverName'])
    .select(sql<string | null>`coalesce(cohort.name, programme.name)`.as('scopeName'))
    .select(sql<number>`(select count(*)::int from placement_assessment a where a.scheme_id = assessment_scheme.id)`.as('used'))
type Raw = Awaited<ReturnType<ReturnType<typeof schemes>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as 'draft' | 'approved' | 'retired', items: row.items as unknown as Item[] })
export type Scheme = ReturnType<typeof typed>

const visibleSchemes = (tx: Tx, actor: Actor) =>
  schemes(tx).where((one) =>
    hasRole(actor, 'secretariat')
      ? one('assessmentScheme.schoolId', 'in', one.selectFrom('membership').select('membership.organisationId').where('membership.allianceId', '=', actor.allianceId))
      : one('assessmentScheme.schoolId', '=', hasRole(actor, 'school_contact', 'teacher') ? actor.organisationId : null),
  )
export const listSchemes = async (tx: Tx, actor: Actor): Promise<Scheme[]> =>
  (await visibleSchemes(tx, actor).orderBy(sql`array_position(array['draft', 'approved', 'retired'], assessment_scheme.state)`).orderBy('assessmentScheme.createdAt', 'desc').limit(200).execute()).map(typed)
export async function lockScheme(tx: Tx, actor: Actor, schemeId: string): Promise<Locked<Scheme> | undefined> {
  const row = await visibleSchemes(tx, actor).where('assessmentScheme.id', '=', schemeId).forUpdate('assessmentScheme').executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
export async function findScheme(tx: Tx, schemeId: string): Promise<Scheme> {
  return typed(await schemes(tx).where('assessmentScheme.id', '=', schemeId).executeTakeFirstOrThrow())
}
/** The nearest approved one: of the cohort, of its programme, of the school. */
export async function findSchemeFor(tx: Tx, studentId: string): Promise<Scheme | undefined> {
  const row = await schemes(tx)
    .innerJoin('student', 'student.schoolId', 'assessmentScheme.schoolId')
    .innerJoin('cohort as own', 'own.id', 'student.cohortId')
    .where('student.id', '=', studentId)
    .where('assessmentScheme.state', '=', 'approved')
    .where((one) => one.or([one('assessmentScheme.cohortId', '=', one.ref('own.id')), one.and([one('assessmentScheme.cohortId', 'is', null), one.or([one('assessmentScheme.programmeId', '=', one.ref('own.programmeId')), one('assessmentScheme.programmeId', 'is', null)])])]))
    .orderBy(sql`assessment_scheme.cohort_id is null`)
    .orderBy(sql`assessment_scheme.programme_id is null`)
    .executeTakeFirst()
  return row && typed(row)
}
type SchemeValues = { title: string; programmeId: string | null; cohortId: string | null; items: readonly Item[]; passMark: number }
export async function insertScheme(tx: Tx, { items, ...scheme }: SchemeValues & { schoolId: string; createdBy: string; createdAt: Date; demo: boolean }): Promise<string> {
  const { id } = await tx.insertInto('assessmentScheme').values({ ...scheme, items: JSON.stringify(items), state: 'draft' }).returning('id').executeTakeFirstOrThrow()
  return id
}
export async function updateScheme(tx: Tx, schemeId: string, { items, ...change }: Partial<SchemeValues> & { state?: string; minutesNumber?: string; approvedBy?: string; approvedAt?: Date; createdBy?: string }): Promise<number> {
  const { version } = await tx
    .updateTable('assessmentScheme')
    .set((row) => ({ ...change, ...(items ? { items: JSON.stringify(items) } : {}), version: row('version', '+', 1) }))
    .where('id', '=', schemeId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}
/** The approved one that a new one takes the place of. */
export const retireSame = (tx: Tx, { schoolId, programmeId, cohortId }: Scheme) =>
  tx
    .updateTable('assessmentScheme')
    .set({ state: 'retired' })
    .where('schoolId', '=', schoolId)
    .where('programmeId', 'is not distinct from', programmeId)
    .where('cohortId', 'is not distinct from', cohortId)
    .where('state', '=', 'approved')
    .execute()
export const isOfSchool = async (tx: Tx, schoolId: string, { programmeId, cohortId }: { programmeId: string | null; cohortId: string | null }) => {
  if (programmeId) return (await tx.selectFrom('programme').select('id').where('id', '=', programmeId).where('schoolId', '=', schoolId).executeTakeFirst()) !== undefined
  if (cohortId) return (await tx.selectFrom('cohort').innerJoin('programme', 'programme.id', 'cohort.programmeId').select('cohort.id').where('cohort.id', '=', cohortId).where('programme.schoolId', '=', schoolId).executeTakeFirst()) !== undefined
  return true
}

const typedAssessment = (row: NonNullable<Awaited<ReturnType<typeof readAssessment>>>) => ({ ...row, state: row.state as 'marking' | 'published', unitMarks: row.unitMarks as Marks | null, schoolMarks: row.schoolMarks as Marks | null })
const readAssessment = (tx: Tx, placementId: string) => tx.selectFrom('placementAssessment').selectAll().where('placementId', '=', placementId).executeTakeFirst()
export type Assessment = ReturnType<typeof typedAssessment>
export async function findAssessment(tx: Tx, placementId: string): Promise<Assessment | undefined> {
  const row = await readAssessment(tx, placementId)
  return row && typedAssessment(row)
}
type AssessmentChange = {
  unitMarks?: Marks; unitWords?: string; unitMarkedBy?: string; unitMarker?: string; unitMarkedAt?: Date; schoolMarks?: Marks; schoolWords?: string; schoolMarkedBy?: string; schoolMarker?: string; schoolMarkedAt?: Date
  state?: string; total?: number; passed?: boolean; publishedAt?: Date; certificateNumber?: string | null; certificateCode?: string | null; certifiedOn?: string | null
}
const stored = ({ unitMarks, schoolMarks, ...rest }: AssessmentChange) => ({ ...rest, ...(unitMarks ? { unitMarks: JSON.stringify(unitMarks) } : {}), ...(schoolMarks ? { schoolMarks: JSON.stringify(schoolMarks) } : {}) })
/** Changes what is there; the first to mark makes it. Two sides that mark at the same moment hold the placement one after the other. */
export async function upsertAssessment(tx: Tx, placementId: string, schemeId: string, change: AssessmentChange, now: Date, demo: boolean) {
  const { numUpdatedRows } = await tx
    .updateTable('placementAssessment')
    .set((row) => ({ ...stored(change), updatedAt: now, version: row('version', '+', 1) }))
    .where('placementId', '=', placementId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) await tx.insertInto('placementAssessment').values({ placementId, schemeId, state: 'marking', updatedAt: now, demo, ...stored(change) }).execute()
}

export async function upsertText(tx: Tx, text: { placementId: string; kind: string; text: string; handedInAt: Date | null; updatedAt: Date }) {
  await tx.insertInto('placementText').values(text).onConflict((conflict) => conflict.columns(['placementId', 'kind']).doUpdateSet({ text: text.text, handedInAt: text.handedInAt, updatedAt: text.updatedAt })).execute()
}
export const listTexts = (tx: Tx, placementId: string) => tx.selectFrom('placementText').select(['kind', 'text', 'handedInAt']).where('placementId', '=', placementId).execute()

export async function findObjection(tx: Tx, placementId: string) {
  const row = await tx.selectFrom('assessmentObjection').selectAll().where('placementId', '=', placementId).executeTakeFirst()
  return row && { ...row, state: row.state as 'open' | 'upheld' | 'rejected' }
}
export const insertObjection = (tx: Tx, objection: { placementId: string; reason: string; dueAt: Date; totalBefore: number; createdAt: Date }) => tx.insertInto('assessmentObjection').values({ ...objection, state: 'open' }).execute()
export const updateObjection = (tx: Tx, placementId: string, change: { state: string; answer: string; totalAfter: number; answeredBy: string; answeredAt: Date }) =>
  tx.updateTable('assessmentObjection').set({ ...change, dueAt: null }).where('placementId', '=', placementId).execute()

export const findCertificate = (tx: Tx, number: string, code: string) =>
  tx
    .selectFrom('placementAssessment as a')
    .innerJoin('placement', 'placement.id', 'a.placementId')
    .innerJoin('placementTerms as terms', 'terms.placementId', 'placement.id')
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('organisation as school', 'school.id', 'placement.schoolId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .select(['a.certificateNumber', 'a.certifiedOn', 'student.name', 'school.name as schoolName', 'firm.name as unitName', 'terms.title', 'placement.startsOn', 'placement.endsOn', 'placement.endedOn'])
    .where('a.certificateNumber', '=', number)
    .where('a.certificateCode', '=', code)
    .executeTakeFirst()

type Waiting = 'unit' | 'school' | 'publish' | 'objection' | 'archive'
/** Placements that are over, or about to be: whose marks are awaited. */
export async function pageOfAssessments(tx: Tx, actor: Actor, { waiting, q, page, size }: { waiting?: Waiting; q: string } & Paging, from: string) {
  const seen = hasRole(actor, 'mentor') ? tx.selectFrom('placement').where('placement.id', 'in', tx.selectFrom('placementMentor').select('placementId').where('accountId', '=', actor.accountId)) : visiblePlacements(tx, actor)
  const found = seen
    .leftJoin('placementAssessment as a', 'a.placementId', 'placement.id')
    .where((one) => one.or([one('placement.state', 'in', ['changed', 'ended_early', 'assessed', 'archived']), one.and([one('placement.state', '=', 'active'), one('placement.endsOn', '<=', from)])]))
    .$if(waiting === 'unit', (all) => all.where('a.unitMarks', 'is', null).where('placement.state', 'in', ['active', 'changed', 'ended_early']))
    .$if(waiting === 'school', (all) => all.where('a.schoolMarks', 'is', null).where('placement.state', 'in', ['active', 'changed', 'ended_early']))
    .$if(waiting === 'publish', (all) => all.where('a.unitMarks', 'is not', null).where('a.schoolMarks', 'is not', null).where('placement.state', 'in', ['active', 'changed', 'ended_early']))
    .$if(waiting === 'objection', (all) => all.where('placement.id', 'in', tx.selectFrom('assessmentObjection').select('placementId').where('state', '=', 'open')))
    .$if(waiting === 'archive', (all) => all.where('placement.state', '=', 'assessed'))
    .$if(q !== '', (all) => all.where((one) => one.or([one('placement.number', '=', q.toUpperCase()), one('placement.studentId', 'in', tx.selectFrom('student').select('id').where('name', 'like', `${q}%`))])))
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('organisation as school', 'school.id', 'placement.schoolId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .select(['placement.id as placementId', 'placement.number', 'placement.state', 'student.name as studentName', 'cohort.name as cohortName', 'firm.name as unitName', 'school.name as schoolName', 'a.total', 'a.passed', 'a.certificateNumber'])
    .select(sql<string>`coalesce(placement.ended_on, placement.ends_on)`.as('lastDay'))
    .select([sql<boolean>`a.unit_marks is not null`.as('unitMarked'), sql<boolean>`a.school_marks is not null`.as('schoolMarked')])
    .select(sql<boolean>`exists (select from placement_text t where t.placement_id = placement.id and t.kind = 'summary' and t.handed_in_at is not null)`.as('summary'))
    .select(sql<boolean>`exists (select from assessment_objection o where o.placement_id = placement.id and o.state = 'open')`.as('objection'))
    .orderBy(sql`placement.state in ('assessed', 'archived')`)
    .orderBy('lastDay')
    .orderBy('placement.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows: rows.map((row) => ({ ...row, state: row.state as Placement['state'] })), total }
}
