import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { addDays, dayOf, dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import type { Assignee } from '../../../kernel/lifecycle.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { advance, settle } from '../../inbox/service.ts'
import { viewOrganisationBrief } from '../../members/service.ts'
import { codeNames } from '../../talent/codes/service.ts'
import { contactRoleOf } from '../policy.ts'
import { firmToWriteFor } from '../service.ts'
import type { DeclineCode, ProblemAction, ProblemFields } from './contract.ts'
import { problemLife, type ProblemAction as Action, type ProblemInMotion } from './lifecycle.ts'
import { seesPrivateOf } from './policy.ts'
import { answerWithin, gapsOf, holdsAtMostDays, repairWithin, verifyWithin, type ProblemFilled } from './rules.ts'
import {
  deleteAccess, findAccess, findProblemRow, insertAccess, insertProblem, listForMatching, listMatchedIdsOf, listMatchedVersions, listVisibleIds, lockProblemAnyhow, lockProblemRow, markOfMatched, updateProblem, updateProblemContent,
  type NeedChange, type Problem, type ProblemChange,
} from './tables.ts'

export type { Problem } from './tables.ts'

/** For the rooms to the right: what this actor sees, and the same held until the transaction ends. */
export const findProblem = (tx: Tx, actor: Actor, needId: string) => findProblemRow(tx, actor, needId)
export const lockProblem = (tx: Tx, actor: Actor, needId: string) => lockProblemRow(tx, actor, needId)
/** For a room that holds the id by right of its own (an introduction, an offer), or for the clock. */
export const lockProblemById = (tx: Tx, needId: string) => lockProblemAnyhow(tx, needId)
/** The public text of what is open or being talked about; never private details or budget. */
export const problemsForMatching = (tx: Tx, filter: { kind?: 'technology' | 'service'; ids?: readonly string[] } = {}) => listForMatching(tx, filter)
/** Which those are and in which version; and, cheaper, whether that is another than before. */
export const problemVersions = (tx: Tx, kind: 'technology' | 'service') => listMatchedVersions(tx, kind)
export const problemIdsOf = async (tx: Tx, kind: 'technology' | 'service', organisationId: string) => (await listMatchedIdsOf(tx, kind, organisationId)).map(({ id }) => id)
export const markOfProblems = (tx: Tx, kind: 'technology' | 'service') => markOfMatched(tx, kind)
export type ProblemForMatching = Awaited<ReturnType<typeof problemsForMatching>>[number]

/** Whether this actor reads private details, budget and files. */
export async function seesPrivate(tx: Tx, actor: Actor, problem: Problem): Promise<boolean> {
  if (seesPrivateOf(actor, { ...problem, granted: [] })) return true
  return actor.organisationId !== null && actor.role !== 'student' && (await findAccess(tx, problem.id, actor.organisationId)) !== undefined
}

type Access = { problem: { id: string; number: string }; organisationId: string; source: string }
/** A confidentiality agreement holds from now on; the same source twice changes nothing. */
export async function grantAccess(tx: Tx, actor: Actor, { problem, organisationId, source }: Access, now: Date) {
  const added = await insertAccess(tx, { needId: problem.id, organisationId, source, grantedAt: now, grantedBy: actor.accountId })
  if (added > 0) audit(tx, actor, now, { event: 'problem.access_granted', subjectType: 'problem', subjectId: problem.id, details: { number: problem.number, organisationId, source } })
}
export async function revokeAccess(tx: Tx, actor: Actor | null, { problem, organisationId, source }: Access, now: Date) {
  const gone = await deleteAccess(tx, { needId: problem.id, organisationId, source })
  if (gone > 0) audit(tx, actor, now, { event: 'problem.access_revoked', subjectType: 'problem', subjectId: problem.id, details: { number: problem.number, organisationId, source } })
}

const storedOf = ({ kind: _kind, title, titleEn, validUntil, ...problem }: ProblemFields) => ({ need: { title, titleEn, validUntil }, problem })

/** What no draft may say either: fields nobody knows, a range upside down. */
async function refuseNonsense(tx: Tx, { kind, family, fieldCodes, budgetMin, budgetMax }: Pick<ProblemFields, 'kind' | 'family' | 'fieldCodes' | 'budgetMin' | 'budgetMax'>) {
  const known = await codeNames(tx, 'industry', fieldCodes)
  const issues = [
    ...fieldCodes.flatMap((code, at) => (known.has(code) ? [] : [{ path: ['fieldCodes', at], code: 'unknown' }])),
    ...(budgetMin !== null && budgetMax !== null && budgetMax < budgetMin ? [{ path: ['budgetMax'], code: 'below_minimum' }] : []),
    ...(kind === 'technology' && family !== null ? [{ path: ['family'], code: 'not_for_technology' }] : []),
  ]
  if (issues.length > 0) refuse('invalid_input', { issues })
}

const seriesOf = { technology: 'J', service: 'F' } as const

export async function raise(tx: Tx, actor: Actor, { organisationId, ...fields }: ProblemFields & { organisationId?: string }, now: Date) {
  const { firm, spokenBy, allianceId } = await firmToWriteFor(tx, actor, organisationId)
  await refuseNonsense(tx, fields)
  const number = await nextNumber(tx, seriesOf[fields.kind], now)
  const { need, problem } = storedOf(fields)
  const { id } = await insertProblem(tx, { ...need, kind: fields.kind, number, allianceId, organisationId: firm.id, spokenBy, createdBy: actor.accountId, createdAt: now, updatedAt: now }, problem)
  audit(tx, actor, now, { event: 'problem.raised', subjectType: 'problem', subjectId: id, details: { number, kind: fields.kind } })
  return { id, number, version: 1 }
}

/** Only a draft is changed: what others have read stays as they read it. */
export async function change(tx: Tx, actor: Actor, problem: Locked<Problem>, { version, ...fields }: Omit<ProblemFields, 'kind'> & { version: number }, now: Date) {
  if (problem.state !== 'draft') refuse('wrong_state', { state: problem.state })
  await refuseNonsense(tx, { ...fields, kind: problem.kind })
  const stored = storedOf({ ...fields, kind: problem.kind })
  if ((await updateProblemContent(tx, problem.id, version, { ...stored.need, updatedAt: now }, stored.problem)) === 0) refuse('changed_meanwhile')
  audit(tx, actor, now, { event: 'problem.changed', subjectType: 'problem', subjectId: problem.id, details: { number: problem.number } })
  return { id: problem.id, number: problem.number, version: version + 1 }
}

export type Question = Pick<ProblemFields, 'title' | 'description' | 'presentValue' | 'wantedValue' | 'privateDetails'> & { version: number }
const clarified = ['submitted', 'open', 'answered']
/** A need that was submitted is rewritten by who verifies or manages it: a question that can be answered, and no secrets in it. */
export async function clarify(tx: Tx, actor: Actor, problem: Locked<Problem>, { version, title, ...question }: Question, now: Date) {
  if (!clarified.includes(problem.state)) refuse('wrong_state', { state: problem.state })
  const gaps = gapsNow({ ...problem, ...question }, now).filter(({ field }) => field in question)
  if (gaps.length > 0) refuse('need_incomplete', { gaps })
  const { family, descriptionEn, fieldCodes, budgetMin, budgetMax, wantedBy, secrecy, titleEn, validUntil } = problem
  const kept = { family, descriptionEn, fieldCodes, budgetMin, budgetMax, wantedBy, secrecy }
  if ((await updateProblemContent(tx, problem.id, version, { title, titleEn, validUntil, updatedAt: now }, { ...kept, ...question })) === 0) refuse('changed_meanwhile')
  audit(tx, actor, now, { event: 'problem.clarified', subjectType: 'problem', subjectId: problem.id, details: { number: problem.number } })
  return { id: problem.id, number: problem.number, version: version + 1 }
}

/** The problem with what its lifecycle looks at: who is asked, and by when. */
export function inMotion(problem: Problem, now: Date): ProblemInMotion {
  const { id, number, title, state, organisationId, organisationName, allianceId, spokenBy, createdBy, submittedAt, reason, speakers, secrecy, managerId, reportedBy, granted, ofAlliance } = problem
  const owner: Assignee =
    spokenBy && problem.spokenByKind ? { role: contactRoleOf(problem.spokenByKind), organisationId: spokenBy } : { role: contactRoleOf(problem.organisationKind), organisationId }
  const others = problem.speakerFacts.filter((speaker) => speaker.id !== spokenBy).map((speaker) => ({ role: contactRoleOf(speaker.kind), organisationId: speaker.id }))
  return {
    id, number, title, state, organisationId, organisationName, allianceId, spokenBy, createdBy, submittedAt, reason, speakers, secrecy, managerId, reportedBy, granted, ofAlliance, owner,
    verifiers: [{ role: 'secretariat', allianceId }, ...others],
    authorities: problem.authorityIds.map((authority) => ({ role: 'official', organisationId: authority })),
    clocks: { verify: dueInWorkingDays(now, verifyWithin), repair: dueInWorkingDays(now, repairWithin), answer: problem.answerDueAt ?? dueInWorkingDays(now, answerWithin) },
  }
}

export const furthestDay = (now: Date) => addDays(dayOf(now), holdsAtMostDays)
export const gapsNow = (problem: ProblemFilled, now: Date) => gapsOf(problem, { today: dayOf(now), furthest: furthestDay(now) })

const running = (now: Date): ProblemChange => ({ answerDueAt: dueInWorkingDays(now, answerWithin), escalation: 0 })
const stopped: ProblemChange = { answerDueAt: null }

type Change = { need?: NeedChange; problem: ProblemChange }
/** Moves, stores, and answers what the page needs. The clock the step starts is the one its inbox items show. */
async function go(tx: Tx, by: Actor | null, problem: Locked<Problem>, action: Action, { need = {}, problem: facts }: Change, now: Date, details: Record<string, unknown> = {}) {
  const then = { ...problem, ...need, ...facts, state: problem.state, locked: true as const }
  const state = await advance(tx, by, problemLife, action, { ...inMotion(then, now), locked: true }, now, { number: problem.number, ...details })
  return { id: problem.id, state, version: await updateProblem(tx, problem.id, { ...need, state }, facts, now) }
}

export type Step = { action: ProblemAction; reason?: string; declineCode?: DeclineCode; solution?: string; solutionBy?: string; validUntil?: string; version: number }

/** One step of a problem, by hand. */
export async function move(tx: Tx, actor: Actor, problem: Locked<Problem>, step: Step, now: Date) {
  const { action, reason, declineCode, validUntil } = step
  if (problem.version !== step.version) refuse('changed_meanwhile')
  const late = ['open', 'answered', 'settling'].includes(problem.state)
  if (['return', 'decline', 'reopen'].includes(action) && !reason) refuse('reason_needed', { field: 'reason' })
  if (action === 'decline' && !declineCode) refuse('reason_needed', { field: 'declineCode' })
  if (action === 'withdraw' && late && !reason) refuse('reason_needed', { field: 'reason' })
  if (action === 'report') return reportSolution(tx, actor, problem, { solution: step.solution ?? '', byOrganisationId: step.solutionBy ?? null }, now)
  if (action === 'submit') {
    const gaps = gapsNow(problem, now)
    if (problem.state === 'draft' && gaps.length > 0) refuse('need_incomplete', { gaps })
  }
  if (action === 'prolong') refuseDay(validUntil, now)
  const changes: Record<Exclude<ProblemAction, 'report'>, Change> = {
    submit: { need: { submittedAt: now, reason: null }, problem: running(now) },
    verify: { need: { verifiedAt: now, verifiedBy: actor.accountId }, problem: running(now) },
    return: { need: { reason: reason! }, problem: { ...stopped, escalation: 0 } },
    decline: { need: { reason: reason!, closedAt: now }, problem: { ...stopped, ...(declineCode ? { declineCode } : {}) } },
    withdraw: { need: { closedAt: now, ...(reason ? { reason } : {}) }, problem: stopped },
    prolong: { need: validUntil ? { validUntil } : {}, problem: {} },
    confirm: { need: { closedAt: now }, problem: { ...stopped, solvedAt: now, confirmedBy: actor.accountId } },
    reopen: { need: { reason: reason! }, problem: { ...running(now), solution: null, solutionBy: null, reportedBy: null } },
  }
  const details = { ...(reason ? { reason } : {}), ...(declineCode ? { declineCode } : {}), ...(action === 'prolong' ? { validUntil } : {}) }
  return go(tx, actor, problem, action, changes[action], now, details)
}

function refuseDay(validUntil: string | undefined, now: Date) {
  const code = !validUntil ? 'missing' : validUntil < dayOf(now) ? 'past' : validUntil > furthestDay(now) ? 'too_far' : null
  if (code) refuse('invalid_input', { issues: [{ path: ['validUntil'], code }] })
}

/** Somebody offered an answer: the problem's clock stops, theirs runs. Changes nothing where it is answered already. */
export async function noteAnswered(tx: Tx, actor: Actor | null, problem: Locked<Problem>, now: Date, details: Record<string, unknown> = {}) {
  if (problem.state === 'answered' || problem.state === 'settling') return
  await go(tx, actor, problem, 'answer', { problem: { ...stopped, escalation: 0, ...(problem.firstAnswerAt ? {} : { firstAnswerAt: now }) } }, now, details)
}

/** The last answer came to nothing: open again, and the clock starts anew. Only the room that answers knows that it was the last. */
export async function noteUnanswered(tx: Tx, actor: Actor | null, problem: Locked<Problem>, now: Date, details: Record<string, unknown> = {}) {
  if (problem.state !== 'answered') return
  await go(tx, actor, problem, 'unanswer', { problem: running(now) }, now, details)
}

/** Reported by anybody who worked on it; solved only when the asker confirms. */
export async function reportSolution(tx: Tx, actor: Actor, problem: Locked<Problem>, { solution, byOrganisationId }: { solution: string; byOrganisationId: string | null }, now: Date) {
  const issues = [
    ...([...solution.trim()].length < 10 ? [{ path: ['solution'], code: 'too_short' }] : []),
    ...(byOrganisationId !== null && !(await viewOrganisationBrief(tx, byOrganisationId)) ? [{ path: ['solutionBy'], code: 'unknown' }] : []),
  ]
  if (issues.length > 0) refuse('invalid_input', { issues })
  const facts = { ...running(now), solution: solution.trim(), solutionBy: byOrganisationId, reportedBy: actor.accountId, ...(problem.firstAnswerAt ? {} : { firstAnswerAt: now }) }
  return go(tx, actor, problem, 'report', { problem: facts }, now, { byOrganisationId })
}

/** By the clock: past the day until which it holds. */
export const expire = (tx: Tx, problem: Locked<Problem>, now: Date) =>
  go(tx, null, problem, 'expire', { need: { closedAt: now }, problem: { ...stopped, escalation: 2 } }, now, { toldAuthority: problem.authorityIds.length > 0 })

/** Which of these this actor may see. */
export const visibleProblemIds = (tx: Tx, actor: Actor, ids: readonly string[]) => listVisibleIds(tx, actor, ids)

/** How it ended, for the asker to read. */
export const endings = ['problem.declined', 'problem.ran_out']

/** How it ended has been read: off the desk of this seat. */
export async function readEnd(tx: Tx, actor: Actor, problem: Problem, now: Date) {
  const which = { subjectType: 'problem', subjectIds: [problem.id], kinds: endings }
  await settle(tx, actor, { ...which, organisationId: actor.organisationId }, 'read', now)
  await settle(tx, actor, { ...which, accountId: actor.accountId }, 'read', now)
  return {}
}
