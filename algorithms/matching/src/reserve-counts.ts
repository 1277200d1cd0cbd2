import { faultsOf } from './faults.ts'
import { InvalidMarket, type Id, type Market, type Policy, type Reserve, type Round } from './model.ts'
import { outcomeOf } from './solve/outcome.ts'
import { compile, NONE, type Table } from './table.ts'

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
  const faults = faultsOf(market, round)
  if (faults.length > 0) throw new InvalidMarket(faults)
  return countsIn(market, round.policy, compile(market, round.lottery.seed, round.id))
}

/** The same from a table that is there already: the draw does not depend on the order of processing. */
export function countsIn(market: Market, policy: Policy, table: Table): ReserveCount[] {
  if (market.posts.every((post) => (post.reserves ?? []).length === 0)) return []
  const guarantee = held(market, policy, table, 'guarantee')
  const additional = held(market, policy, table, 'additional')
  return market.posts.flatMap((post) =>
    (post.reserves ?? []).map(({ tag, seats, mode }) => ({ post: post.id, tag, seats, mode, guarantee: guarantee(post.id, tag), additional: additional(post.id, tag) })),
  )
}

/** How many students with a tag a post would hold if all its reserves were of this mode. */
function held(market: Market, policy: Policy, table: Table, mode: Reserve['mode']): (post: Id, tag: string) => number {
  const source = table.source.map((post) => ({ ...post, reserves: post.reserves?.map((reserve) => ({ ...reserve, mode })) }))
  const { match } = outcomeOf(market, policy, { ...table, source }, () => {})
  const counts = new Map<Id, Map<string, number>>()
  match.forEach((edge, student) => {
    if (edge === NONE) return
    const post = table.posts[table.edges[2 * edge]!]!
    const here = counts.get(post) ?? counts.set(post, new Map()).get(post)!
    for (const tag of table.tags[student]!) here.set(tag, (here.get(tag) ?? 0) + 1)
  })
  return (post, tag) => counts.get(post)?.get(tag) ?? 0
}
