import type { Adjustment } from '@silian/algorithms/answer-matching/adjustments'
import type { Entry } from '@silian/algorithms/answer-matching/entry'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { currentLexicon } from '../../lexicon/service.ts'
import { learnIn, rankIn, reasonsOf, rounded, verdictOf, worthShowing, type ReasonView, type Stock } from '../../lexicon/matching/service.ts'
import { findProblem, markOfProblems, problemIdsOf, problemsForMatching, problemVersions, type Problem } from '../../needs/problems/service.ts'
import type { Achievement } from '../achievements/service.ts'
import type { Team } from '../teams/service.ts'
import { makesAs } from '../introductions/policy.ts'
import { lessonsInForce, markOfLessons } from '../lessons/tables.ts'
import { markOfVectors, vectorsOf } from '../meaning/service.ts'
import { answerEntry, listOffered, markOfOffered, needEntry, offeredIdsOf, offeredVersions } from '../stock/service.ts'
import { firmsAsked } from './rules.ts'
import { listAlliancesOf, listKnown } from './tables.ts'

/** A need as this actor sees it; answers are looked for by what is public of it. */
export const findNeed = (tx: Tx, actor: Actor, needId: string) => findProblem(tx, actor, needId)

const shown = 8
const shownWhenNothingFits = 3

/** Everything open that may answer, and everything open that asks: kept ready by the matcher. */
const offered: Stock = {
  name: 'offered',
  task: 'need-answer',
  mark: async (tx) => [await markOfOffered(tx), await markOfVectors(tx)],
  versions: offeredVersions,
  entries: async (tx, ids) => (await listOffered(tx, ids)).map(answerEntry),
  vectors: vectorsOf,
}
const asked: Stock = {
  name: 'asked',
  task: 'need-answer',
  mark: async (tx) => [await markOfProblems(tx, 'technology'), await markOfVectors(tx)],
  versions: (tx) => problemVersions(tx, 'technology'),
  entries: async (tx, ids) => (await problemsForMatching(tx, { kind: 'technology', ids })).map(needEntry),
  vectors: vectorsOf,
}

let learnt: { mark: string; adjustments: readonly Adjustment[] } | undefined

/** What was learnt from answers and not taken back: worked out once for each state of the lessons, of what is offered and of the lexicon. */
async function adjustmentsNow(tx: Tx): Promise<readonly Adjustment[]> {
  const mark = JSON.stringify([(await currentLexicon(tx)).version, await markOfOffered(tx), await markOfLessons(tx)])
  if (learnt?.mark !== mark) {
    const lessons = (await lessonsInForce(tx)).map(({ id, code, need, answer }) => ({ id, code, need: needEntry(need), answer: answerEntry(answer) }))
    learnt = { mark, adjustments: lessons.length === 0 ? [] : await learnIn(tx, offered, lessons) }
  }
  return learnt.adjustments
}

const vectorOf = async (tx: Tx, entry: Entry) => (await vectorsOf(tx, [entry])).get(entry.id)

/** What each lesson changes now, by the introduction it came from. */
export async function adjustmentsByLesson(tx: Tx): Promise<ReadonlyMap<string, Adjustment[]>> {
  return Map.groupBy(await adjustmentsNow(tx), ({ lesson }) => lesson.id)
}

/** Answers for a need, the best first; its own house's are left out. */
export async function proposeAnswers(tx: Tx, actor: Actor, problem: Problem) {
  const need = needEntry(problem)
  const hidden = new Set(await offeredIdsOf(tx, problem.organisationId))
  const ranking = await rankIn(tx, offered, need, { top: shown, adjustments: await adjustmentsNow(tx), hidden, vector: await vectorOf(tx, need) })
  const shownOnes = worthShowing(ranking, shownWhenNothingFits)
  const byId = new Map((await listOffered(tx, shownOnes.map(({ id }) => id))).map((one) => [one.id, one]))
  const known = new Map((await listKnown(tx, actor, { needId: problem.id })).map((one) => [one.achievementId ?? one.teamId!, { id: one.id, state: one.state }]))
  const { organisationId: askerId, spokenBy: askerSpeakerId, allianceId, ofAlliance, managerId } = problem
  const asker = { askerId, askerSpeakerId, allianceId, ofAlliance, managerId, secret: problem.secrecy === 'nda' }
  const takesAnswers = problem.kind === 'technology' && ['open', 'answered'].includes(problem.state)
  const rows = shownOnes.flatMap(({ id, fit, reasons }) => {
    const one = byId.get(id)
    if (!one) return []
    const { kind, number, title, description, organisationName, level, levelConfirmed } = one
    const introduce = takesAnswers && makesAs(actor, { ...asker, answererId: one.organisationId }) !== null
    const firms = firmsAsked(actor.organisationId, [{ id: askerId, kind: problem.organisationKind, speaker: askerSpeakerId }, { id: one.organisationId, kind: one.organisationKind }])
    return [{ kind, id, number, title, text: description, organisationName, level, levelConfirmed, fit: rounded(fit), reasons: reasonsOf(reasons), introduced: known.get(id) ?? null, firms, can: { introduce } }]
  })
  return { need: { title: need.title, text: need.description ?? '' }, rows, ...verdictOf(ranking) }
}

