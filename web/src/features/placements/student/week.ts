const dayMs = 86_400_000

/** Monday of the week a moment lies in, in China. */
export function mondayOf(moment: Date): string {
  const there = new Date(moment.getTime() + 8 * 3_600_000)
  return new Date(there.getTime() - ((there.getUTCDay() + 6) % 7) * dayMs).toISOString().slice(0, 10)
}
export const plusDays = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10)
