import { yearsOfHolidays } from './holidays.ts'

/** A day without time or zone: 'YYYY-MM-DD'. */
export type Day = string

/** When offices close; a deadline given in working days ends at this hour. China has one time zone and no summer time. */
const closingTime = 'T18:00:00+08:00'

export const dayOf = (moment: Date): Day => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
export const closingOf = (day: Day): Date => new Date(`${day}${closingTime}`)
export const endOfDay = (day: Day): Date => new Date(`${addDays(day, 1)}T00:00:00+08:00`)

export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** Saturdays and Sundays are free unless they are worked instead of a holiday (调休); years nobody announced yet have weekends only. */
export function isWorkingDay(day: Day): boolean {
  const year = yearsOfHolidays[day.slice(0, 4)]
  if (year?.worked.includes(day)) return true
  if (year?.free.some(([from, until]) => day >= from && day <= until)) return false
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** Whether the official notice for this day's year is in our data; without it a count of working days may still move. */
export const isAnnounced = (day: Day): boolean => yearsOfHolidays[day.slice(0, 4)]?.announced ?? false

/** The n-th working day after this day; the day itself does not count. */
export function addWorkingDays(day: Day, n: number): Day {
  let result = day
  for (let left = n; left > 0; ) {
    result = addDays(result, 1)
    if (isWorkingDay(result)) left--
  }
  return result
}

/** How many working days lie after `from`, up to and with `until`; 0 when it is not later. */
export function workingDaysBetween(from: Day, until: Day): number {
  let count = 0
  for (let day = from; day < until; ) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) count++
  }
  return count
}

/** The deadline n working days from now: 18:00 in Shanghai. */
export const dueInWorkingDays = (now: Date, n: number): Date => closingOf(addWorkingDays(dayOf(now), n))
