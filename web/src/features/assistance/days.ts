/** The day it is in China. */
export const chinaDay = (now: Date): string => new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
export const shiftDay = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
/** The next year and the last five, as options of a list. */
export const yearsAround = (today: string) => Array.from({ length: 6 }, (_, back) => String(Number(today.slice(0, 4)) + 1 - back)).map((value) => ({ value, label: value }))
/** Both ends count; null while a date is missing or they are the wrong way round. */
export const lengthOf = (from: string, until: string): number | null => (from && until && until >= from ? Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1 : null)
