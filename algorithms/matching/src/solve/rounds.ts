import { NONE, SPAN, type Table } from '../table.ts'

export interface Solved {
  /** The edge each student holds, or NONE. */
  match: Uint32Array
  proposals: number
}

export interface Blocks {
  /** Posts that choose together share a block. */
  blockOf: Uint32Array
  /** The edges kept among those offered. */
  choose(block: number, offered: readonly Offer[]): Iterable<Offer>
  /** Choose among all offers ever made, not only those still held. */
  cumulative?: boolean
}

export interface Offer {
  edge: number
  student: number
  post: number
  rank: number
  /** rank * SPAN + student: one strict order, comparable across posts. */
  key: number
}

/**
 * Deferred acceptance for choices that are not "the best of one list": in each round everybody free proposes once and
 * every block that heard something chooses again. Rounds do not depend on any order of students or posts.
 */
export function inRounds(table: Table, { blockOf, choose, cumulative = false }: Blocks, afterRound?: (proposals: number) => void): Solved {
  const n = table.students.length
  const next = table.offset.slice(0, n)
  const match = new Uint32Array(n).fill(NONE)
  const heard = new Map<number, Offer[]>()
  let free = Array.from({ length: n }, (_, s) => s)
  let proposals = 0
  while (free.length > 0) {
    const dirty = new Set<number>()
    for (const student of free) {
      const edge = next[student]!
      if (edge >= table.offset[student + 1]!) continue
      next[student] = edge + 1
      proposals++
      const post = table.edges[2 * edge]!
      const rank = table.edges[2 * edge + 1]!
      const block = blockOf[post]!
      const offers = heard.get(block)
      const offer = { edge, student, post, rank, key: rank * SPAN + student }
      if (offers) offers.push(offer)
      else heard.set(block, [offer])
      match[student] = edge
      dirty.add(block)
    }
    free = []
    for (const block of dirty) {
      const offered = heard.get(block)!
      const kept = new Set(choose(block, offered))
      for (const offer of offered) {
        if (kept.has(offer) || match[offer.student] !== offer.edge) continue
        match[offer.student] = NONE
        free.push(offer.student)
      }
      if (!cumulative) heard.set(block, [...kept])
    }
    afterRound?.(proposals)
  }
  return { match, proposals }
}

export const byKey = (a: Offer, b: Offer): number => a.key - b.key
