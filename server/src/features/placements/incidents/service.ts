import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { advance, askFor } from '../../inbox/service.ts'
import type { Placement } from '../service.ts'
import type { IncidentView } from './contract.ts'
import { incidentLife, type IncidentInMotion } from './lifecycle.ts'
import { mayClaim, mayNoteMeasure, mayTendIncident } from './policy.ts'
import { claimStepsFrom, faultsOfStep, owedNotices, tellWithinHours, whyNotClose, type ClaimState, type Whom } from './rules.ts'
import {
  insertClaim, insertClaimStep, insertIncident, insertMeasure, insertNotice, listClaims, listClaimSteps, listMeasures, listNotices, listPolicies, pageOfIncidents, updateClaim, updateIncident, type Incident, type State,
} from './tables.ts'

const inMotion = ({ id, number, state, studentName, unitName, dueAt, supervisorAccountId, allianceId, schoolId, organisationId, studentId }: Incident): IncidentInMotion => ({
  id, number, state, studentName, unitName, dueAt, supervisorAccountId, allianceId, schoolId, organisationId, studentId,
})
const rowOf = (incident: Incident) => {
  const { id, number, state, kind, severity, happenedAt, place, dueAt, toldAt, late, createdAt, demo, placementId, placementNumber, studentName, unitName, schoolName } = incident
  return { id, number, state, kind, severity, happenedAt, place, dueAt, toldAt, late, createdAt, demo, placement: { id: placementId, number: placementNumber, studentName, unitName, schoolName } }
}
export async function viewIncidents(tx: Tx, actor: Actor, query: { state?: State; placementId?: string; page: number; size: number }) {
  const { rows, total } = await pageOfIncidents(tx, actor, query)
  return { rows: rows.map(rowOf), total, page: query.page, size: query.size }
}

export async function viewIncident(tx: Tx, actor: Actor, incident: Incident): Promise<IncidentView> {
  const notices = await listNotices(tx, incident.id)
  const claims = await listClaims(tx, incident.id)
  const steps = Map.groupBy(await listClaimSteps(tx, claims.map(({ id }) => id)), ({ claimId }) => claimId)
  const { text, conclusion, closedAt, authorName } = incident
  const open = incident.state !== 'closed'
  return {
    ...rowOf(incident),
    text, conclusion, closedAt, createdBy: authorName,
    notices,
    owed: owedNotices(incident, notices.map(({ whom }) => whom)),
    measures: await listMeasures(tx, incident.id),
    claims: claims.map(({ id, state, policyNumber, insurer, claimNumber, claimed, approved, paid, paidOn, payee, refusal }) => ({
      id, state, policyNumber, insurer, claimNumber, claimed, approved, paid, paidOn, payee, refusal, steps: (steps.get(id) ?? []).map(({ state: to, onDay, remark, by }) => ({ state: to, onDay, remark, by })), next: mayClaim(actor, incident) ? [...claimStepsFrom(state)] : [],
    })),
    policies: mayClaim(actor, incident) ? await listPolicies(tx, incident.placementId, dayOf(incident.happenedAt)) : [],
    can: { tell: open && mayTendIncident(actor, incident), measure: open && mayNoteMeasure(actor, incident), claim: open && mayClaim(actor, incident), close: incident.state === 'told' && mayClaim(actor, incident) },
  }
}

type Wish = { kind: string; severity: string; happenedAt: Date; place: string; text: string }
export async function reportIncident(tx: Tx, actor: Actor, placement: Placement, wish: Wish, now: Date) {
  if (wish.happenedAt > now) refuse('invalid_input', { issues: [{ path: ['happenedAt'], code: 'too_late' }] })
  if (dayOf(wish.happenedAt) < placement.startsOn) refuse('invalid_input', { issues: [{ path: ['happenedAt'], code: 'out_of_order' }] })
  const number = await nextNumber(tx, 'AQ', now)
  const dueAt = new Date(now.getTime() + tellWithinHours * 3_600_000)
  const id = await insertIncident(tx, { number, placementId: placement.id, ...wish, dueAt, createdBy: actor.accountId, createdAt: now, demo: placement.demo })
  const { allianceId, schoolId, organisationId, studentId, studentName, unitName, supervisorAccountId } = placement
  await askFor(tx, actor, incidentLife, { id, number, state: 'open', studentName, unitName, dueAt, supervisorAccountId, allianceId, schoolId, organisationId, studentId }, now)
  audit(tx, actor, now, { event: 'incident.reported', subjectType: 'incident', subjectId: id, details: { number, placement: placement.number, kind: wish.kind, severity: wish.severity } })
  return { id, number }
}

