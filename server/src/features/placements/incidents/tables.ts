import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import type { Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { visiblePlacements } from '../tables.ts'

export type State = 'open' | 'told' | 'closed'
type Kind = 'injury' | 'illness' | 'traffic' | 'missing' | 'conflict' | 'other'
export type Whom = 'guardian' | 'school' | 'unit' | 'authority' | 'insurer' | 'police' | 'hospital'
export type ClaimState = 'reported' | 'documented' | 'assessed' | 'settled' | 'refused' | 'withdrawn'

/** An incident is seen by whoever sees the placement. */
const visibleIncidents = (tx: Tx, actor: Actor) =>
  tx.selectFrom('incident').innerJoin('placement', 'placement.id', 'incident.placementId').where('placement.id', 'in', visiblePlacements(tx, actor).select('placement.id'))

const whole = (rows: ReturnType<typeof visibleIncidents>) =>
  rows
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .innerJoin('organisation as school', 'school.id', 'placement.schoolId')
    .leftJoin('teacher', 'teacher.id', 'placement.supervisorId')
    .leftJoin('account as author', 'author.id', 'incident.createdBy')
    .selectAll('incident')
    .select(['placement.allianceId', 'placement.schoolId', 'placement.organisationId', 'placement.studentId', 'placement.number as placementNumber'])
    .select(['student.name as studentName', 'firm.name as unitName', 'school.name as schoolName', 'teacher.accountId as supervisorAccountId', 'author.name as authorName'])
type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State, kind: row.kind as Kind, severity: row.severity as 'light' | 'serious' | 'grave' })
export type Incident = ReturnType<typeof typed>

export async function findIncident(tx: Tx, actor: Actor, incidentId: string): Promise<Incident | undefined> {
  const row = await whole(visibleIncidents(tx, actor).where('incident.id', '=', incidentId)).executeTakeFirst()
  return row && typed(row)
}
export async function lockIncident(tx: Tx, actor: Actor, incidentId: string): Promise<Locked<Incident> | undefined> {
  const row = await whole(visibleIncidents(tx, actor).where('incident.id', '=', incidentId)).forUpdate(['incident']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
export async function pageOfIncidents(tx: Tx, actor: Actor, { state, placementId, page, size }: { state?: State; placementId?: string } & Paging) {
  const found = visibleIncidents(tx, actor)
    .$if(state !== undefined, (all) => all.where('incident.state', '=', state!))
    .$if(placementId !== undefined, (all) => all.where('incident.placementId', '=', placementId!))
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(found)
    .orderBy(sql`incident.state = 'closed'`)
    .orderBy('incident.createdAt', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows: rows.map(typed), total }
}

type NewIncident = { number: string; placementId: string; kind: string; severity: string; happenedAt: Date; place: string; text: string; dueAt: Date; createdBy: string; createdAt: Date; demo: boolean }
export async function insertIncident(tx: Tx, incident: NewIncident): Promise<string> {
  const { id } = await tx.insertInto('incident').values({ ...incident, state: 'open' }).returning('id').executeTakeFirstOrThrow()
  return id
}
export async function updateIncident(tx: Tx, incidentId: string, change: { state?: State; toldAt?: Date; late?: boolean; conclusion?: string; closedAt?: Date }) {
  await tx.updateTable('incident').set(change).where('id', '=', incidentId).execute()
}

export async function insertNotice(tx: Tx, notice: { incidentId: string; whom: Whom; name: string; channel: string; toldAt: Date; writtenBy: string; writtenAt: Date }) {
  await tx.insertInto('incidentNotice').values(notice).execute()
}
export async function listNotices(tx: Tx, incidentId: string) {
  const rows = await tx
    .selectFrom('incidentNotice as notice')
    .leftJoin('account', 'account.id', 'notice.writtenBy')
    .select(['notice.id', 'notice.whom', 'notice.name', 'notice.channel', 'notice.toldAt', 'account.name as by'])
    .where('incidentId', '=', incidentId)
    .orderBy('notice.toldAt')
    .execute()
  return rows.map((row) => ({ ...row, whom: row.whom as Whom, channel: row.channel as 'call' | 'in_person' | 'message' | 'letter' }))
}
export async function insertMeasure(tx: Tx, measure: { incidentId: string; text: string; doneOn: string; writtenBy: string; writtenAt: Date }) {
  await tx.insertInto('incidentMeasure').values(measure).execute()
}
export const listMeasures = (tx: Tx, incidentId: string) =>
  tx
    .selectFrom('incidentMeasure as measure')
    .leftJoin('account', 'account.id', 'measure.writtenBy')
    .select(['measure.id', 'measure.text', 'measure.doneOn', 'account.name as by'])
    .where('incidentId', '=', incidentId)
    .orderBy('measure.doneOn')
    .orderBy('measure.id')
    .execute()

/** Policies that cover this placement on this day. */
export const listPolicies = (tx: Tx, placementId: string, day: string) =>
  tx
    .selectFrom('insuranceCover as cover')
    .innerJoin('insurancePolicy as policy', 'policy.id', 'cover.policyId')
    .select(['policy.id', 'policy.number', 'policy.insurer', 'policy.kind'])
    .where('cover.placementId', '=', placementId)
    .where('cover.fromDay', '<=', day)
    .where('cover.untilDay', '>=', day)
    .where((one) => one.or([one('policy.endedOn', 'is', null), one('policy.endedOn', '>=', day)]))
    .orderBy('policy.number')
    .execute()

export async function insertClaim(tx: Tx, claim: { incidentId: string; policyId: string; claimNumber: string | null; claimed: number | null; createdAt: Date }): Promise<string> {
  const { id } = await tx.insertInto('insuranceClaim').values({ ...claim, state: 'reported' }).returning('id').executeTakeFirstOrThrow()
  return id
}
export async function updateClaim(tx: Tx, claimId: string, change: { state: ClaimState; claimNumber?: string; approved?: number; paid?: number; paidOn?: string; payee?: string; refusal?: string }) {
  await tx.updateTable('insuranceClaim').set(change).where('id', '=', claimId).execute()
}
export async function insertClaimStep(tx: Tx, step: { claimId: string; state: ClaimState; onDay: string; remark: string; writtenBy: string; writtenAt: Date }) {
  await tx.insertInto('insuranceClaimStep').values(step).execute()
}
export async function listClaims(tx: Tx, incidentId: string) {
  const rows = await tx
    .selectFrom('insuranceClaim as claim')
    .innerJoin('insurancePolicy as policy', 'policy.id', 'claim.policyId')
    .selectAll('claim')
    .select(['policy.number as policyNumber', 'policy.insurer'])
    .where('claim.incidentId', '=', incidentId)
    .orderBy('claim.createdAt')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as ClaimState, payee: row.payee as 'student' | 'guardian' | 'school' | 'unit' | 'hospital' | null }))
}
export async function listClaimSteps(tx: Tx, claimIds: readonly string[]) {
  if (claimIds.length === 0) return []
  const rows = await tx
    .selectFrom('insuranceClaimStep as step')
    .leftJoin('account', 'account.id', 'step.writtenBy')
    .select(['step.claimId', 'step.state', 'step.onDay', 'step.remark', 'account.name as by'])
    .where('step.claimId', 'in', claimIds)
    .orderBy('step.writtenAt')
    .orderBy('step.id')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as ClaimState }))
}
