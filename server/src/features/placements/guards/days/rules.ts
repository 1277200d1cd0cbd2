/** Days as 'YYYY-MM-DD', compared as text. No clock, no time zone. */

const millisecondsADay = 86_400_000
const utc = (day: string) => Date.parse(`${day}T00:00:00Z`)
const text = (time: number) => new Date(time).toISOString().slice(0, 10)

export const plusDays = (day: string, days: number) => text(utc(day) + days * millisecondsADay)
/** How many days from the first to the last, both counted. */
export const daysFromTo = (first: string, last: string) => Math.round((utc(last) - utc(first)) / millisecondsADay) + 1

/** The same day so many months on; the last of the month where there is no such day. */
export function plusMonths(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return text(first.getTime() + (Math.min(date, last) - 1) * millisecondsADay)
}

/** Whole months of a span of days, both ends counted: 1 March to 31 August are six. */
export function wholeMonths(first: string, last: string): number {
  const after = plusDays(last, 1)
  let months = (Number(after.slice(0, 4)) - Number(first.slice(0, 4))) * 12 + Number(after.slice(5, 7)) - Number(first.slice(5, 7))
  if (plusMonths(first, months) > after) months--
  return months
}

export type Span = { from: string; until: string }

/** The first day of a span that none of the others covers, and how many such days there are. */
export function gapIn({ from, until }: Span, spans: readonly Span[]): { day: string; days: number } | null {
  let next = from
  let first: string | null = null
  let days = 0
  for (const span of [...spans].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (span.until < next) continue
    if (span.from > until) break
    if (span.from > next) {
      first ??= next
      days += daysFromTo(next, span.from) - 1
    }
    next = plusDays(span.until, 1)
    if (next > until) break
  }
  if (next <= until) {
    first ??= next
    days += daysFromTo(next, until)
  }
  return first === null ? null : { day: first, days }
}
