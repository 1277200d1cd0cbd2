import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { closingOf, dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { advance, ask, settle } from '../../inbox/service.ts'
import { contactRoleOf } from '../../members/service.ts'
import { codeNames } from '../../talent/codes/service.ts'
import { findYearBefore } from '../tables.ts'
import { responseLife, type ResponseAction, type ResponseInMotion } from './lifecycle.ts'
import { carriedTo, faultsOf, type Line, type TypedLine } from './rules.ts'
import { findAccepted, insertTargets, listIdsIn, listLines, lockSubmitted, replaceLines, updateResponse, type LineValues, type Response, type ResponseChange } from './tables.ts'

export { findOwnAnswer, findResponse, lockOwnAnswer, lockResponse, type Response } from './tables.ts'

/** Working days within which a firm mends what was sent back. */
const repairWithin = 5

export function inMotion(response: Response, now: Date): ResponseInMotion {
  const { id, state, allianceId, organisationId, organisationName, surveyId, surveyState, year, title, reason } = response
  return {
    id, state, allianceId, organisationId, organisationName, surveyId, surveyState, year, title, reason,
    owner: { role: contactRoleOf(response.organisationKind), organisationId },
    clocks: { answer: closingOf(response.closesOn), repair: dueInWorkingDays(now, repairWithin) },
  }
}

/** Guards look at the answer as it is; whoever is asked is asked about what it becomes. */
async function go(tx: Tx, by: Actor | null, response: Locked<Response>, action: ResponseAction, change: ResponseChange, now: Date, details: Record<string, unknown> = {}) {
  const state = await advance(tx, by, responseLife, action, { ...inMotion({ ...response, reason: change.reason ?? null }, now), locked: true }, now, { surveyId: response.surveyId, ...details })
  return { id: response.id, state, version: await updateResponse(tx, response.id, { reason: null, ...change, state }, now) }
}

/** On the day of opening: every enterprise of the alliance, asked until the evening of the last day. Answers how many. */
export async function askFirms(tx: Tx, actor: Actor, survey: { id: string; allianceId: string }, now: Date) {
  const targets = await insertTargets(tx, survey, now)
  const items = targets.flatMap((response) => {
    const thing = inMotion({ ...response, surveyState: 'open' }, now)
    return responseLife.asks.waiting!.flatMap((one) =>
      one.of(thing).map((assignee) => ({ kind: one.kind, subjectType: responseLife.noun, subjectId: thing.id, params: one.params?.(thing) ?? {}, assignee, initiatorId: actor.accountId, dueAt: one.due(thing, now) })),
    )
  })
  await ask(tx, items, now)
  return targets.length
}

/** The survey closed: whoever did not answer is not asked any more. */
export async function stopAsking(tx: Tx, by: Actor | null, surveyId: string, now: Date) {
  await settle(tx, by, { subjectType: responseLife.noun, subjectIds: await listIdsIn(tx, surveyId, 'waiting') }, 'close', now)
}

/** The answers were scored: whoever did not mend theirs is not asked any more. */
export async function stopMending(tx: Tx, by: Actor | null, surveyId: string, now: Date) {
  await settle(tx, by, { subjectType: responseLife.noun, subjectIds: await listIdsIn(tx, surveyId, 'returned') }, 'close', now)
}

async function send(tx: Tx, actor: Actor, response: Locked<Response>, answer: { outlook: 'grow' | 'same' | 'shrink'; lines: readonly LineValues[]; unchanged: boolean }, now: Date) {
  const { outlook, lines, unchanged } = answer
  const moved = await go(tx, actor, response, 'submit', { outlook, unchanged, submittedBy: actor.accountId, submittedAt: now }, now, { lines: lines.length, unchanged })
  await replaceLines(tx, response.id, lines)
  return moved
}

export async function sendAnswer(tx: Tx, actor: Actor, response: Locked<Response>, { outlook, lines, version }: { outlook: string; lines: readonly TypedLine[]; version: number }, now: Date) {
  if (response.version !== version) refuse('changed_meanwhile')
  const names = await codeNames(tx, 'occupation', lines.map(({ occupationCode }) => occupationCode))
  // An occupation of the official table, not a class of them: 6-18-01-07 has four parts.
  const issues = faultsOf({ outlook, lines }, { year: response.year, isOccupation: (code) => code.split('-').length === 4 && names.has(code) })
  if (issues.length > 0) refuse('invalid_input', { issues })
  return send(tx, actor, response, { outlook: outlook as 'grow', lines: lines as readonly Line[], unchanged: false }, now)
}

/** What the firm said in the last published survey, carried to this year. */
export async function lastYearOf(tx: Tx, response: Response) {
  const before = await findYearBefore(tx, response.allianceId, response.year)
  const accepted = before && (await findAccepted(tx, before.id, response.organisationId))
  if (!accepted) return null
  const lines = (await listLines(tx, accepted.id)) as Line[]
  return { year: before.year, outlook: accepted.outlook as 'grow' | 'same' | 'shrink', lines: lines.map((line) => carriedTo(line, before.year, response.year)) }
}

/** 「和去年一样」 */
export async function answerSame(tx: Tx, actor: Actor, response: Locked<Response>, { version }: { version: number }, now: Date) {
  if (response.version !== version) refuse('changed_meanwhile')
  const before = (await lastYearOf(tx, response)) ?? refuse('survey_nothing_before')
  return send(tx, actor, response, { ...before, unchanged: true }, now)
}

export async function declineAnswer(tx: Tx, actor: Actor, response: Locked<Response>, { reason, version }: { reason: string; version: number }, now: Date) {
  if (response.version !== version) refuse('changed_meanwhile')
  if (reason === '') refuse('reason_needed', { field: 'reason' })
  const moved = await go(tx, actor, response, 'decline', { reason, unchanged: false }, now)
  await replaceLines(tx, response.id, [])
  return moved
}

export async function check(tx: Tx, actor: Actor, response: Locked<Response>, { action, reason, version }: { action: 'accept' | 'return'; reason?: string; version: number }, now: Date) {
  if (response.version !== version) refuse('changed_meanwhile')
  if (action === 'return' && !reason) refuse('reason_needed', { field: 'reason' })
  return go(tx, actor, response, action, { checkedBy: actor.accountId, checkedAt: now, ...(action === 'return' ? { reason: reason! } : {}) }, now)
}

/** What waits and reads as it should is accepted in one go; what should not be is sent back first. */
export async function acceptAll(tx: Tx, actor: Actor, survey: Locked<{ id: string }>, now: Date) {
  const waiting = await lockSubmitted(tx, survey.id)
  for (const response of waiting) await go(tx, actor, response, 'accept', { checkedBy: actor.accountId, checkedAt: now }, now)
  audit(tx, actor, now, { event: 'survey.accepted_all', subjectType: 'survey', subjectId: survey.id, details: { accepted: waiting.length } })
  return { accepted: waiting.length }
}
