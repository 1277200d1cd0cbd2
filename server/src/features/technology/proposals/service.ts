import type { Adjustment } from '@silian/algorithms/answer-matching/adjustments'
import { buildIndex, type AnswerIndex } from '@silian/algorithms/answer-matching/build-index'
import { learn } from '@silian/algorithms/answer-matching/lessons'
import { rank } from '@silian/algorithms/answer-matching/rank'
import type { Reason } from '@silian/algorithms/answer-matching/reasons'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { currentLexicon } from '../../lexicon/service.ts'
import { findProblem, problemsForMatching, type Problem, type ProblemForMatching } from '../../needs/problems/service.ts'
import type { Achievement } from '../achievements/service.ts'
import { markOfOpen as markOfAchievements } from '../achievements/view/tables.ts'
import { lessonsInForce, markOfLessons } from '../lessons/tables.ts'
import { worksHere } from '../policy.ts'
import { vectorsFor } from '../meaning/service.ts'
import { answerEntry, listOffered, needEntry, type Offered } from '../stock/service.ts'
import { markOfOpen as markOfTeams } from '../teams/tables.ts'
import { ReasonView } from './contract.ts'
import { listKnown } from './tables.ts'

/** A need as this actor sees it; answers are looked for by what is public of it. */
export const findNeed = (tx: Tx, actor: Actor, needId: string) => findProblem(tx, actor, needId)

const shown = 8
const shownWhenNothingFits = 3

type Stock = { mark: string; index: AnswerIndex; byId: ReadonlyMap<string, Offered>; lexicon: string }

let ready: Stock | undefined
let learnt: { mark: string; adjustments: readonly Adjustment[] } | undefined

/** Everything open that may answer, made ready once for each state of what is offered and of the lexicon. */
async function stockOf(tx: Tx): Promise<Stock> {
  const lexicon = await currentLexicon(tx)
  const mark = JSON.stringify([lexicon.version, await markOfAchievements(tx), await markOfTeams(tx)])
  if (ready?.mark === mark) return ready
  const offered = await listOffered(tx)
  ready = { mark, index: buildIndex(offered.map(answerEntry), { lexicon }), byId: new Map(offered.map((one) => [one.id, one])), lexicon: lexicon.version }
  return ready
}

/** With what was learnt from answers and not taken back. */
async function answers(tx: Tx): Promise<Stock & { adjustments: readonly Adjustment[] }> {
  const stock = await stockOf(tx)
  const mark = JSON.stringify([stock.mark, await markOfLessons(tx)])
  if (learnt?.mark !== mark) {
    const lessons = (await lessonsInForce(tx)).map(({ id, code, need, answer }) => ({ id, code, need: needEntry(need), answer: answerEntry(answer) }))
    learnt = { mark, adjustments: learn(stock.index, lessons) }
  }
  return { ...stock, adjustments: learnt.adjustments }
}

/** What each lesson changes now, by the introduction it came from. */
export async function adjustmentsByLesson(tx: Tx): Promise<ReadonlyMap<string, Adjustment[]>> {
  return Map.groupBy((await answers(tx)).adjustments, ({ lesson }) => lesson.id)
}

const verdict = ({ nothingFits, fit, threshold }: { nothingFits: boolean; fit: number; threshold: number }, { compared, lexicon }: { compared: number; lexicon: string }) => ({ nothingFits, fit, threshold, compared, lexicon })
/** As it is sent and kept: an open end of a range is null, since JSON knows no infinity; a reason nobody has words for is left out. */
const said = (reasons: readonly Reason[]): ReasonView[] => (JSON.parse(JSON.stringify(reasons)) as unknown[]).flatMap((reason) => ReasonView.safeParse(reason).data ?? [])
const round = (score: number) => Math.round(score * 10_000) / 10_000

