import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Tx } from '../../../kernel/db.ts'
import type { Assignee } from '../../../kernel/lifecycle.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { advance, askFor, settle } from '../../inbox/service.ts'
import { contactRoleOf } from '../../members/service.ts'
import { lockProblem, lockProblemById, noteAnswered, noteUnanswered } from '../../needs/problems/service.ts'
import { findAchievement } from '../achievements/service.ts'
import { reasonsOfPair } from '../proposals/service.ts'
import { findTeam } from '../teams/service.ts'
import { closeDetails } from './confidentiality/service.ts'
import { introductionLife, type IntroductionAction as Action, type IntroductionInMotion } from './lifecycle.ts'
import { makesAs, sideOf, type SideOf } from './policy.ts'
import { acceptedByMaking, answerWithin, meetWithin, proceedWithin, underWay } from './rules.ts'
import { countUnderWay, findIntroduction, insertIntroduction, insertMinute, lockIntroductionRow, updateIntroduction, type Introduction, type IntroductionChange } from './tables.ts'

export { findIntroduction, type Introduction } from './tables.ts'

type Wanted = { needId: string; achievementId?: string; teamId?: string; message?: string; proposed: boolean }

/** The two to be brought together, out of what this actor sees, and as whom the actor would do it. */
export async function findPair(tx: Tx, actor: Actor, { needId, achievementId, teamId }: Wanted) {
  const problem = await lockProblem(tx, actor, needId)
  if (!problem) return undefined
  const achievement = achievementId ? await findAchievement(tx, actor, achievementId) : undefined
  const team = teamId ? await findTeam(tx, actor, teamId) : undefined
  const answer = achievement ?? team
  if (!answer) return undefined
  const { organisationId: askerId, spokenBy: askerSpeakerId, allianceId, ofAlliance, secrecy, managerId } = problem
  return { problem, answer, as: makesAs(actor, { askerId, askerSpeakerId, answererId: answer.organisationId, allianceId, ofAlliance, secret: secrecy === 'nda', managerId }) }
}
type Pair = NonNullable<Awaited<ReturnType<typeof findPair>>>

/** 一键发起对接. Whoever asks for it has said yes for their own side. */
export async function introduce(tx: Tx, actor: Actor, { problem, answer, as }: Pair & { as: SideOf | null }, wanted: Wanted, now: Date) {
  if (problem.kind !== 'technology' || !['open', 'answered'].includes(problem.state)) refuse('need_not_open', { state: problem.state })
  if (answer.state !== 'open') refuse('answer_not_open', { state: answer.state })
  if (answer.organisationId === problem.organisationId) refuse('own_answer')
  const kept = wanted.proposed ? await reasonsOfPair(tx, { needId: problem.id, answerId: answer.id }) : null
  const madeAs = as ?? 'manager'
  const number = await nextNumber(tx, 'D', now)
  const id = await insertIntroduction(tx, {
    number, madeAs,
    allianceId: problem.allianceId,
    needId: problem.id,
    achievementId: wanted.achievementId ?? null,
    teamId: wanted.teamId ?? null,
    askerId: problem.organisationId,
    askerSpeakerId: problem.spokenBy,
    answererId: answer.organisationId,
    madeBy: actor.accountId,
    madeAt: now,
    message: wanted.message || null,
    reasons: kept && JSON.stringify(kept.reasons),
    score: kept && kept.score,
    ...acceptedByMaking({ madeAs }, now),
    dueAt: dueInWorkingDays(now, answerWithin),
    updatedAt: now,
  })
  const introduction = (await lockIntroductionRow(tx, id))!
  await askFor(tx, actor, introductionLife, inMotion(introduction), now)
  audit(tx, actor, now, { event: 'introduction.made', subjectType: 'introduction', subjectId: id, details: { number, as: madeAs, need: problem.number, answer: answer.number, fromMatcher: kept !== null } })
  return { id, number }
}