/** The same lessons, read from the other side. */
const turned = (adjustments: readonly Adjustment[]): Adjustment[] =>
  adjustments.map((one) => {
    const { needId, answerId, needConcept, answerConcept } = one.when
    return { ...one, when: { ...(answerId !== undefined ? { needId: answerId } : {}), ...(needId !== undefined ? { answerId: needId } : {}), ...(answerConcept !== undefined ? { needConcept: answerConcept } : {}), ...(needConcept !== undefined ? { answerConcept: needConcept } : {}) } }
  })

type Answer = { id: string; state: string; organisationId: string; organisationKind: string; title: string; description: string; fieldCodes: readonly string[] }

/** Open technology needs for an answer. Marks of `need` are places in the answer here, those of `answer` in the need. */
async function needsFor(tx: Tx, actor: Actor, answer: Answer, of: { achievementId: string } | { teamId: string }) {
  const mine = answerEntry(answer)
  const hidden = new Set(await problemIdsOf(tx, 'technology', answer.organisationId))
  const ranking = await rankIn(tx, asked, mine, { top: shown, adjustments: turned(await adjustmentsNow(tx)), hidden, vector: await vectorOf(tx, mine) })
  const shownOnes = worthShowing(ranking, shownWhenNothingFits)
  const byId = new Map((await problemsForMatching(tx, { ids: shownOnes.map(({ id }) => id) })).map((one) => [one.id, one]))
  const alliances = await listAlliancesOf(tx, actor)
  const known = new Map((await listKnown(tx, actor, of)).map((one) => [one.needId, { id: one.id, state: one.state }]))
  const rows = shownOnes.flatMap(({ id, fit, reasons }) => {
    const need = byId.get(id)
    if (!need) return []
    const { number, title, organisationName, organisationKind, validUntil, organisationId: askerId, spokenBy: askerSpeakerId, allianceId, managerId } = need
    const pair = { askerId, askerSpeakerId, answererId: answer.organisationId, allianceId, ofAlliance: alliances.includes(allianceId), managerId, secret: need.secrecy === 'nda' }
    const introduce = answer.state === 'open' && makesAs(actor, pair) !== null
    const firms = firmsAsked(actor.organisationId, [{ id: askerId, kind: organisationKind, speaker: askerSpeakerId }, { id: answer.organisationId, kind: answer.organisationKind }])
    return [{ id, number, title, text: needEntry(need).description ?? '', organisationName, validUntil, fit: rounded(fit), reasons: reasonsOf(reasons), introduced: known.get(id) ?? null, firms, can: { introduce } }]
  })
  return { compared: { title: mine.title, text: mine.description ?? '' }, rest: { rows, ...verdictOf(ranking) } }
}

export async function proposeNeeds(tx: Tx, actor: Actor, achievement: Achievement) {
  const { compared, rest } = await needsFor(tx, actor, achievement, { achievementId: achievement.id })
  return { achievement: compared, ...rest }
}

export async function proposeNeedsToTeam(tx: Tx, actor: Actor, team: Team) {
  const { compared, rest } = await needsFor(tx, actor, { ...team, title: team.name, description: team.abilities }, { teamId: team.id })
  return { team: compared, ...rest }
}

/** What the matcher says about one pair: kept with an introduction that came from its proposals. */
export async function reasonsOfPair(tx: Tx, { needId, answerId }: { needId: string; answerId: string }): Promise<{ score: number; reasons: readonly ReasonView[] } | null> {
  const [need] = await problemsForMatching(tx, { ids: [needId] })
  if (!need) return null
  const entry = needEntry(need)
  const { ranked } = await rankIn(tx, offered, entry, { top: 1, adjustments: await adjustmentsNow(tx), among: new Set([answerId]), vector: await vectorOf(tx, entry) })
  const found = ranked.find(({ id }) => id === answerId)
  return found ? { score: rounded(found.fit), reasons: reasonsOf(found.reasons) } : null
}
