export type Stay = { from: string; until: string }

/**
 * How many are there at the fullest moment of a span. The number only grows on a first day, so the first days within the span, and its own, are
 * all there is to look at. Made once a unit, asked once a placement: O(n log n) to make, O(first days) to ask.
 */
export function fullest(stays: readonly Stay[]): (span: Stay) => number {
  const starts = stays.map(({ from }) => from).sort()
  const ends = stays.map(({ until }) => until).sort()
  const firstDays = [...new Set(starts)]
  const atDay = new Map<string, number>()
  const there = (day: string) => {
    const known = atDay.get(day)
    if (known !== undefined) return known
    const count = upTo(starts, day) - before(ends, day)
    atDay.set(day, count)
    return count
  }
  return ({ from, until }) => {
    let peak = there(from)
    for (let index = before(firstDays, from); index < firstDays.length && firstDays[index]! <= until; index++) peak = Math.max(peak, there(firstDays[index]!))
    return peak
  }
}

/** How many of the sorted days lie before this one. */
function before(days: readonly string[], day: string): number {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle]! < day) low = middle + 1
    else high = middle
  }
  return low
}
const upTo = (days: readonly string[], day: string): number => before(days, `${day}~`)