/** The need is held first, then the introduction: whoever counts what is under way holds the need. */
export async function lockIntroduction(tx: Tx, actor: Actor, id: string) {
  const seen = await findIntroduction(tx, actor, id)
  return seen && holdBoth(tx, seen)
}
export async function holdBoth(tx: Tx, { id, needId }: { id: string; needId: string }) {
  const problem = (await lockProblemById(tx, needId))!
  return { ...(await lockIntroductionRow(tx, id))!, problem }
}
export type Held = Awaited<ReturnType<typeof holdBoth>>

/** The introduction with what its lifecycle looks at: who is asked, and by when. */
export function inMotion(introduction: Introduction): IntroductionInMotion {
  const { id, number, state, allianceId, askerId, askerSpeakerId, answererId, madeAs, madeBy, managerId, needTitle, answer, askerName, answererName, declineCode, dueAt, endedSide } = introduction
  const asker: Assignee = askerSpeakerId && introduction.speakerKind
    ? { role: contactRoleOf(introduction.speakerKind), organisationId: askerSpeakerId }
    : { role: contactRoleOf(introduction.askerKind), organisationId: askerId }
  const answerer: Assignee = { role: contactRoleOf(introduction.answererKind), organisationId: answererId }
  return {
    id, number, state, allianceId, askerId, askerSpeakerId, answererId, madeAs, madeBy, managerId, needTitle, answerTitle: answer.title, askerName, answererName, declineCode, dueAt,
    waiting: [...(introduction.askerAcceptedAt ? [] : [asker]), ...(introduction.answererAcceptedAt ? [] : [answerer])],
    sides: [asker, answerer],
    told: [...(endedSide === 'asker' ? [] : [asker]), ...(endedSide === 'answerer' ? [] : [answerer])],
    manager: managerId ? { accountId: managerId } : { role: 'secretariat', allianceId },
  }
}

async function go(tx: Tx, by: Actor | null, introduction: Held, action: Action, change: IntroductionChange, now: Date, details: Record<string, unknown> = {}) {
  const thing = inMotion({ ...introduction, ...change } as Introduction)
  const state = await advance(tx, by, introductionLife, action, { ...thing, state: introduction.state, locked: true }, now, { number: introduction.number, ...details })
  return { id: introduction.id, state, version: await updateIntroduction(tx, introduction.id, { ...change, state }, now) }
}

export type Step = { action: 'accept' | 'decline' | 'withdraw'; declineCode?: string; note?: string; version: number }

export async function move(tx: Tx, actor: Actor, introduction: Held, { action, declineCode, note, version }: Step, now: Date) {
  if (introduction.version !== version) refuse('changed_meanwhile')
  const side = sideOf(actor, introduction)!
  if (action === 'accept') return accept(tx, actor, introduction, side as 'asker' | 'answerer', now)
  if (action === 'decline') {
    if (!declineCode) refuse('reason_needed', { field: 'declineCode' })
    return end(tx, actor, introduction, 'decline', { side, declineCode, note: note || null }, now)
  }
  return end(tx, actor, introduction, 'withdraw', { side, note: note || null }, now)
}

/** The first yes waits for the other; the second makes it an answer of the need, and stops the need's clock. */
async function accept(tx: Tx, actor: Actor, introduction: Held, side: 'asker' | 'answerer', now: Date) {
  if (introduction.state !== 'proposed') refuse('wrong_state', { state: introduction.state })
  if (!['open', 'answered'].includes(introduction.problem.state)) refuse('need_not_open', { state: introduction.problem.state })
  const mine = side === 'asker' ? { askerAcceptedAt: now } : { answererAcceptedAt: now }
  const other = side === 'asker' ? introduction.answererAcceptedAt : introduction.askerAcceptedAt
  if (!other) {
    const organisationId = side === 'asker' ? (introduction.askerSpeakerId ?? introduction.askerId) : introduction.answererId
    await settle(tx, actor, { subjectType: 'introduction', subjectIds: [introduction.id], kinds: ['introduction.answer'], organisationId }, 'accept', now)
    return go(tx, actor, introduction, 'agree', mine, now, { side })
  }
  const moved = await go(tx, actor, introduction, 'accept', { ...mine, acceptedAt: now, dueAt: dueInWorkingDays(now, meetWithin) }, now, { side })
  await noteAnswered(tx, actor, introduction.problem, now, { introduction: introduction.number })
  return moved
}