/** Answers for a need, the best first; its own house's are left out. */
export async function proposeAnswers(tx: Tx, actor: Actor, problem: Problem) {
  const stock = await answers(tx)
  const need = needEntry(problem)
  const own = new Set([...stock.byId.values()].filter((one) => one.organisationId === problem.organisationId).map(({ id }) => id))
  const ranking = rank(stock.index, need, { top: shown, adjustments: stock.adjustments, hidden: own, vectors: await vectorsFor(tx, need, stock.index.entries) })
  const known = new Map((await listKnown(tx, actor, { needId: problem.id })).map((one) => [one.achievementId ?? one.teamId!, { id: one.id, state: one.state }]))
  const rows = ranking.ranked.filter(({ id }) => !own.has(id)).slice(0, ranking.nothingFits ? shownWhenNothingFits : shown).filter(({ score }) => ranking.nothingFits || score >= ranking.threshold).map(({ id, score, reasons }) => {
    const { kind, number, title, description, organisationName, level, levelConfirmed } = stock.byId.get(id)!
    return { kind, id, number, title, text: description, organisationName, level, levelConfirmed, score: round(score), reasons: said(reasons), introduced: known.get(id) ?? null }
  })
  return {
    need: { title: need.title, text: need.description ?? '' },
    rows,
    ...verdict(ranking, { compared: stock.byId.size - own.size, lexicon: stock.lexicon }),
    can: { introduce: worksHere(actor) && problem.kind === 'technology' && ['open', 'answered'].includes(problem.state) },
  }
}

/** The same lessons, read from the other side. */
const turned = (adjustments: readonly Adjustment[]): Adjustment[] =>
  adjustments.map((one) => {
    const { needId, answerId, needConcept, answerConcept } = one.when
    return { ...one, when: { ...(answerId !== undefined ? { needId: answerId } : {}), ...(needId !== undefined ? { answerId: needId } : {}), ...(answerConcept !== undefined ? { needConcept: answerConcept } : {}), ...(needConcept !== undefined ? { answerConcept: needConcept } : {}) } }
  })

/** Open technology needs that an achievement may answer. Marks of `need` are places in the achievement here, those of `answer` in the need. */
export async function proposeNeeds(tx: Tx, actor: Actor, achievement: Achievement) {
  const { adjustments } = await answers(tx)
  const lexicon = await currentLexicon(tx)
  const needs = (await problemsForMatching(tx, { kind: 'technology' })).filter((one) => one.organisationId !== achievement.organisationId)
  const byId = new Map<string, ProblemForMatching>(needs.map((one) => [one.id, one]))
  const mine = answerEntry(achievement)
  const ranking = rank(buildIndex(needs.map(needEntry), { lexicon }), mine, { top: shown, adjustments: turned(adjustments) })
  const known = new Map((await listKnown(tx, actor, { achievementId: achievement.id })).map((one) => [one.needId, { id: one.id, state: one.state }]))
  const rows = ranking.ranked.slice(0, ranking.nothingFits ? shownWhenNothingFits : shown).filter(({ score }) => ranking.nothingFits || score >= ranking.threshold).map(({ id, score, reasons }) => {
    const need = byId.get(id)!
    return { id, number: need.number, title: need.title, text: needEntry(need).description ?? '', organisationName: need.organisationName, validUntil: need.validUntil, score: round(score), reasons: said(reasons), introduced: known.get(id) ?? null }
  })
  return {
    achievement: { title: mine.title, text: mine.description ?? '' },
    rows,
    ...verdict(ranking, { compared: needs.length, lexicon: lexicon.version }),
    can: { introduce: worksHere(actor) && achievement.state === 'open' },
  }
}

/** What the matcher says about one pair: kept with an introduction that came from its proposals. */
export async function reasonsOfPair(tx: Tx, { needId, answerId }: { needId: string; answerId: string }): Promise<{ score: number; reasons: readonly ReasonView[] } | null> {
  const stock = await answers(tx)
  const [need] = await problemsForMatching(tx, { ids: [needId] })
  if (!need) return null
  const entry = needEntry(need)
  const { ranked } = rank(stock.index, entry, { top: 50, adjustments: stock.adjustments, vectors: await vectorsFor(tx, entry, stock.index.entries) })
  const found = ranked.find(({ id }) => id === answerId)
  return found ? { score: round(found.score), reasons: said(found.reasons) } : null
}
