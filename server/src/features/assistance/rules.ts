import { ageOn } from '@silian/algorithms/identifiers'

/** The counties Nanhai is paired with lie in Qiandongnan (5226), as in is_county_school. */
export const isPairedCounty = (divisionCode: string | null) => divisionCode?.startsWith('5226') ?? false

type Day = string
const dayMs = 86_400_000
const shift = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
const weekday = (day: Day) => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

export const mondayOf = (day: Day): Day => shift(day, 1 - weekday(day))
export const isMonday = (day: Day) => weekday(day) === 1
export const isThursday = (day: Day) => weekday(day) === 4
/** Until when a check of this week is in time. */
export const sundayOf = (monday: Day): Day => shift(monday, 6)

/**
 * The weeks that need a check: those whose Thursday the student spent at the placement. `until` is the last day of the stay;
 * only weeks that are over by `today` are owed.
 */
export function owedWeeks({ from, until }: { from: Day; until: Day }, today: Day): Day[] {
  const weeks: Day[] = []
  for (let monday = mondayOf(from); sundayOf(monday) < today; monday = shift(monday, 7)) {
    const thursday = shift(monday, 3)
    if (thursday > until) break
    if (thursday >= from) weeks.push(monday)
  }
  return weeks
}
/** Whether this week is asked of the escort at all. */
export const isWeekOf = ({ from, until }: { from: Day; until: Day }, monday: Day) => shift(monday, 3) >= from && shift(monday, 3) <= until

/** How many of the owed weeks in a row, the newest first, have no check. */
export function missedInARow(owed: readonly Day[], checked: ReadonlySet<Day>): number {
  let missed = 0
  for (const week of owed.toReversed()) {
    if (checked.has(week)) break
    missed++
  }
  return missed
}

/** Two in a row, and the school is told. */
export const toldAfterWeeks = 2

export type Answer = 'yes' | 'no' | 'unsure'
export type Level = 'fine' | 'watch' | 'urgent'
const ranks: readonly Level[] = ['fine', 'watch', 'urgent']
export const isLower = (level: Level, than: Level) => ranks.indexOf(level) < ranks.indexOf(than)

/** One no is at least to be watched; what is raised is said in words. */
export function faultsOfCheck({ answers, level, note }: { answers: Readonly<Record<string, Answer>>; level: Level; note: string }) {
  const faults: { path: string[]; code: string }[] = []
  if (level === 'fine' && Object.values(answers).includes('no')) faults.push({ path: ['level'], code: 'not_fine' })
  if (level !== 'fine' && [...note.trim()].length < 5) faults.push({ path: ['note'], code: 'too_short' })
  return faults
}

/** A batch is agreed when every line was answered and somebody has a seat; null while it is not. */
export function isAgreed(seats: readonly { state: string; confirmed: number | null }[]): boolean {
  const live = seats.filter(({ state }) => state !== 'withdrawn')
  return live.every(({ state }) => state === 'confirmed' || state === 'declined') && live.some(({ confirmed }) => (confirmed ?? 0) > 0)
}

/** Where the facts of its placements carry a batch. */
export function nextOfBatch(state: string, placements: readonly { state: string; activated: boolean }[]): 'start' | 'finish' | null {
  const begun = placements.filter(({ activated }) => activated)
  if (state === 'agreed') return begun.length > 0 ? 'start' : null
  if (state !== 'running' || begun.length === 0) return null
  const over = ['ended_early', 'changed', 'assessed', 'archived', 'cancelled']
  return placements.every((one) => over.includes(one.state)) ? 'finish' : null
}

type Answered = { asked: number; answer: 'confirm' | 'decline'; confirmed?: number | undefined; contactName?: string | undefined; contactPhone?: string | undefined; reason?: string | undefined }
/** Fewer than asked, or none: only with a reason. Who confirms names who answers for the students. */
export function faultsOfAnswer({ asked, answer, confirmed, contactName, contactPhone, reason }: Answered) {
  const faults: { path: string[]; code: string }[] = []
  const silent = [...(reason ?? '').trim()].length < 2
  if (answer === 'decline') return silent ? [{ path: ['reason'], code: 'missing' }] : []
  if (confirmed === undefined) faults.push({ path: ['confirmed'], code: 'missing' })
  else if (confirmed > asked) faults.push({ path: ['confirmed'], code: 'over_asked' })
  else if (confirmed < asked && silent) faults.push({ path: ['reason'], code: 'missing' })
  if ([...(contactName ?? '').trim()].length < 2) faults.push({ path: ['contactName'], code: 'missing' })
  if (!contactPhone) faults.push({ path: ['contactPhone'], code: 'missing' })
  return faults
}

export const isMinorOn = (birthDate: Day, day: Day) => ageOn(birthDate, day) < 18

/** Unanswered after so many working days, and the escort is told. */
export const stayPatience = 20

/** One or two people are not told to somebody who may not open the rows. */
export const fewest = 3
export const shown = (count: number, open: boolean): number | null => (open || count === 0 || count >= fewest ? count : null)
