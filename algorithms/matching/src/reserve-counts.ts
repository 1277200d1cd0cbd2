import type { Id, Market, Reserve, Round } from './model.ts'
import { place } from './place.ts'

export interface ReserveCount {
  post: Id
  tag: string
  seats: number
  mode: Reserve['mode']
  /** Tagged students the post would hold under each order of processing, by exact re-runs. */
  guarantee: number
  additional: number
}

/** Both counts, to be read before a round is published: the order of processing decides who gets in (SPEC M26). */
export function reserveCounts(market: Market, round: Round): ReserveCount[] {
  const tagged = new Map(market.applicants.map((one) => [one.id, new Set(one.tags ?? [])]))
  const held = (mode: Reserve['mode']) => {
    const posts = market.posts.map((post) => ({ ...post, reserves: post.reserves?.map((reserve) => ({ ...reserve, mode })) }))
    return Map.groupBy(place({ ...market, posts }, round).placements, (placement) => placement.post)
  }
  const guarantee = held('guarantee')
  const additional = held('additional')
  const count = (where: typeof guarantee, post: Id, tag: string) => (where.get(post) ?? []).filter(({ student }) => tagged.get(student)!.has(tag)).length
  return market.posts.flatMap((post) =>
    (post.reserves ?? []).map(({ tag, seats, mode }) => ({
      post: post.id,
      tag,
      seats,
      mode,
      guarantee: count(guarantee, post.id, tag),
      additional: count(additional, post.id, tag),
    })),
  )
}
