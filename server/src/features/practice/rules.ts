/** A day without time or zone: 'YYYY-MM-DD'. */
type Day = string

/**
 * Rule 2.13, 职业学校教师企业实践规定 (教师〔2016〕3号) Art 4: specialist teachers, six months in every five years. A month is 30.4 days.
 */
export const windowMonths = 60
export const requiredMonths = 6
export const defaultAwayPercent = 15
/** How long before somebody falls short it is said aloud. */
export const warnMonths = 12

/** Whether so many days are so many months; in tenths, so that nothing is lost by dividing. */
export const isEnough = (days: number, months: number) => days * 10 >= months * 304
export const daysNeeded = (months: number) => Math.ceil((months * 304) / 10)
/** One decimal, cut off: 182 days are 5.9 months, and not enough. */
export const monthsOf = (days: number) => Math.floor((days * 100) / 304) / 10

const dayAfter = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
export const daysBetween = (from: Day, to: Day) => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
/** Every day from the first to the last, both with. */
export const daysOf = (from: Day, to: Day): Day[] => Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, at) => dayAfter(from, at))
export const mondayOf = (day: Day): Day => dayAfter(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** The same day of another month; the last one where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return `${first.toISOString().slice(0, 8)}${String(Math.min(date, last)).padStart(2, '0')}`
}

/** On a day the window holds what lies after the same day five years before, up to and with the day itself. */
export const isInWindow = (day: Day, on: Day) => day > addMonths(on, -windowMonths) && day <= on

/** The first day whose window no longer holds this one. */
export function leavesOn(day: Day): Day {
  let on = addMonths(day, windowMonths)
  while (addMonths(on, -windowMonths) < day) on = dayAfter(on, 1)
  return on
}

export const distinctDays = (days: Iterable<Day>): Day[] => [...new Set(days)].sort()

export function countInWindow(days: readonly Day[], on: Day): number {
  const after = addMonths(on, -windowMonths)
  return days.filter((day) => day > after && day <= on).length
}

type Span = { from: Day; before: Day }

/** Stretches of time, in order, in which so many of these days lie in one window. `days` are distinct and in order. Linear. */
function spansOfEnough(days: readonly Day[], needed: number): Span[] {
  const spans: Span[] = []
  for (let last = needed - 1; last < days.length; last++) {
    const [from, before] = [days[last]!, leavesOn(days[last - needed + 1]!)]
    if (before > from) spans.push({ from, before })
  }
  return spans
}

/** The first day from this one on that does not have enough behind it. */
export function firstShort(days: readonly Day[], needed: number, from: Day): Day {
  let day = from
  for (const span of spansOfEnough(days, needed)) if (span.from <= day && day < span.before) day = span.before
  return day
}

/** Since when it is short, for a day that is: the day after the last that had enough; null when there never was one. */
export function shortSince(days: readonly Day[], needed: number, on: Day): Day | null {
  return spansOfEnough(days, needed).reduce<Day | null>((since, { before }) => (before <= on && (since === null || before > since) ? before : since), null)
}

export type TeacherFacts = {
  kind: 'specialist' | 'general'
  /** Asked of this kind at this school, within five years. */
  months: number
  employedOn: Day | null
  experienced: boolean | null
  /** Credited days, distinct and in order. */
  days: readonly Day[]
}
export type StandingState = 'free' | 'first' | 'short' | 'growing' | 'enough'
export type Standing = {
  state: StandingState
  /** In the window of today. */
  days: number
  needed: number
  missing: number
  /** Since when it is not enough, or from when on it will not be if nothing is added; null where nothing is asked, or nobody knows since when. */
  shortOn: Day | null
}

