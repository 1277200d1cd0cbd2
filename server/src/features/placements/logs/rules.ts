import type { RefusalCode } from '../../../contract/refusals.ts'

const dayMs = 86_400_000
const atNoon = (day: string) => new Date(`${day}T12:00:00Z`)
const dayFrom = (date: Date) => date.toISOString().slice(0, 10)

export const mondayOf = (day: string): string => {
  const date = atNoon(day)
  return dayFrom(new Date(date.getTime() - ((date.getUTCDay() + 6) % 7) * dayMs))
}
export const plusDays = (day: string, days: number) => dayFrom(new Date(atNoon(day).getTime() + days * dayMs))

type Placement = { state: string; startsOn: string; endsOn: string; endedOn: string | null; activatedAt: Date | null }
export const lastDayOf = ({ endsOn, endedOn }: Pick<Placement, 'endsOn' | 'endedOn'>) => endedOn ?? endsOn

/** From the first day on, until the mark is given. */
const writing = ['active', 'suspended', 'changed', 'ended_early']

/** Mondays from the first day until today or the last day, the newest first. */
export function weeksOf(placement: Placement, today: string): string[] {
  if (!placement.activatedAt) return []
  const last = lastDayOf(placement)
  const newest = mondayOf(last < today ? last : today)
  const weeks: string[] = []
  for (let week = newest; week >= mondayOf(placement.startsOn); week = plusDays(week, -7)) weeks.push(week)
  return weeks
}

/** Why the log of this week cannot be written, or null. */
export function whyNotWrite(placement: Placement, week: string, today: string): RefusalCode | null {
  if (!writing.includes(placement.state)) return 'wrong_state'
  if (week > today) return 'too_early'
  return weeksOf(placement, today).includes(week) ? null : 'log_outside'
}

type Known = { sendId: string; version: number; readAt: Date | null } | undefined
/** What to do with a text that arrives: take it, or say no because somebody read or wrote meanwhile; null when it is here already. */
export function whyNotTake(known: Known, { sendId, version }: { sendId: string; version: number }): RefusalCode | 'take' | null {
  if (known?.sendId === sendId) return null
  if (known?.readAt) return 'log_read'
  return (known?.version ?? 0) === version ? 'take' : 'log_conflict'
}

/** What is compared and marked: one text. */
export const textOf = ({ did, learnt, question }: { did: string; learnt: string; question: string }) => [did, learnt, question].filter(Boolean).join('\n\n')

/** Rule 1.20: a task may take at most so many per cent of all hours logged; told from so many hours on. */
export const mostOfOneTask = 60
export const toldFromHours = 80
type Hours = { taskId: string | null; title: string | null; hours: number }

/** The task that takes more than its share, if one does. */
export function crowdingTask(all: readonly Hours[]): { title: string; percent: number } | null {
  const total = all.reduce((sum, { hours }) => sum + hours, 0)
  if (total < toldFromHours) return null
  const byTask = new Map<string, { title: string; hours: number }>()
  for (const { taskId, title, hours } of all) if (taskId) byTask.set(taskId, { title: title ?? '', hours: (byTask.get(taskId)?.hours ?? 0) + hours })
  const most = [...byTask.values()].sort((one, other) => other.hours - one.hours)[0]
  const percent = most ? Math.round((100 * most.hours) / total) : 0
  return most && percent > mostOfOneTask ? { title: most.title, percent } : null
}

/** Rule 1.31, after the fact: what the student says the week took. */
export const mostHoursAWeek = 40
export const sumOf = (hours: readonly { hours: number }[]) => Math.round(10 * hours.reduce((sum, one) => sum + one.hours, 0)) / 10
