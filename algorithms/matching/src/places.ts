import type { Table } from './table.ts'

const DIGIT = 11
const MASK = (1 << DIGIT) - 1

export interface Places {
  /** Of each edge: its place among the applicants of its post; 1 is best. */
  place: Uint32Array
  /** Applicants of each post. */
  applicants: Uint32Array
}

/**
 * Edges sorted by rank over the whole market, digit by digit, then dealt out to their posts. Edges come in the order of
 * the draw and sorting by digits keeps it, so equal ranks are decided as in the match. Time linear in edges.
 */
export function placesOf({ edges, posts }: Pick<Table, 'edges' | 'posts'>): Places {
  const count = edges.length / 2
  let order = new Uint32Array(count)
  let rank = new Uint32Array(count)
  let highest = 0
  for (let e = 0; e < count; e++) {
    order[e] = e
    rank[e] = edges[2 * e + 1]!
    if (rank[e]! > highest) highest = rank[e]!
  }
  let nextOrder = new Uint32Array(count)
  let nextRank = new Uint32Array(count)
  for (let shift = 0; shift < 32 && highest >>> shift > 0; shift += DIGIT) {
    byDigit(rank, order, nextRank, nextOrder, shift)
    ;[rank, nextRank] = [nextRank, rank]
    ;[order, nextOrder] = [nextOrder, order]
  }
  const applicants = new Uint32Array(posts.length)
  const place = nextOrder
  for (let i = 0; i < count; i++) {
    const e = order[i]!
    place[e] = ++applicants[edges[2 * e]!]!
  }
  return { place, applicants }
}

function byDigit(rank: Uint32Array, order: Uint32Array, toRank: Uint32Array, toOrder: Uint32Array, shift: number): void {
  const cursor = new Int32Array(MASK + 2)
  for (let i = 0; i < rank.length; i++) cursor[((rank[i]! >>> shift) & MASK) + 1]!++
  for (let digit = 0; digit < MASK; digit++) cursor[digit + 1]! += cursor[digit]!
  for (let i = 0; i < rank.length; i++) {
    const at = cursor[(rank[i]! >>> shift) & MASK]!++
    toRank[at] = rank[i]!
    toOrder[at] = order[i]!
  }
}