/** Where a teacher stands today, and when the counter falls below what the rule asks. */
export function standingOf({ kind, months, employedOn, experienced, days }: TeacherFacts, today: Day): Standing {
  const needed = daysNeeded(months)
  const counted = countInWindow(days, today)
  const base = { days: counted, needed, missing: Math.max(0, needed - counted) }
  if (needed === 0) return { ...base, state: 'free', shortOn: null }
  // The first five years are measured when they are over; until then nobody is short, but who never worked in a firm practises first.
  const due = employedOn && addMonths(employedOn, windowMonths)
  const isNew = due !== null && due > today
  if (isNew && experienced === false && kind === 'specialist' && !days.some((day) => day <= today)) return { ...base, state: 'first', shortOn: employedOn }
  if (isNew) return { ...base, state: counted < needed ? 'growing' : 'enough', shortOn: firstShort(days, needed, due) }
  if (counted >= needed) return { ...base, state: 'enough', shortOn: firstShort(days, needed, today) }
  const since = shortSince(days, needed, today)
  return { ...base, state: 'short', shortOn: due && (since === null || since < due) ? due : since }
}

/** The same, as it will be if what is approved is carried out. */
export const forecastOf = (facts: TeacherFacts, planned: readonly Day[], today: Day): Day | null => {
  const days = distinctDays([...facts.days, ...planned.filter((day) => day > today)])
  const { state, shortOn, needed } = standingOf({ ...facts, days }, today)
  if (state !== 'short' && state !== 'first') return shortOn
  // Short today: the first day on which the plans make it whole, and from there on.
  const whole = spansOfEnough(days, needed).find(({ before }) => before > today)
  return whole ? firstShort(days, needed, whole.from > today ? whole.from : today) : shortOn
}

/** Who falls short first stands first; whom nothing is asked of, last. Not a ranking: equal days keep the order of the roll. */
export const byUrgency = (one: Standing, other: Standing) => keyOf(one).localeCompare(keyOf(other))
const keyOf = ({ state, shortOn }: Standing) => (state === 'free' ? '9' : `${state === 'short' || state === 'first' ? '0' : '1'} ${shortOn ?? ''}`)

export type Away = { teacherId: string; startsOn: Day; endsOn: Day }

/** The most who are away at once in these days, this teacher with them, and the first day of it. */
export function peakAway(one: Away, others: readonly Away[]): { away: number; on: Day } {
  const overlapping = others.filter(({ teacherId, startsOn, endsOn }) => teacherId !== one.teacherId && startsOn <= one.endsOn && endsOn >= one.startsOn)
  const days = distinctDays([one.startsOn, ...overlapping.map(({ startsOn }) => (startsOn > one.startsOn ? startsOn : one.startsOn))])
  return days.reduce(
    (peak, on) => {
      const away = 1 + new Set(overlapping.filter(({ startsOn, endsOn }) => startsOn <= on && on <= endsOn).map(({ teacherId }) => teacherId)).size
      return away > peak.away ? { away, on } : peak
    },
    { away: 0, on: one.startsOn },
  )
}

export const isOverShare = (away: number, of: number, percent: number) => away * 100 > of * percent

export type WorkedWeek = { journalId: string; weekOn: Day; days: readonly Day[] }
export type CreditedDay = { day: Day; kind: 'attended' | 'rest'; journalId: string }

/**
 * The days that accepted weeks are worth: each day of attendance once; and, where the school counts so, the days of rest of a week whose
 * every working day was attended. Nothing outside the dates.
 */
export function creditedDays({ startsOn, endedOn, restDays }: { startsOn: Day; endedOn: Day; restDays: boolean }, weeks: readonly WorkedWeek[], isWorkingDay: (day: Day) => boolean): CreditedDay[] {
  const inside = (day: Day) => day >= startsOn && day <= endedOn
  const credited = new Map<Day, CreditedDay>()
  for (const { journalId, weekOn, days } of weeks) {
    const attended = new Set(days.filter(inside))
    for (const day of attended) if (!credited.has(day)) credited.set(day, { day, kind: 'attended', journalId })
    if (!restDays || attended.size === 0) continue
    const week = daysOf(weekOn, dayAfter(weekOn, 6)).filter(inside)
    if (week.some((day) => isWorkingDay(day) && !attended.has(day))) continue
    for (const day of week) if (!credited.has(day)) credited.set(day, { day, kind: 'rest', journalId })
  }
  return [...credited.values()].sort((one, other) => (one.day < other.day ? -1 : 1))
}

/** Of what is claimed, the days it is worth: so many, counted from the first. */
export const claimedDays = ({ startsOn, days }: { startsOn: Day; days: number }): Day[] => daysOf(startsOn, dayAfter(startsOn, days - 1))
