import type { RefusalCode } from '../../contract/refusals.ts'

type Item = { closedAt: Date | null; remindedAt: Date | null }

const dayInShanghai = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

/** Reminding is for open items, and once a day: more is noise. */
export function whyNotRemind(item: Item, now: Date): RefusalCode | null {
  if (item.closedAt) return 'item_closed'
  if (item.remindedAt && dayInShanghai(item.remindedAt) === dayInShanghai(now)) return 'reminded_today'
  return null
}

export const whyNotForward = (item: Item): RefusalCode | null => (item.closedAt ? 'item_closed' : null)
