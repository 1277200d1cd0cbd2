/** Days as `{ year, month, day }` and ISO strings; no time zone, no clock. */

const monthDays = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

export const isDay = (year: number, month: number, day: number) =>
  year >= 1800 && year <= 2199 && month >= 1 && month <= 12 && day >= 1 && day <= monthDays(year, month)

export const iso = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** First and last day of a year, a month or a day; null when there is no such day. */
export function period(year: number, month?: number, day?: number): { min: string; max: string } | null {
  if (month === undefined) return isDay(year, 1, 1) ? { min: iso(year, 1, 1), max: iso(year, 12, 31) } : null
  if (day === undefined) return isDay(year, month, 1) ? { min: iso(year, month, 1), max: iso(year, month, monthDays(year, month)) } : null
  return isDay(year, month, day) ? { min: iso(year, month, day), max: iso(year, month, day) } : null
}

/** The day of an Excel serial (1900 system); null outside 1940–2100, where a number is more likely something else. */
export function dayOfSerial(serial: number): string | null {
  if (!(serial >= 14_611 && serial < 73_415)) return null
  const date = new Date(Date.UTC(1899, 11, 30) + Math.floor(serial) * 86_400_000)
  return date.toISOString().slice(0, 10)
}
