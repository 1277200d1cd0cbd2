import type { Entry } from './entry.ts'

const asked = 3

/** For each answer, how well the best others of its class do: what few words leave open, the class often settles. */
export function companyOf(rows: readonly { entry: Entry; base: number }[]): (row: { entry: Entry; base: number }) => number {
  const best = new Map<string, number[]>()
  for (const { entry, base } of rows) {
    const field = entry.codes?.[0]
    if (field !== undefined) best.set(field, [...(best.get(field) ?? []), base])
  }
  for (const scores of best.values()) scores.sort((a, b) => b - a)
  return ({ entry, base }) => {
    const scores = best.get(entry.codes?.[0] ?? '') ?? []
    const own = scores.indexOf(base)
    const others = scores.filter((_score, at) => at !== own).slice(0, asked)
    return others.reduce((sum, score) => sum + score, 0) / asked
  }
}
