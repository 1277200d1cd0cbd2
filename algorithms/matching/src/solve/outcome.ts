import type { Market, Policy, SeatKind } from '../model.ts'
import { routeOf } from '../route.ts'
import { NONE, SPAN, type Table } from '../table.ts'
import { deferred } from './deferred.ts'
import { choosersOf } from './seats.ts'

export interface Outcome {
  /** The edge each student holds, or NONE. */
  match: Uint32Array
  seatOf(student: number): SeatKind
  closed: { post: number; had: number; min: number }[]
  proposals: number
}

export const openSeat = (): SeatKind => ({ kind: 'open' })

export function outcomeOf(market: Market, policy: Policy, table: Table, afterRound: (proposals: number) => void): Outcome {
  const route = routeOf(market, policy)
  const close = policy.lowerQuota === 'close'
  switch (route) {
    case 'strict':
    case 'common':
      return strict(table, close, afterRound)
    default:
      throw new Error(route)
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
