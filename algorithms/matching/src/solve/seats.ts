import type { Post, SeatKind } from '../model.ts'
import { SPAN, type Table } from '../table.ts'
import type { Chooser } from './deferred.ts'

/** One step of a post's published order: `tag` null admits everybody. */
export interface SeatGroup {
  tag: string | null
  seats: number
  /** Groups whose unused seats are added here. */
  inherits: readonly number[]
}

/**
 * The published order of processing (SPEC M20–M24): reserves that go first, open seats (with the unused guaranteed
 * ones), reserves that go last, and at the end the unused seats of these.
 */
export function seatGroups(post: Post): SeatGroup[] {
  const reserves = post.reserves ?? []
  const first = reserves.filter((reserve) => reserve.mode !== 'additional')
  const last = reserves.filter((reserve) => reserve.mode === 'additional')
  const open = Math.max(0, post.capacity - reserves.reduce((sum, reserve) => sum + reserve.seats, 0))
  const groups: SeatGroup[] = first.map(({ tag, seats }) => ({ tag, seats, inherits: [] }))
  groups.push({ tag: null, seats: open, inherits: first.flatMap((reserve, at) => (reserve.mode === 'guarantee' ? [at] : [])) })
  for (const { tag, seats } of last) groups.push({ tag, seats, inherits: [] })
  if (last.length > 0) groups.push({ tag: null, seats: 0, inherits: last.map((_, at) => first.length + 1 + at) })
  return groups
}

export interface SeatChooser extends Chooser {
  seatOf(key: number): SeatKind
}

/** The special posts of a table, by index. */
export function choosersOf(table: Table): Map<number, SeatChooser> {
  const choosers = new Map<number, SeatChooser>()
  table.source.forEach((post, index) => {
    const reserved = (post.reserves ?? []).some((reserve) => reserve.seats > 0)
    const capped = Object.keys(post.schoolCaps ?? {}).length > 0
    if (reserved && capped) choosers.set(index, rechoosing(post, table))
    else if (reserved) choosers.set(index, cascading(post, table))
    else if (capped) choosers.set(index, partitioned(post, table))
  })
  return choosers
}

/** Reserves: a heap per group; whom one group lets go asks the next. Exact, because groups choose in order by one ranking. */
function cascading(post: Post, table: Table): SeatChooser {
  const groups = seatGroups(post).map((group) => ({ ...group, keys: [] as number[] }))
  const limit = (at: number): number => {
    const group = groups[at]!
    return group.inherits.reduce((sum, from) => sum + groups[from]!.seats - groups[from]!.keys.length, group.seats)
  }
  return {
    offer(key, refused) {
      let homeless = key
      for (let at = 0; at < groups.length; at++) {
        const group = groups[at]!
        const wanted = homeless >= 0 && (group.tag === null || table.tags[homeless % SPAN]!.includes(group.tag))
        if (wanted) insertSorted(group.keys, homeless)
        const over = group.keys.length > limit(at)
        if (over) homeless = group.keys.pop()!
        else if (wanted) homeless = -1
      }
      if (homeless >= 0) refused.push(homeless)
    },
    held: () => groups.flatMap((group) => group.keys),
    seatOf: (key) => kindOf(groups.find((group) => group.keys.includes(key))?.tag ?? null),
  }
}

const kindOf = (tag: string | null): SeatKind => (tag === null ? { kind: 'open' } : { kind: 'reserved', tag })

function insertSorted(keys: number[], key: number): void {
  let low = 0
  let high = keys.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (keys[middle]! < key) low = middle + 1
    else high = middle
  }
  keys.splice(low, 0, key)
}

/** School caps inside one post: greedy on a partition within the capacity. */
function partitioned(post: Post, table: Table): SeatChooser {
  const caps = new Map(Object.entries(post.schoolCaps ?? {}))
  const keys: number[] = []
  const schoolOf = (key: number) => table.school[key % SPAN]
  return {
    offer(key, refused) {
      insertSorted(keys, key)
      const school = schoolOf(key)
      const cap = school === undefined ? undefined : caps.get(school)
      if (cap !== undefined && keys.filter((held) => schoolOf(held) === school).length > cap) {
        const worst = keys.findLastIndex((held) => schoolOf(held) === school)
        refused.push(keys.splice(worst, 1)[0]!)
      } else if (keys.length > post.capacity) refused.push(keys.pop()!)
    },
    held: () => keys,
    seatOf: () => ({ kind: 'open' }),
  }
}

/** Reserves and school caps together: the whole choice again at each offer; guarantees are then only audited. */
function rechoosing(post: Post, table: Table): SeatChooser {
  const caps = new Map(Object.entries(post.schoolCaps ?? {}))
  let held: { key: number; tag: string | null }[] = []
  return {
    offer(key, refused) {
      const keys = held.map((one) => one.key)
      insertSorted(keys, key)
      held = []
      const bySchool = new Map<string, number>()
      const groups = seatGroups(post)
      const used = groups.map(() => 0)
      const taken = new Set<number>()
      groups.forEach((group, at) => {
        const limit = group.inherits.reduce((sum, from) => sum + groups[from]!.seats - used[from]!, group.seats)
        for (const one of keys) {
          if (used[at]! >= limit) break
          const school = table.school[one % SPAN] ?? ''
          const cap = caps.get(school) ?? Infinity
          const fits = group.tag === null || table.tags[one % SPAN]!.includes(group.tag)
          if (taken.has(one) || !fits || (bySchool.get(school) ?? 0) >= cap) continue
          bySchool.set(school, (bySchool.get(school) ?? 0) + 1)
          taken.add(one)
          used[at]!++
          held.push({ key: one, tag: group.tag })
        }
      })
      for (const one of keys) if (!taken.has(one)) refused.push(one)
    },
    held: () => held.map((one) => one.key),
    seatOf: (key) => kindOf(held.find((one) => one.key === key)?.tag ?? null),
  }
}
