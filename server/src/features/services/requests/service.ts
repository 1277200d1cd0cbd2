import type { Actor } from '../../../kernel/actor.ts'
import { addDays, closingOf, dayOf, dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import type { Assignee } from '../../../kernel/lifecycle.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { advance, settle } from '../../inbox/service.ts'
import { contactRoleOf } from '../../members/service.ts'
import { grantAccess, lockProblemById, move as moveProblem, noteAnswered, noteUnanswered, reportSolution, revokeAccess, type Problem } from '../../needs/problems/service.ts'
import { rateWithin } from '../ratings/rules.ts'
import type { RequestAction } from './contract.ts'
import { requestLife, type RequestAction as Action, type RequestInMotion } from './lifecycle.ts'
import { confirmWithin, deliversAtMostDays, faultsOfDelivery, faultsOfPromise, isAnswer, isRunning, mendWithin, rerouteWithin, whyNotAnswer, type Fault } from './rules.ts'
import { findNeedOf, listOfNeed, lockRequestAnyhow, updateRequest, type RequestChange, type ServiceRequest } from './tables.ts'

export { findProblem, lockProblem } from '../../needs/problems/service.ts'
export { findRequest, type ServiceRequest } from './tables.ts'

export type Held = { request: Locked<ServiceRequest>; problem: Locked<Problem> }

/** Need and request held together, the need first: whoever routes holds it, too. */
export async function lockWithNeed(tx: Tx, actor: Actor, requestId: string): Promise<Held | undefined> {
  const found = await findNeedOf(tx, actor, requestId)
  return found && lockAnyhow(tx, found.needId, requestId)
}
export async function lockAnyhow(tx: Tx, needId: string, requestId: string): Promise<Held | undefined> {
  const problem = await lockProblemById(tx, needId)
  const request = problem && (await lockRequestAnyhow(tx, requestId))
  return request && { request, problem }
}

/** The request with what its lifecycle looks at: who is asked, and by when. */
export function inMotion(request: ServiceRequest, now: Date, { nobodyElse = false } = {}): RequestInMotion {
  const { id, number, state, needTitle, askerName, providerName, objection, reason, dueAt, allianceId, askerId, askerSpeakerId, providerId, managerId, needBy } = request
  const asker: Assignee = askerSpeakerId && request.speakerKind ? { role: contactRoleOf(request.speakerKind), organisationId: askerSpeakerId } : { role: contactRoleOf(request.askerKind), organisationId: askerId }
  return {
    id, number, state, needTitle, askerName, providerName, objection, reason, dueAt, allianceId, askerId, askerSpeakerId, providerId, managerId, needBy,
    asker,
    provider: { role: contactRoleOf(request.providerKind), organisationId: providerId },
    window: nobodyElse ? [managerId ? { accountId: managerId } : { role: 'secretariat', allianceId }] : [],
    clocks: { rate: dueInWorkingDays(now, rateWithin), reroute: dueInWorkingDays(now, rerouteWithin) },
  }
}

/** Moves, stores, and answers what the page needs. */
export async function go(tx: Tx, by: Actor | null, request: Locked<ServiceRequest>, action: Action, change: RequestChange, now: Date, { details = {}, nobodyElse = false }: { details?: Record<string, unknown>; nobodyElse?: boolean } = {}) {
  const then = inMotion({ ...request, ...change, state: request.state }, now, { nobodyElse })
  const state = await advance(tx, by, requestLife, action, { ...then, locked: true }, now, { number: request.number, need: request.needNumber, ...details })
  return { id: request.id, state, version: await updateRequest(tx, request.id, { ...change, state }, now) }
}

export type Step = { action: RequestAction; plan?: string; deliverBy?: string; confidential?: boolean; delivery?: string; declineCode?: string; reason?: string; solved?: boolean; version: number }

/** One step of a request, by hand. */
export async function moveRequest(tx: Tx, actor: Actor, held: Held, step: Step, now: Date) {
  const { request } = held
  if (request.version !== step.version) refuse('changed_meanwhile')
  const { action, reason } = step
  if (['decline', 'object', 'withdraw'].includes(action) && !reason) refuse('reason_needed', { field: 'reason' })
  if (action === 'decline' && !step.declineCode) refuse('reason_needed', { field: 'declineCode' })
  if (action === 'accept') return accept(tx, actor, held, step, now)
  if (action === 'deliver') return deliver(tx, actor, held, step, now)
  if (action === 'confirm') return confirm(tx, actor, held, step.solved ?? true, now)
  if (action === 'object') return go(tx, actor, request, 'object', { objection: reason!, escalation: 0, dueAt: dueInWorkingDays(now, mendWithin) }, now, { details: { reason } })
  return end(tx, actor, held, action, { reason: reason!, ...(action === 'decline' ? { declineCode: step.declineCode! } : {}) }, now)
}

const refuseFaults = (issues: readonly Fault[]) => void (issues.length > 0 && refuse('invalid_input', { issues }))

/** Yes, with what will be done and until when. What is confidential is opened to the provider from here on. */
export async function accept(tx: Tx, actor: Actor, { request, problem }: Held, { plan, deliverBy, confidential }: { plan?: string; deliverBy?: string; confidential?: boolean }, now: Date) {
  const no = whyNotAnswer(problem.state)
  if (no) refuse(no, { state: problem.state })
  refuseFaults(faultsOfPromise({ plan, deliverBy }, { today: dayOf(now), furthest: addDays(dayOf(now), deliversAtMostDays) }))
  const secret = problem.secrecy === 'nda' && !request.granted
  if (secret && !confidential) refuse('confidentiality_needed')
  const change = { acceptedAt: now, plan: plan!.trim(), deliverBy: deliverBy!, dueAt: closingOf(deliverBy!), escalation: 0 }
  const moved = await go(tx, actor, request, 'accept', change, now, { details: { deliverBy, ...(secret ? { promisedConfidentiality: true } : {}) } })
  if (secret) await grantAccess(tx, actor, { problem, organisationId: request.providerId, source: accessOf(request) }, now)
  await noteAnswered(tx, actor, problem, now, { byOrganisationId: request.providerId })
  return moved
}
const accessOf = ({ id }: { id: string }) => `service_request:${id}`

async function deliver(tx: Tx, actor: Actor, { request }: Held, { delivery }: Step, now: Date) {
  refuseFaults(faultsOfDelivery({ delivery }))
  return go(tx, actor, request, 'deliver', { deliveredAt: now, delivery: delivery!.trim(), objection: null, dueAt: dueInWorkingDays(now, confirmWithin), escalation: 0 }, now)
}

/** The asker's word: it was delivered; and whether the need is solved by it. */
async function confirm(tx: Tx, actor: Actor, { request, problem }: Held, solved: boolean, now: Date) {
  const moved = await go(tx, actor, request, 'confirm', { confirmedAt: now, dueAt: null }, now, { details: { solved } })
  if (solved) await solve(tx, actor, { request, problem }, now)
  else await backToTheWindow(tx, actor, problem, request.id, now)
  return moved
}

/** Solved, in the asker's name; whoever else was asked need do nothing more. */
async function solve(tx: Tx, actor: Actor, { request, problem }: Held, now: Date) {
  if (['open', 'answered'].includes(problem.state)) await reportSolution(tx, actor, problem, { solution: request.delivery!, byOrganisationId: request.providerId }, now)
  const reported = (await lockProblemById(tx, problem.id))!
  if (reported.state === 'settling') await moveProblem(tx, actor, reported, { action: 'confirm', version: reported.version }, now)
  for (const other of await listOfNeed(tx, problem.id)) if (other.id !== request.id && isRunning(other.state)) await close(tx, actor, { ...other, locked: true }, now)
  await settleWindow(tx, actor, problem.id, now)
}

/** The need ended without this one. */
export async function close(tx: Tx, by: Actor | null, request: Locked<ServiceRequest>, now: Date) {
  await go(tx, by, request, 'close', { dueAt: null, endedAt: now, reason: null }, now)
}

/** A "no", a clock that ran out, or taken back: the next provider, and the need is open again when nobody else works on it. */
export async function end(tx: Tx, by: Actor | null, { request, problem }: Held, action: 'decline' | 'withdraw' | 'lapse', change: RequestChange, now: Date) {
  const others = (await listOfNeed(tx, problem.id)).filter((one) => one.id !== request.id && isRunning(one.state))
  const nobodyElse = others.length === 0 && ['open', 'answered'].includes(problem.state)
  const { reason, declineCode } = change
  const moved = await go(tx, by, request, action, { ...change, dueAt: null, endedAt: now }, now, { nobodyElse, details: { ...(reason ? { reason } : {}), ...(declineCode ? { declineCode } : {}) } })
  await revokeAccess(tx, by, { problem, organisationId: request.providerId, source: accessOf(request) }, now)
  await backToTheWindow(tx, by, problem, request.id, now)
  return moved
}

async function backToTheWindow(tx: Tx, by: Actor | null, problem: Locked<Problem>, exceptId: string, now: Date) {
  const working = (await listOfNeed(tx, problem.id)).some((one) => one.id !== exceptId && isAnswer(one.state))
  if (!working) await noteUnanswered(tx, by, problem, now)
}

/** Somebody has it again, or nobody needs to: what lay at the window is done. */
export async function settleWindow(tx: Tx, by: Pick<Actor, 'accountId'> | null, needId: string, now: Date) {
  const all = await listOfNeed(tx, needId)
  await settle(tx, by, { subjectType: 'service_request', subjectIds: all.map(({ id }) => id), kinds: ['service_request.route', 'service_request.late'] }, 'route', now)
}
