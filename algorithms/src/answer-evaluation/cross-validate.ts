import type { Entry } from '../answer-matching/entry.ts'
import type { Lexicon } from '../answer-matching/lexicon.ts'
import { settings as usual, type Settings } from '../answer-matching/settings.ts'
import { baselines } from './baselines.ts'
import { outcomesOf, type Outcome } from './evaluate.ts'
import { abstention, mean, ndcg, type Abstention, type Judgements } from './metrics.ts'

export type CrossValidation = {
  folds: number
  candidates: number
  /** Of needs that the chosen numbers had not seen, put together from all folds. */
  ndcg10: number
  recall10: number
  abstention: Abstention
  bestBaseline: { name: string; ndcg10: number }
  gain: number
  /** For each fold: what was gained on the needs it was chosen with, and on those kept back. */
  byFold: { trained: number; heldBack: number; threshold: number; settings: Partial<Settings> }[]
}

type Options = { folds?: number; candidates?: number; settings?: Partial<Settings>; lexicon?: Lexicon }

/** k folds over the needs. In each, the numbers are chosen among the candidates by the other folds alone, and the threshold too. */
export function crossValidate(needs: readonly Entry[], answers: readonly Entry[], judgements: Judgements, { folds = 5, candidates = 40, settings, lexicon }: Options = {}): CrossValidation {
  const tried = [settings ?? {}, ...variations(candidates - 1).map((one) => ({ ...settings, ...one }))]
  const outcomes = tried.map((one) => outcomesOf(needs, answers, judgements, { settings: one, lexicon }))
  const foldOf = (at: number) => at % folds
  const heldBack: (Outcome & { saidNothing: boolean })[] = []
  const byFold = Array.from({ length: folds }, (_, fold) => {
    const seen = (rows: readonly Outcome[]) => rows.filter((_row, at) => foldOf(at) !== fold)
    const scores = outcomes.map((rows) => mean(seen(rows).map((row) => row.ndcg)))
    const chosen = scores.indexOf(Math.max(...scores))
    const threshold = bestThreshold(seen(outcomes[chosen]!), tried[chosen]!.threshold ?? usual.threshold)
    const kept = outcomes[chosen]!.filter((_row, at) => foldOf(at) === fold).map((row) => ({ ...row, saidNothing: row.fit < threshold }))
    heldBack.push(...kept)
    return { trained: scores[chosen]!, heldBack: mean(kept.map((row) => row.ndcg)), threshold, settings: tried[chosen]! }
  })
  const others = baselines.map(({ name, of }) => {
    const ranker = of(answers)
    return { name, ndcg10: mean(needs.map((need) => ndcg(ranker(need), judgements.get(need.id) ?? new Map()))) }
  })
  const bestBaseline = others.reduce((best, one) => (one.ndcg10 > best.ndcg10 ? one : best))
  const ndcg10 = mean(heldBack.map((row) => row.ndcg))
  return { folds, candidates: tried.length, ndcg10, recall10: mean(heldBack.map((row) => row.recall)), abstention: abstention(heldBack), bestBaseline, gain: bestBaseline.ndcg10 === 0 ? 0 : ndcg10 / bestBaseline.ndcg10 - 1, byFold }
}

/** The threshold that tells best between needs with and without an answer; in the middle of the gap. `otherwise` where there is nothing to learn from. */
export function bestThreshold(rows: readonly Outcome[], otherwise: number): number {
  if (!rows.some((row) => row.nothingRight)) return otherwise
  const fits = [...new Set(rows.map(({ fit }) => fit))].sort((a, b) => a - b)
  let best = { threshold: otherwise, accuracy: -1 }
  for (let at = 1; at < fits.length; at++) {
    const threshold = (fits[at - 1]! + fits[at]!) / 2
    const accuracy = abstention(rows.map((row) => ({ nothingRight: row.nothingRight, saidNothing: row.fit < threshold }))).f1
    if (accuracy > best.accuracy) best = { threshold, accuracy }
  }
  return best.threshold
}

const ranges: Partial<Record<keyof Settings, readonly number[]>> = {
  concept: [0.8, 1.2, 1.6, 2],
  word: [0.7, 1, 1.3],
  pair: [0.15, 0.35, 0.5],
  character: [0.1, 0.2, 0.3, 0.45],
  title: [1.5, 2.2, 3],
  saturation: [0.8, 1.2, 1.8],
  lengthShare: [0.2, 0.4, 0.6],
  stepUp: [0.35, 0.5, 0.65],
  beside: [0.15, 0.3, 0.45],
  background: [50, 150, 500],
  needTitle: [1, 1.3, 1.8],
  otherTerm: [0.7, 0.8, 0.9],
  translated: [0.4, 0.7, 0.9],
  weak: [0.15, 0.25, 0.4],
  hints: [0.25, 0.4, 0.6],
  covered: [0.2, 0.4, 0.6],
  titleCovered: [0, 0.15],
  focus: [0, 0.05, 0.15],
  numbers: [0, 0.03, 0.05],
  otherGoal: [0, 0.03, 0.06],
}

/** Random search (Bergstra & Bengio 2012) with a seed of its own: the same candidates on every machine. */
function variations(count: number): Partial<Settings>[] {
  let state = 20_240_501
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return Array.from({ length: Math.max(0, count) }, () => Object.fromEntries(Object.entries(ranges).map(([name, values]) => [name, values[Math.floor(random() * values.length)]!])))
}
