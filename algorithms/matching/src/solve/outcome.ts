import type { Market, Policy, SeatKind } from '../model.ts'
import { routeOf } from '../route.ts'
import { NONE, SPAN, type Table } from '../table.ts'
import { flexibleBlocks, greedyBlocks, projectBlocks, tieBlocks } from './blocks.ts'
import { deferred } from './deferred.ts'
import { inRounds, type Solved } from './rounds.ts'
import { choosersOf } from './seats.ts'
import { immediate, postProposing, serial } from './simple.ts'
import { cheapest, costsOf } from './total.ts'

export interface Outcome {
  /** The edge each student holds, or NONE. */
  match: Uint32Array
  seatOf(student: number): SeatKind
  closed: { post: number; had: number; min: number }[]
  proposals: number
}

export const openSeat = (): SeatKind => ({ kind: 'open' })

export function outcomeOf(market: Market, policy: Policy, table: Table, afterRound: (proposals: number) => void): Outcome {
  const close = policy.lowerQuota === 'close'
  const rerun = (solve: (table: Table) => Solved) => closingByRerun(table, close, solve)
  switch (routeOf(market, policy)) {
    case 'strict':
    case 'common':
      return strict(table, close, afterRound)
    case 'admit-all':
      return rerun((now) => inRounds(now, tieBlocks(now, true), afterRound))
    case 'admit-none':
      return rerun((now) => inRounds(now, tieBlocks(now, false), afterRound))
    case 'projects':
      return rerun((now) => inRounds(now, projectBlocks(market, now), afterRound))
    case 'flexible':
      return rerun((now) => inRounds(now, flexibleBlocks(market, now), afterRound))
    case 'greedy':
      return rerun((now) => inRounds(now, greedyBlocks(market, now), afterRound))
    case 'serial':
      return rerun((now) => serial(market, now))
    case 'posts':
      return rerun(postProposing)
    case 'immediate':
      return rerun(immediate)
    case 'total': {
      const mechanism = policy.mechanism as Extract<Policy['mechanism'], { kind: 'total-satisfaction' }>
      const { cost, unplaced } = costsOf(table, mechanism.objective, mechanism.unplacedCost)
      return rerun((now) => cheapest(now, cost, unplaced, afterRound))
    }
  }
}

/** Closing for solvers that cannot continue: each time the whole match again without the closed post's seats. */
function closingByRerun(table: Table, close: boolean, solve: (table: Table) => Solved): Outcome {
  const closed: Outcome['closed'] = []
  const capacity = Uint32Array.from(table.capacity)
  for (;;) {
    const { match, proposals } = solve({ ...table, capacity })
    const held = new Uint32Array(table.posts.length)
    for (const edge of match) if (edge !== NONE) held[table.edges[2 * edge]!]!++
    const post = close ? emptiest(table, (p) => held[p]!, closed) : NONE
    if (post === NONE) return { match, proposals, closed, seatOf: openSeat }
    closed.push({ post, had: held[post]!, min: table.min[post]! })
    capacity[post] = 0
  }
}

/** Deferred acceptance, and closing one post at a time (SPEC M30): the emptied students simply go on proposing. */
function strict(table: Table, close: boolean, afterRound: (proposals: number) => void): Outcome {
  const choosers = choosersOf(table)
  const process = deferred(table, choosers)
  const closed: Outcome['closed'] = []
  process.run(afterRound)
  for (let post = close ? emptiest(table, process.heldCount, closed) : NONE; post !== NONE; post = emptiest(table, process.heldCount, closed)) {
    closed.push({ post, had: process.close(post), min: table.min[post]! })
    process.run(afterRound)
  }
  const match = process.match()
  return {
    match,
    closed,
    proposals: process.proposals(),
    seatOf: (student) => {
      const edge = match[student]!
      const chooser = choosers.get(table.edges[2 * edge]!)
      return chooser ? chooser.seatOf(table.edges[2 * edge + 1]! * SPAN + student) : openSeat()
    },
  }
}

/** The open post furthest below its minimum by filled / min, equal ones by id; NONE when every open post has its minimum. */
export function emptiest(table: Table, heldCount: (post: number) => number, closed: Outcome['closed']): number {
  const done = new Set(closed.map((one) => one.post))
  let found = NONE
  let least = Infinity
  for (let p = 0; p < table.posts.length; p++) {
    const min = table.min[p]!
    if (min === 0 || done.has(p)) continue
    const share = heldCount(p) / min
    if (share < 1 && share < least) {
      least = share
      found = p
    }
  }
  return found
}
