/** Where the office has set nothing. */
export const usualThreshold = 4
/** A visit may be announced so far ahead, and written down so long after, in days. */
export const aheadAtMost = 60
export const behindAtMost = 62

export type Counts = { forms: number; visits: number; calls: number }
export const totalOf = ({ forms, visits, calls }: Counts) => forms + visits + calls
/** One more needs a reason once the firm has received as many as the threshold says. */
export const needsReason = (counts: Counts, threshold: number) => totalOf(counts) >= threshold

export const monthOf = (day: string) => day.slice(0, 7)
export function boundsOf(month: string): { from: string; until: string } {
  const [year, number] = month.split('-').map(Number) as [number, number]
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return { from: `${month}-01`, until: `${month}-${String(last).padStart(2, '0')}` }
}

/** How many firms received 0, 1, 2 … contacts; the last row takes all beyond. */
export function spreadOf(totals: readonly number[], firms: number, last: number): { contacts: number; firms: number }[] {
  const rows = Array.from({ length: last + 1 }, (_, contacts) => ({ contacts, firms: 0 }))
  for (const total of totals) rows[Math.min(total, last)]!.firms++
  rows[0]!.firms += firms - totals.length
  return rows
}
