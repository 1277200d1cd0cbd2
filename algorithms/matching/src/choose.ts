import type { Id, Post } from './model.ts'

export interface Candidate {
  student: Id
  school?: Id
  tags?: readonly string[]
}

/**
 * The definition of whom a post takes from `ranked` (best first), written as the rule is published, not as it is solved:
 * group after group, each the best who still fit (SPEC M20–M25). Used by the verifier and by property tests.
 */
export function choose(post: Post, ranked: readonly Candidate[], seats: number = post.capacity): Candidate[] {
  const chosen: Candidate[] = []
  const perSchool = new Map<Id, number>()
  const take = (limit: number, tag: string | null): number => {
    let taken = 0
    for (const one of ranked) {
      if (taken >= limit) break
      if (chosen.includes(one)) continue
      if (tag !== null && !one.tags?.includes(tag)) continue
      const cap = one.school === undefined ? undefined : post.schoolCaps?.[one.school]
      const had = perSchool.get(one.school ?? '') ?? 0
      if (cap !== undefined && had >= cap) continue
      perSchool.set(one.school ?? '', had + 1)
      chosen.push(one)
      taken++
    }
    return taken
  }
  const reserves = post.reserves ?? []
  let open = seats
  let fallBack = 0
  for (const reserve of reserves) {
    open -= reserve.seats
    if (reserve.mode === 'additional') continue
    const left = reserve.seats - take(reserve.seats, reserve.tag)
    if (reserve.mode === 'guarantee') fallBack += left
  }
  take(Math.max(0, open) + fallBack, null)
  let unused = 0
  for (const reserve of reserves) {
    if (reserve.mode === 'additional') unused += reserve.seats - take(reserve.seats, reserve.tag)
  }
  take(unused, null)
  return chosen
}
