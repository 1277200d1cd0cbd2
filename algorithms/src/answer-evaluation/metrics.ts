/** need → answer → grade 0 to 3. An answer that nobody judged counts as 0. */
export type Judgements = ReadonlyMap<string, ReadonlyMap<string, number>>

const gain = (grade: number) => 2 ** grade - 1

/** Normalised discounted cumulative gain (Järvelin & Kekäläinen 2002) with gains 2^grade − 1; null when nothing is right. */
export function ndcg(ranked: readonly string[], grades: ReadonlyMap<string, number>, at = 10): number | null {
  const sum = (list: readonly number[]) => list.slice(0, at).reduce((total, grade, place) => total + gain(grade) / Math.log2(place + 2), 0)
  const most = sum([...grades.values()].sort((a, b) => b - a))
  return most === 0 ? null : sum(ranked.map((id) => grades.get(id) ?? 0)) / most
}

/** The share of right answers (grade 1 and above) among the first ten; null when nothing is right. */
export function recall(ranked: readonly string[], grades: ReadonlyMap<string, number>, at = 10): number | null {
  const right = [...grades].filter(([, grade]) => grade > 0).map(([id]) => id)
  if (right.length === 0) return null
  const found = new Set(ranked.slice(0, at))
  return right.filter((id) => found.has(id)).length / Math.min(at, right.length)
}

export type Abstention = { needsWithNothing: number; saidNothing: number; rightlySaid: number; precision: number; recall: number; f1: number; balancedAccuracy: number }

/** How well "nothing fits" is said: right when no answer has a grade above 0. */
export function abstention(outcomes: readonly { nothingRight: boolean; saidNothing: boolean }[]): Abstention {
  const needsWithNothing = outcomes.filter(({ nothingRight }) => nothingRight).length
  const saidNothing = outcomes.filter((one) => one.saidNothing).length
  const rightlySaid = outcomes.filter((one) => one.saidNothing && one.nothingRight).length
  const precision = saidNothing === 0 ? 0 : rightlySaid / saidNothing
  const found = needsWithNothing === 0 ? 0 : rightlySaid / needsWithNothing
  const rest = outcomes.length - needsWithNothing
  const kept = rest === 0 ? 1 : (rest - (saidNothing - rightlySaid)) / rest
  return { needsWithNothing, saidNothing, rightlySaid, precision, recall: found, f1: precision + found === 0 ? 0 : (2 * precision * found) / (precision + found), balancedAccuracy: needsWithNothing === 0 ? kept : (found + kept) / 2 }
}

export const mean = (values: readonly (number | null)[]): number => {
  const there = values.filter((value) => value !== null)
  return there.length === 0 ? 0 : there.reduce((sum, value) => sum + value, 0) / there.length
}
