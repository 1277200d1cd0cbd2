import { additionsFor, type Adjustment } from './adjustments.ts'
import { companyOf } from './company.ts'
import { compare, type AnswerIndex } from './build-index.ts'
import type { Entry } from './entry.ts'
import { readEntry } from './features.ts'
import { best, firstLook, questionOf } from './first-look.ts'
import { reasonsFor, type Reason } from './reasons.ts'
import { coverage, hasOtherGoal, meet, meetNumbers, profileOf, type Profile } from './second-look.ts'

export type RankOptions = {
  /** How many at most; 10 unless told. */
  top?: number
  /** What reason-coded answers taught; without it, or without one of them, the ranking is as if it had never been. */
  adjustments?: readonly Adjustment[]
  /** One more signal when an embedding endpoint is configured: of the need, and of each answer by its id. */
  vectors?: { need: ArrayLike<number>; answers: ReadonlyMap<string, ArrayLike<number>> }
  /** Answers that may not be shown to the asker. */
  hidden?: ReadonlySet<string>
  /** Only these are asked about; rarity is still that of the whole index. */
  among?: ReadonlySet<string>
  /** False to leave the reasons out, when only the order is wanted. */
  reasons?: boolean
}

/** `fit`, 0 to 1, is held against the threshold: the score together with how much evidence there is at all. */
export type Ranked = { id: string; score: number; fit: number; reasons: readonly Reason[] }
export type Ranking = {
  /** True when even the best is not near enough to be proposed; the ranked ones are then the nearest, for a person to look at. */
  nothingFits: boolean
  /** How well the best one meets the need, 0 to 1, and what would have been enough. */
  fit: number
  threshold: number
  ranked: readonly Ranked[]
}

const secondLooks = 50
/** The sum of the first look that counts as half of all the evidence one could wish for. */
const halfEvidence = 2

/** Ranks the answers of an index for a need. Deterministic; equal scores in the order of ids. O(postings of the need's features + n). */
export function rank(index: AnswerIndex, need: Entry, { top = 10, adjustments = [], vectors, hidden, among, reasons = true }: RankOptions = {}): Ranking {
  const { settings, entries } = index
  const read = readEntry(need, index.reader)
  const question = questionOf(read, index)
  const { sums, most } = firstLook(question, index)
  entries.forEach(({ id }, at) => {
    if (hidden?.has(id) || (among && !among.has(id))) sums[at] = 0
    else if (vectors) sums[at]! += Math.max(0, cosine(vectors.need, vectors.answers.get(id))) * settings.meaning * most
  })
  const profile = profileOf(read, index)
  const looked = best(sums, Math.max(secondLooks, top * 2)).map((at) => {
    const entry = entries[at]!
    const other = profileOf(index.reads?.[at] ?? readEntry(entry, index.reader), index)
    const met = meet(profile, other, index)
    const base = scoreOf(sums[at]! / (most || 1), profile, other, met, index)
    const learnt = additionsFor(adjustments, need, entry, profile, other, index)
    return { entry, profile: other, met, learnt, base, evidence: sums[at]!, score: learnt.reduce((sum, { add }) => sum + add, base) }
  })
  if (settings.company > 0) {
    const company = companyOf(looked)
    for (const row of looked) row.score += settings.company * company(row)
  }
  looked.sort((a, b) => b.score - a.score || compare(a.entry.id, b.entry.id))
  const fit = fitOf(looked[0])
  return {
    nothingFits: fit < settings.threshold,
    fit,
    threshold: settings.threshold,
    ranked: looked.slice(0, top).map(({ entry, profile: other, met, learnt, score, evidence }) => ({
      id: entry.id,
      score,
      fit: fitOf({ score, evidence }),
      reasons: !reasons ? [] : reasonsFor({ need, answer: entry, met, needProfile: profile, answerProfile: other, learnt, cosine: vectors ? cosine(vectors.need, vectors.answers.get(entry.id)) : undefined, index }),
    })),
  }
}

/** How well an answer meets the need: the share of the need it covers, held against how much evidence there is at all. Both matter: a need of one word is easily covered. */
function fitOf(first: { score: number; evidence: number } | undefined): number {
  if (!first || first.score <= 0) return 0
  return Math.min(1, Math.sqrt(first.score * (first.evidence / (first.evidence + halfEvidence))))
}

/** About 0 to 1: the first look as a share of what was possible, and the shares of the second look, in the proportions of the settings. */
function scoreOf(first: number, need: Profile, answer: Profile, met: ReturnType<typeof meet>, index: AnswerIndex): number {
  const { settings } = index
  const share = coverage(met)
  const back = coverage(meet(answer, need, index))
  const numbers = meetNumbers(need, answer)
  const near = numbers.length === 0 ? 0 : numbers.reduce((sum, { nearness }) => sum + nearness, 0) / numbers.length - 0.5
  const sum = first + settings.covered * share.all + settings.titleCovered * share.title + settings.focus * back.title
  return sum / (1 + settings.covered + settings.titleCovered + settings.focus) + settings.numbers * near - (hasOtherGoal(need, answer) ? settings.otherGoal : 0)
}

function cosine(a: ArrayLike<number>, b: ArrayLike<number> | undefined): number {
  if (!b || b.length !== a.length) return 0
  let dot = 0
  let left = 0
  let right = 0
  for (let at = 0; at < a.length; at++) {
    dot += a[at]! * b[at]!
    left += a[at]! ** 2
    right += b[at]! ** 2
  }
  return left === 0 || right === 0 ? 0 : dot / Math.sqrt(left * right)
}
