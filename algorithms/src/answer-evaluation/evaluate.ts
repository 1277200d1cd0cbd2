import { buildIndex } from '../answer-matching/build-index.ts'
import type { Entry } from '../answer-matching/entry.ts'
import type { Lexicon } from '../answer-matching/lexicon.ts'
import { rank } from '../answer-matching/rank.ts'
import type { Settings } from '../answer-matching/settings.ts'
import { baselines } from './baselines.ts'
import { abstention, mean, ndcg, recall, type Abstention, type Judgements } from './metrics.ts'
import { scriptOf, type Script } from './script.ts'

export type Figures = { needs: number; ndcg10: number; recall10: number }
export type Evaluation = {
  needs: number
  answers: number
  judgements: number
  ours: Figures & { abstention: Abstention; byScript: Partial<Record<Script, Figures>> }
  baselines: { name: string; ndcg10: number; recall10: number; byScript: Partial<Record<Script, Figures>> }[]
  /** Ours over the best baseline in nDCG@10, as a share. */
  gain: number
}

export type Outcome = { id: string; script: Script; ndcg: number | null; recall: number | null; nothingRight: boolean; fit: number; saidNothing: boolean }

const noGrades: ReadonlyMap<string, number> = new Map()

export function evaluate(needs: readonly Entry[], answers: readonly Entry[], judgements: Judgements, options: { lexicon?: Lexicon; settings?: Partial<Settings> } = {}): Evaluation {
  const outcomes = outcomesOf(needs, answers, judgements, options)
  const compared = baselines.map(({ name, of }) => {
    const ranker = of(answers)
    const rows = needs.map((need) => measured(need, ranker(need), judgements))
    return { name, ...figures(rows), byScript: byScript(rows) }
  })
  const own = figures(outcomes)
  const bestOther = Math.max(...compared.map(({ ndcg10 }) => ndcg10))
  return {
    needs: needs.length,
    answers: answers.length,
    judgements: [...judgements.values()].reduce((sum, grades) => sum + grades.size, 0),
    ours: { ...own, abstention: abstention(outcomes), byScript: byScript(outcomes) },
    baselines: compared.map(({ name, ndcg10, recall10, byScript }) => ({ name, ndcg10, recall10, byScript })),
    gain: bestOther === 0 ? 0 : own.ndcg10 / bestOther - 1,
  }
}

/** What came of every need. */
export function outcomesOf(needs: readonly Entry[], answers: readonly Entry[], judgements: Judgements, options: { lexicon?: Lexicon; settings?: Partial<Settings> } = {}): Outcome[] {
  const index = buildIndex(answers, options)
  return needs.map((need) => {
    const { ranked, fit, nothingFits } = rank(index, need, { reasons: false })
    return { ...measured(need, ranked.map(({ id }) => id), judgements), fit, saidNothing: nothingFits }
  })
}

function measured(need: Entry, ranked: readonly string[], judgements: Judgements) {
  const grades = judgements.get(need.id) ?? noGrades
  return { id: need.id, script: scriptOf(`${need.title}${need.description ?? ''}`), ndcg: ndcg(ranked, grades), recall: recall(ranked, grades), nothingRight: [...grades.values()].every((grade) => grade <= 0) }
}

type Measured = Pick<Outcome, 'script' | 'ndcg' | 'recall'>

const figures = (rows: readonly Measured[]): Figures => ({ needs: rows.filter((row) => row.ndcg !== null).length, ndcg10: mean(rows.map((row) => row.ndcg)), recall10: mean(rows.map((row) => row.recall)) })

function byScript(rows: readonly Measured[]): Partial<Record<Script, Figures>> {
  const there = (['hans', 'hant', 'en'] as const).filter((script) => rows.some((row) => row.script === script))
  return Object.fromEntries(there.map((script) => [script, figures(rows.filter((row) => row.script === script))]))
}