/** Who was told when. With the last of those who have to know, the clock stops; whether it had run out stays written. */
export async function noteNotice(tx: Tx, actor: Actor, incident: Locked<Incident>, notice: { whom: Whom; name: string; channel: string; toldAt: Date }, now: Date): Promise<{ state: State }> {
  if (incident.state === 'closed') refuse('wrong_state', { state: incident.state })
  if (notice.toldAt > now) refuse('invalid_input', { issues: [{ path: ['toldAt'], code: 'too_late' }] })
  if (notice.toldAt < incident.happenedAt) refuse('invalid_input', { issues: [{ path: ['toldAt'], code: 'out_of_order' }] })
  await insertNotice(tx, { incidentId: incident.id, ...notice, writtenBy: actor.accountId, writtenAt: now })
  audit(tx, actor, now, { event: 'incident.notified', subjectType: 'incident', subjectId: incident.id, details: { number: incident.number, whom: notice.whom } })
  const notices = await listNotices(tx, incident.id)
  if (incident.state !== 'open' || owedNotices(incident, notices.map(({ whom }) => whom)).length > 0) return { state: incident.state }
  const toldAt = notices.reduce((last, { toldAt: at }) => (at > last ? at : last), incident.happenedAt)
  const late = toldAt > incident.dueAt
  const state = await advance(tx, actor, incidentLife, 'tell', { ...inMotion(incident), locked: true }, now, { number: incident.number, late })
  await updateIncident(tx, incident.id, { state, toldAt, late })
  return { state }
}

export async function noteMeasure(tx: Tx, actor: Actor, incident: Locked<Incident>, measure: { text: string; doneOn: string }, now: Date) {
  if (incident.state === 'closed') refuse('wrong_state', { state: incident.state })
  if (measure.doneOn > dayOf(now)) refuse('invalid_input', { issues: [{ path: ['doneOn'], code: 'too_late' }] })
  await insertMeasure(tx, { incidentId: incident.id, ...measure, writtenBy: actor.accountId, writtenAt: now })
  audit(tx, actor, now, { event: 'incident.measured', subjectType: 'incident', subjectId: incident.id, details: { number: incident.number } })
  return {}
}

type ClaimWish = { policyId: string; claimNumber: string; claimed?: number | null; reportedOn: string }
export async function openClaim(tx: Tx, actor: Actor, incident: Locked<Incident>, wish: ClaimWish, now: Date) {
  if (incident.state === 'closed') refuse('wrong_state', { state: incident.state })
  const happenedOn = dayOf(incident.happenedAt)
  // A policy that does not cover the day is not claimed on (rule 1.39).
  if (!(await listPolicies(tx, incident.placementId, happenedOn)).some(({ id }) => id === wish.policyId)) refuse('policy_not_covering', { day: happenedOn })
  if (wish.reportedOn > dayOf(now) || wish.reportedOn < happenedOn) refuse('invalid_input', { issues: [{ path: ['reportedOn'], code: wish.reportedOn < happenedOn ? 'out_of_order' : 'too_late' }] })
  const id = await insertClaim(tx, { incidentId: incident.id, policyId: wish.policyId, claimNumber: wish.claimNumber || null, claimed: wish.claimed ?? null, createdAt: now })
  await insertClaimStep(tx, { claimId: id, state: 'reported', onDay: wish.reportedOn, remark: '', writtenBy: actor.accountId, writtenAt: now })
  audit(tx, actor, now, { event: 'incident.claimed', subjectType: 'incident', subjectId: incident.id, details: { number: incident.number, claimId: id } })
  return { id }
}

type Step = { to: ClaimState; onDay: string; remark: string; claimNumber?: string; approved?: number; paid?: number; payee?: string }
export async function stepClaim(tx: Tx, actor: Actor, incident: Locked<Incident>, claimId: string, step: Step, now: Date): Promise<{ state: ClaimState }> {
  const claim = (await listClaims(tx, incident.id)).find(({ id }) => id === claimId) ?? refuse('not_found')
  if (!claimStepsFrom(claim.state).includes(step.to)) refuse('wrong_state', { state: claim.state, action: step.to })
  const last = (await listClaimSteps(tx, [claimId])).at(-1)!
  const issues = faultsOfStep(step, { today: dayOf(now), lastDay: last.onDay })
  if (issues.length > 0) refuse('invalid_input', { issues })
  await updateClaim(tx, claimId, {
    state: step.to,
    ...(step.claimNumber ? { claimNumber: step.claimNumber } : {}),
    ...(step.to === 'assessed' ? { approved: step.approved! } : {}),
    ...(step.to === 'settled' ? { paid: step.paid!, paidOn: step.onDay, payee: step.payee! } : {}),
    ...(step.to === 'refused' ? { refusal: step.remark } : {}),
  })
  await insertClaimStep(tx, { claimId, state: step.to, onDay: step.onDay, remark: step.remark, writtenBy: actor.accountId, writtenAt: now })
  audit(tx, actor, now, { event: 'incident.claim_moved', subjectType: 'incident', subjectId: incident.id, details: { number: incident.number, claimId, to: step.to } })
  return { state: step.to }
}

export async function closeIncident(tx: Tx, actor: Actor, incident: Locked<Incident>, conclusion: string, now: Date): Promise<{ state: State }> {
  const no = incident.state === 'told' ? whyNotClose({ measures: (await listMeasures(tx, incident.id)).length, claims: (await listClaims(tx, incident.id)).map(({ state }) => state) }) : null
  if (no) refuse(no)
  const state = await advance(tx, actor, incidentLife, 'close', { ...inMotion(incident), locked: true }, now, { number: incident.number })
  await updateIncident(tx, incident.id, { state, conclusion, closedAt: now })
  return { state }
}
