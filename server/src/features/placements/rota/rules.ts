/** Night, as we define it: the rule gives no hours. Minutes of a day. */
const nightFrom = 22 * 60
const nightUntil = 6 * 60
export const mostHoursADay = 8
export const mostHoursAWeek = 40

export type Shift = { day: string; from: string; until: string; breakMinutes: number; filingNumber?: string | null | undefined; filedOn?: string | null | undefined; reason?: string | null | undefined }
export type RotaFinding = { ruleId: '1.28' | '1.29' | '1.30' | '1.31'; variant: string; at: number | 'week'; params: Record<string, string | number> }
export type Calendar = { isWorkingDay: (day: string) => boolean }

const dayMs = 86_400_000
export const nextDay = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)
const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** Minutes from the midnight before; past 1440 it is the next day. */
export function spanOf({ from, until }: Pick<Shift, 'from' | 'until'>): [number, number] {
  const [start, end] = [minutesOf(from), minutesOf(until)]
  return [start, end > start ? end : end + 1440]
}
export function hoursOf(shift: Pick<Shift, 'from' | 'until' | 'breakMinutes'>): number {
  const [start, end] = spanOf(shift)
  return Math.max(0, end - start - shift.breakMinutes) / 60
}
const touches = ([start, end]: [number, number], from: number, until: number) => start < until && end > from
const isNight = (span: [number, number]) => touches(span, 0, nightUntil) || touches(span, nightFrom, 1440 + nightUntil)
const rounded = (hours: number) => Math.round(100 * hours) / 100

/** What the law says of the shifts of one week; the calendar knows holidays and days worked instead. An exception counts when it was filed before. */
export function findingsOfRota(shifts: readonly Shift[], { isWorkingDay }: Calendar): RotaFinding[] {
  const found = shifts.flatMap((shift, at): RotaFinding[] => {
    const span = spanOf(shift)
    const late = shift.filingNumber && (!shift.filedOn || shift.filedOn >= shift.day)
    if (shift.filingNumber && !late) return []
    const days = span[1] > 1440 ? [shift.day, nextDay(shift.day)] : [shift.day]
    const rest = days.find((day) => !isWorkingDay(day))
    return [
      ...(late ? [{ ruleId: '1.30' as const, variant: 'late', at, params: { day: shift.day } }] : []),
      ...(rest ? [{ ruleId: '1.28' as const, variant: 'shift', at, params: { day: rest } }] : []),
      ...(isNight(span) ? [{ ruleId: '1.29' as const, variant: 'night', at, params: { from: shift.from, until: shift.until } }] : []),
    ]
  })
  const byDay = Map.groupBy(shifts.map((shift, at) => ({ shift, at })), ({ shift }) => shift.day)
  for (const [day, some] of byDay) {
    const hours = rounded(some.reduce((sum, { shift }) => sum + hoursOf(shift), 0))
    if (hours > mostHoursADay) found.push({ ruleId: '1.31', variant: 'day_shift', at: some.at(-1)!.at, params: { day, hours, most: mostHoursADay } })
  }
  const week = rounded(shifts.reduce((sum, shift) => sum + hoursOf(shift), 0))
  if (week > mostHoursAWeek) found.push({ ruleId: '1.31', variant: 'week_shift', at: 'week', params: { hours: week, most: mostHoursAWeek } })
  return found
}

export type Fault = { path: (string | number)[]; code: string }
type Frame = { week: string; weekEnd: string; startsOn: string; lastDay: string; today: string; kind: 'planned' | 'actual' }
/** Shifts that are none, or that cannot both be. */
export function faultsOfRota(shifts: readonly Shift[], { week, weekEnd, startsOn, lastDay, today, kind }: Frame): Fault[] {
  const fault = (at: number, field: string, code: string): Fault => ({ path: ['shifts', at, field], code })
  const placed = shifts.map((shift) => {
    const midnight = Date.parse(`${shift.day}T00:00:00Z`) / 60_000
    const [start, end] = spanOf(shift)
    return [midnight + start, midnight + end] as const
  })
  return shifts.flatMap((shift, at) => [
    ...(shift.day < week || shift.day > weekEnd ? [fault(at, 'day', 'other_week')] : shift.day < startsOn || shift.day > lastDay ? [fault(at, 'day', 'outside')] : []),
    ...(kind === 'actual' && shift.day > today ? [fault(at, 'day', 'too_late')] : []),
    ...(hoursOf(shift) <= 0 ? [fault(at, 'breakMinutes', 'too_big')] : []),
    ...(Boolean(shift.filingNumber) !== Boolean(shift.filedOn) ? [fault(at, shift.filingNumber ? 'filedOn' : 'filingNumber', 'missing')] : []),
    ...(placed.some(([from, until], other) => other < at && from < placed[at]![1] && until > placed[at]![0]) ? [fault(at, 'from', 'overlap')] : []),
  ])
}
