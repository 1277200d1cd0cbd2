import type { Item } from './queries.ts'

export const groupKeys = ['overdue', 'today', 'week', 'later'] as const
export type GroupKey = (typeof groupKeys)[number]

const dayNumber = (moment: number) => Math.floor((moment + 8 * 3_600_000) / 86_400_000)
/** Monday is 0: the first day of 1970 was a Thursday. */
const weekday = (day: number) => (day + 3) % 7

/** 已超期, 今天, 本周, 以后. Midnight belongs to the day it ends; the week ends on Sunday in Shanghai. */
export function groupOf(dueAt: string | null, now: Date): GroupKey {
  if (dueAt === null) return 'later'
  const due = Date.parse(dueAt)
  if (due <= now.getTime()) return 'overdue'
  const [today, day] = [dayNumber(now.getTime()), dayNumber(due - 1)]
  if (day <= today) return 'today'
  return day <= today + 6 - weekday(today) ? 'week' : 'later'
}

export function inGroups(items: readonly Item[], now: Date): { key: GroupKey; items: Item[] }[] {
  const groups = Map.groupBy(items, (item) => groupOf(item.dueAt, now))
  return groupKeys.flatMap((key) => (groups.has(key) ? [{ key, items: groups.get(key)! }] : []))
}
