/** Days after a week's Sunday until which it is written. */
const writeWithinDays = 3
/** Weeks without a word until the school is told. */
const silentWeeks = 2

const dayAfter = (day: string, days: number) => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

type Stay = { firstWeek: string; endsOn: string; today: string; sent: readonly string[] }

/** The weeks that are over, by their Mondays, and that nobody has sent. */
export function weeksOwed({ firstWeek, endsOn, today, sent }: Stay): string[] {
  const owed: string[] = []
  for (let week = firstWeek; week <= endsOn && dayAfter(week, 6) < today; week = dayAfter(week, 7)) if (!sent.includes(week)) owed.push(week)
  return owed
}

export const writeDueOn = (week: string) => dayAfter(week, 6 + writeWithinDays)

/** Whether so much is owed, and for so long, that the school should ask what is the matter. */
export const isSilent = (owed: readonly string[], today: string) => owed.length >= silentWeeks && dayAfter(owed[0]!, 6 + 7 * silentWeeks) < today
