/** Dates of the demonstration hang on the moment it is loaded, read in Asia/Shanghai (UTC+8 all year). */
const hour = 3_600_000
const day = 24 * hour

/** The calendar day in Shanghai, `days` after `now`: 2027-03-01. */
export const dayAfter = (now: Date, days: number) => new Date(now.getTime() + 8 * hour + days * day).toISOString().slice(0, 10)

/** A moment: `days` after the day of `now`, at that hour in Shanghai. */
export const momentAfter = (now: Date, days: number, atHour: number) =>
  new Date(Date.parse(`${dayAfter(now, days)}T00:00:00Z`) + (atHour - 8) * hour)

/** The first Monday on or after that day. */
export function mondayAfter(now: Date, days: number): string {
  const weekday = new Date(`${dayAfter(now, days)}T00:00:00Z`).getUTCDay()
  return dayAfter(now, days + ((8 - weekday) % 7))
}

export const shiftDay = (date: string, days: number) => new Date(Date.parse(`${date}T00:00:00Z`) + days * day).toISOString().slice(0, 10)

/** The school year a student is in on a day: 1 for the first. School years start on 1 September. */
export function gradeOn(entryYear: number, date: string): number {
  const startedYears = Number(date.slice(0, 4)) - entryYear
  return date.slice(5) >= '09-01' ? startedYears + 1 : startedYears
}
