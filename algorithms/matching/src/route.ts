import type { Cap, Market, Policy } from './model.ts'

export type Route = 'strict' | 'common' | 'serial' | 'posts' | 'projects' | 'flexible' | 'greedy' | 'admit-all' | 'admit-none' | 'total' | 'immediate'

/** Which solver answers these settings; the guarantees are read from the same decision (SPEC M10). */
export function routeOf(market: Market, policy: Policy): Route {
  const shared = sharedCaps(market)
  switch (policy.mechanism.kind) {
    case 'post-proposing':
      return 'posts'
    case 'total-satisfaction':
      return 'total'
    case 'immediate-acceptance':
      return 'immediate'
    case 'project-allocation':
      return 'projects'
    case 'flexible':
      return 'flexible'
    case 'score-first':
      if (shared.length > 0) return 'serial'
      return policy.ties === 'keys-then-lottery' ? 'common' : policy.ties
    case 'student-proposing':
      if (policy.ties !== 'keys-then-lottery') return policy.ties
      if (shared.length === 0) return 'strict'
      if ((market.caps?.length ?? 0) === 0 && ownerRankingFault(market) === null) return 'projects'
      if (isHierarchy(shared)) return 'flexible'
      return policy.crossingCaps === 'score-first' ? 'serial' : 'greedy'
  }
}

/** Caps over several posts, with the totals of owners among them. */
export function sharedCaps(market: Market): Cap[] {
  const confirmed = market.confirmed ?? []
  const schoolOf = new Map(market.applicants.map((one) => [one.id, one.school]))
  const postsOf = new Map((market.owners ?? []).map(({ id }) => [id, [] as string[]]))
  for (const { id, owner } of market.posts) if (owner !== undefined) postsOf.get(owner)?.push(id)
  const owners = (market.owners ?? []).map((owner) => ({
    id: owner.id,
    max: owner.capacity,
    posts: postsOf.get(owner.id) ?? [],
  }))
  return [...(market.caps ?? []), ...owners].map((cap) => ({
    ...cap,
    max: Math.max(0, cap.max - confirmed.filter((seat) => cap.posts.includes(seat.post) && counts(cap, schoolOf.get(seat.student))).length),
  }))
}

export const counts = (cap: Cap, school: string | undefined): boolean => !cap.schools || (school !== undefined && cap.schools.includes(school))

/** Caps that count everybody and whose post sets are nested or apart: what flexible deferred acceptance can keep. */
export function isHierarchy(caps: readonly Cap[]): boolean {
  if (caps.some((cap) => cap.schools)) return false
  const sets = caps.map((cap) => new Set(cap.posts)).sort((a, b) => a.size - b.size)
  const smallestAround = new Map<string, number[]>()
  for (let at = 0; at < sets.length; at++) {
    for (const post of sets[at]!) smallestAround.set(post, [...(smallestAround.get(post) ?? []), at])
  }
  for (const chain of smallestAround.values()) {
    for (let i = 1; i < chain.length; i++) if (!isInside(sets[chain[i - 1]!]!, sets[chain[i]!]!)) return false
  }
  return true
}

/** By hand, for browsers that do not know it of sets yet. */
const isInside = (inner: ReadonlySet<string>, outer: ReadonlySet<string>) => [...inner].every((id) => outer.has(id))

/** A student whom two posts of one owner score differently, or null: an owner total needs one ranking. */
export function ownerRankingFault(market: Market): { student: string; owner: string } | null {
  const ownerOf = new Map(market.posts.map((post) => [post.id, post.owner]))
  const seen = new Map<string, string>()
  for (const { student, post, score, keys, ineligible } of market.applications) {
    const owner = ownerOf.get(post)
    if (owner === undefined || ineligible) continue
    const who = `${student.length}:${student}${owner}`
    const mark = [score, ...(keys ?? [])].join()
    const before = seen.get(who)
    if (before !== undefined && before !== mark) return { student, owner }
    seen.set(who, mark)
  }
  return null
}

/** A student with two different scores, or null: parallel choices need one common ranking. */
export function commonRankingFault(market: Market): { student: string } | null {
  const seen = new Map<string, string>()
  for (const { student, score, keys, ineligible } of market.applications) {
    if (ineligible) continue
    const mark = [score, ...(keys ?? [])].join()
    const before = seen.get(student)
    if (before !== undefined && before !== mark) return { student }
    seen.set(student, mark)
  }
  return null
}