type Ending = { side: SideOf | 'clock'; declineCode?: string; note?: string | null }
/** However it ends: what was opened is closed, and if it was the last one under way, the need is open again. */
async function end(tx: Tx, by: Actor | null, introduction: Held, action: 'decline' | 'withdraw' | 'lapse' | 'close' | 'end', { side, declineCode, note }: Ending, now: Date) {
  const change = { endedAt: now, endedSide: side, dueAt: null, ...(declineCode ? { declineCode } : {}), ...(note ? { declineNote: note } : {}) }
  const moved = await go(tx, by, introduction, action, change, now, { side, ...(declineCode ? { declineCode } : {}) })
  await closeDetails(tx, by, introduction, now)
  const wasUnderWay = (underWay as readonly string[]).includes(introduction.state)
  if (wasUnderWay && (await countUnderWay(tx, introduction.needId, introduction.id)) === 0) await noteUnanswered(tx, by, introduction.problem, now, { introduction: introduction.number })
  return moved
}

/** By the clock. */
export const lapse = (tx: Tx, introduction: Held, now: Date) => end(tx, null, introduction, 'lapse', { side: 'clock' }, now)
export const closeWithNeed = (tx: Tx, introduction: Held, now: Date) => end(tx, null, introduction, 'close', { side: 'clock' }, now)

/** For the room of deals: a contract is being written, or came to nothing. */
export const noteContracted = (tx: Tx, actor: Actor, introduction: Held, now: Date) => go(tx, actor, introduction, 'contract', { dueAt: null }, now)
export const noteContractEnded = (tx: Tx, actor: Actor, introduction: Held, ending: { declineCode: string; note: string | null }, now: Date) =>
  end(tx, actor, introduction, 'end', { side: sideOf(actor, introduction) ?? 'manager', ...ending }, now)

/** What was said; the first meeting begins the talks, each one winds the clock anew. Never in an inbox item or the audit trail. */
export async function writeMinutes(tx: Tx, actor: Actor, introduction: Held, { heldOn, text, nextStep }: { heldOn: string; text: string; nextStep?: string }, now: Date) {
  if (!(underWay as readonly string[]).includes(introduction.state)) refuse('wrong_state', { state: introduction.state })
  await insertMinute(tx, { introductionId: introduction.id, heldOn, text, nextStep: nextStep || null, writtenBy: actor.accountId, writtenAt: now })
  if (introduction.state === 'contracted') {
    audit(tx, actor, now, { event: 'introduction.talked', subjectType: 'introduction', subjectId: introduction.id, details: { number: introduction.number, heldOn } })
    return { id: introduction.id, state: introduction.state, version: introduction.version }
  }
  await settle(tx, actor, { subjectType: 'introduction', subjectIds: [introduction.id], kinds: ['introduction.proceed'] }, 'talk', now)
  return go(tx, actor, introduction, 'talk', { dueAt: dueInWorkingDays(now, proceedWithin) }, now, { heldOn })
}

/** How it ended has been read: off the desk of this seat. */
export async function readOutcome(tx: Tx, actor: Actor, introduction: Introduction, now: Date) {
  const which = { subjectType: 'introduction', subjectIds: [introduction.id], kinds: ['introduction.declined', 'introduction.lapsed'] }
  await settle(tx, actor, { ...which, organisationId: actor.organisationId }, 'read', now)
  await settle(tx, actor, { ...which, accountId: actor.accountId }, 'read', now)
  return {}
}

