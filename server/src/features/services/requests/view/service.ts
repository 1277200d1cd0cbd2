import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { historyOf } from '../../../../kernel/history.ts'
import { canMove } from '../../../../kernel/lifecycle.ts'
import type { Problem } from '../../../needs/problems/service.ts'
import { burdensOf } from '../../contacts/service.ts'
import type { RequestRow, RequestView } from '../contract.ts'
import { requestLife } from '../lifecycle.ts'
import { mayRate, mayRoute, mayTakeNeed, seesTextsOf, sideOf } from '../policy.ts'
import { isRunning, whyNotAnswer } from '../rules.ts'
import { inMotion, type ServiceRequest } from '../service.ts'
import { listVisibleOfNeed } from '../tables.ts'
import { pageOfRequests, type Filter, type ListedRequest } from './tables.ts'

const iso = (moment: Date | null) => moment?.toISOString() ?? null

function rowView(row: ListedRequest | ServiceRequest): RequestRow {
  const { id, number, needId, needNumber, needTitle, askerId, askerName, providerId, providerName, offerId, offerTitle, escalation, deliverBy, stars, demo } = row
  return {
    id, number, needId, needNumber, needTitle, askerId, askerName, providerId, providerName, offerId, offerTitle, escalation, deliverBy, stars, demo,
    state: row.state as RequestRow['state'],
    family: row.family as RequestRow['family'],
    declineCode: row.declineCode as RequestRow['declineCode'],
    routedAt: row.routedAt.toISOString(),
    dueAt: iso(row.dueAt),
  }
}

export async function viewRequests(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }, now: Date) {
  const { rows, total } = await pageOfRequests(tx, actor, query, now)
  return { rows: rows.map(rowView), total, page: query.page, size: query.size }
}

export function viewRequest(actor: Actor, request: ServiceRequest, now: Date): RequestView {
  const whole = seesTextsOf(actor, request)
  const { needState, version } = request
  const { message, plan, delivery, objection, reason, words } = whole ? request : { message: null, plan: null, delivery: null, objection: null, reason: null, words: null }
  const can = canMove(requestLife, actor, inMotion(request, now))
  return {
    ...rowView(request),
    needState, message, plan, delivery, objection, reason, words, version, whole,
    routedAs: request.routedAs as RequestView['routedAs'],
    acceptedAt: iso(request.acceptedAt),
    deliveredAt: iso(request.deliveredAt),
    confirmedAt: iso(request.confirmedAt),
    endedAt: iso(request.endedAt),
    ratedAt: iso(request.ratedAt),
    confidential: request.secrecy === 'nda' && !request.granted,
    side: sideOf(actor, request)!,
    can: { ...can, accept: can.accept && whyNotAnswer(needState) === null, rate: request.state === 'confirmed' && mayRate(actor, request) },
  }
}

/** Reasons are for those who have a part in it. */
export async function viewHistory(tx: Tx, actor: Actor, request: ServiceRequest) {
  const whole = seesTextsOf(actor, request)
  const rows = await historyOf(tx, 'service_request', request.id)
  return { rows: rows.map(({ details, ...row }) => ({ ...row, at: row.at.toISOString(), details: whole ? details : {} })) }
}

/** For the page of a need. */
export async function viewOfNeed(tx: Tx, actor: Actor, problem: Problem, now: Date) {
  const rows = await listVisibleOfNeed(tx, actor, problem.id)
  const open = whyNotAnswer(problem.state) === null
  const route = open && mayRoute(actor, problem)
  const take = open && mayTakeNeed(actor, problem) && !rows.some(({ providerId, state }) => providerId === actor.organisationId && isRunning(state))
  const { allianceId, organisationId, organisationKind } = problem
  const firm = route && organisationKind === 'enterprise'
  const burden = firm ? (await burdensOf(tx, { allianceId, organisationIds: [organisationId] }, now)).get(organisationId)! : null
  return { rows: rows.map(rowView), can: { route, take }, burden }
}
