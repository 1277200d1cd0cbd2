import { isHierarchy, sharedCaps } from '../route.ts'
import type { Market } from '../model.ts'
import type { Table } from '../table.ts'
import { byKey, type Blocks, type Offer } from './rounds.ts'

const alone = (table: Table): Uint32Array => Uint32Array.from(table.posts, (_, p) => p)

/** Ties treated as one (SPEC M13): all of the last tie in, or none of it. A limit once raised stays, hence cumulative. */
export function tieBlocks(table: Table, admitAll: boolean): Blocks {
  return {
    blockOf: alone(table),
    cumulative: !admitAll,
    choose(post, offered) {
      const seats = table.capacity[post]!
      if (seats === 0) return []
      if (offered.length <= seats) return offered
      const sorted = offered.toSorted(byKey)
      const limit = admitAll ? sorted[seats - 1]!.rank : sorted[seats]!.rank
      return sorted.filter((offer) => (admitAll ? offer.rank <= limit : offer.rank < limit))
    },
  }
}

/** Student-project allocation (Abraham, Irving & Manlove 2007): one ranking and one total per owner, greedy within both. */
export function projectBlocks(market: Market, table: Table): Blocks {
  const owners = new Map((market.owners ?? []).map((owner, at) => [owner.id, table.posts.length + at]))
  const total = new Map(sharedCaps({ ...market, caps: [] }).map((cap) => [owners.get(cap.id)!, cap.max]))
  return {
    blockOf: Uint32Array.from(table.source, (post, p) => owners.get(post.owner ?? '') ?? p),
    choose(block, offered) {
      let room = total.get(block) ?? Infinity
      const used = new Map<number, number>()
      return offered.toSorted(byKey).filter((offer) => {
        const had = used.get(offer.post) ?? 0
        if (room === 0 || had >= table.capacity[offer.post]!) return false
        room--
        used.set(offer.post, had + 1)
        return true
      })
    },
  }
}

/** Posts tied together by caps: the components, and for every post the caps that count it. */
function components(market: Market, table: Table) {
  const caps = sharedCaps(market)
  const postIndex = new Map(table.posts.map((id, index) => [id, index]))
  const blockOf = alone(table)
  const root = (p: number): number => {
    let at = p
    while (blockOf[at] !== at) at = blockOf[at]!
    return at
  }
  const capsOf = new Map<number, { max: number; at: number; schools?: readonly string[] }[]>()
  caps.forEach((cap, at) => {
    const members = cap.posts.map((id) => postIndex.get(id)!)
    for (const post of members) {
      capsOf.set(post, [...(capsOf.get(post) ?? []), { max: cap.max, at, schools: cap.schools }])
      blockOf[Math.max(root(post), root(members[0]!))] = Math.min(root(post), root(members[0]!))
    }
  })
  for (let p = 0; p < blockOf.length; p++) blockOf[p] = root(p)
  return { blockOf, capsOf, caps }
}

/**
 * Flexible deferred acceptance (Kamada & Kojima 2015), also for nested caps (2018): shared seats are handed out one at a
 * time in the published order, first up to each post's target, then beyond it; each post fills its own with its best.
 */
export function flexibleBlocks(market: Market, table: Table): Blocks {
  const { blockOf, capsOf, caps } = components(market, table)
  if (!isHierarchy(caps)) throw new Error('flexible deferred acceptance needs nested caps')
  const rankInOrder = new Map((market.order ?? []).map((id, at) => [id, at]))
  const turn = (post: number) => rankInOrder.get(table.posts[post]!) ?? rankInOrder.size + post
  return {
    blockOf,
    choose(_, offered) {
      const perPost = Map.groupBy(offered.toSorted(byKey), (offer) => offer.post)
      const posts = [...perPost.keys()].sort((a, b) => turn(a) - turn(b))
      const given = new Map(posts.map((post) => [post, 0]))
      const used = new Map<number, number>()
      const hand = (limitOf: (post: number) => number) => {
        for (let handed = true; handed; ) {
          handed = false
          for (const post of posts) {
            const limit = Math.min(limitOf(post), table.capacity[post]!, perPost.get(post)!.length)
            const tight = capsOf.get(post)?.some((cap) => (used.get(cap.at) ?? 0) >= cap.max)
            if (tight || given.get(post)! >= limit) continue
            given.set(post, given.get(post)! + 1)
            for (const cap of capsOf.get(post) ?? []) used.set(cap.at, (used.get(cap.at) ?? 0) + 1)
            handed = true
          }
        }
      }
      hand((post) => table.source[post]!.target ?? 0)
      hand(() => Infinity)
      return posts.flatMap((post) => perPost.get(post)!.slice(0, given.get(post)))
    },
  }
}

/** Caps that cross: the best first over all posts of the block, each if every cap still holds. Audited, not promised. */
export function greedyBlocks(market: Market, table: Table): Blocks {
  const { blockOf, capsOf } = components(market, table)
  return {
    blockOf,
    choose(_, offered) {
      const room = roomOf(table, capsOf)
      return offered.toSorted(byKey).filter(room)
    },
  }
}

type CapsOf = ReadonlyMap<number, readonly { max: number; at: number; schools?: readonly string[] }[]>

/** Takes offers one by one; answers whether this one still fits, and counts it if it does. */
function roomOf(table: Table, capsOf: CapsOf): (offer: Offer) => boolean {
  const usedCaps = new Map<number, number>()
  const usedPosts = new Map<number, number>()
  const usedSchools = new Map<string, number>()
  return ({ post, student }) => {
    const school = table.school[student]
    const mine = (capsOf.get(post) ?? []).filter((cap) => !cap.schools || (school !== undefined && cap.schools.includes(school)))
    const inside = school === undefined ? undefined : table.source[post]!.schoolCaps?.[school]
    const schoolAtPost = `${post} ${school}`
    if ((usedPosts.get(post) ?? 0) >= table.capacity[post]!) return false
    if (inside !== undefined && (usedSchools.get(schoolAtPost) ?? 0) >= inside) return false
    if (mine.some((cap) => (usedCaps.get(cap.at) ?? 0) >= cap.max)) return false
    for (const cap of mine) usedCaps.set(cap.at, (usedCaps.get(cap.at) ?? 0) + 1)
    usedPosts.set(post, (usedPosts.get(post) ?? 0) + 1)
    usedSchools.set(schoolAtPost, (usedSchools.get(schoolAtPost) ?? 0) + 1)
    return true
  }
}

/** For serial choice: the same room, over all posts. */
export function roomForAll(market: Market, table: Table): (offer: Offer) => boolean {
  return roomOf(table, components(market, table).capsOf)
}

