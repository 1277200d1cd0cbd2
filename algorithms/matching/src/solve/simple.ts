import type { Market } from '../model.ts'
import { NONE, SPAN, type Table } from '../table.ts'
import { roomForAll } from './blocks.ts'
import type { Offer, Solved } from './rounds.ts'

const offerAt = (table: Table, student: number, edge: number): Offer => {
  const rank = table.edges[2 * edge + 1]!
  return { edge, student, post: table.edges[2 * edge]!, rank, key: rank * SPAN + student }
}

/** 平行志愿 under any caps: in the order of the one common ranking each student takes the best wish that still fits. */
export function serial(market: Market, table: Table): Solved {
  const n = table.students.length
  const match = new Uint32Array(n).fill(NONE)
  const room = roomForAll(market, table)
  const rankOf = (s: number) => (table.offset[s]! < table.offset[s + 1]! ? table.edges[2 * table.offset[s]! + 1]! : NONE)
  let proposals = 0
  for (const s of Array.from({ length: n }, (_, i) => i).sort((a, b) => rankOf(a) - rankOf(b) || a - b)) {
    for (let e = table.offset[s]!; e < table.offset[s + 1]! && match[s] === NONE; e++) {
      proposals++
      if (room(offerAt(table, s, e))) match[s] = e
    }
  }
  return { match, proposals }
}

/** Post-proposing deferred acceptance: the stable result best for the posts. A student holds the best wish heard so far. */
export function postProposing(table: Table): Solved {
  const match = new Uint32Array(table.students.length).fill(NONE)
  const lists: Offer[][] = table.posts.map(() => [])
  for (let s = 0; s < table.students.length; s++) {
    for (let e = table.offset[s]!; e < table.offset[s + 1]!; e++) lists[table.edges[2 * e]!]!.push(offerAt(table, s, e))
  }
  for (const list of lists) list.sort((a, b) => a.key - b.key)
  const next = new Uint32Array(lists.length)
  const free = Uint32Array.from(table.capacity)
  const waiting = lists.map((_, p) => p)
  let proposals = 0
  for (let p = waiting.pop(); p !== undefined; p = waiting.pop()) {
    while (free[p]! > 0 && next[p]! < lists[p]!.length) {
      const { edge, student } = lists[p]![next[p]!++]!
      proposals++
      const held = match[student]!
      if (held !== NONE && held < edge) continue
      match[student] = edge
      free[p]!--
      if (held === NONE) continue
      const left = table.edges[2 * held]!
      free[left]!++
      waiting.push(left)
    }
  }
  return { match, proposals }
}

/** Immediate acceptance ("Boston"), for teaching: wish by wish, and a seat once given is never taken back. */
export function immediate(table: Table): Solved {
  const match = new Uint32Array(table.students.length).fill(NONE)
  const free = Uint32Array.from(table.capacity)
  const most = table.wish.reduce((max, wish) => Math.max(max, wish), 0)
  const next = table.offset.slice(0, -1)
  let proposals = 0
  for (let wish = 1; wish <= most; wish++) {
    const offers: Offer[] = []
    for (let s = 0; s < match.length; s++) {
      const edge = next[s]!
      if (match[s] !== NONE || edge >= table.offset[s + 1]! || table.wish[edge] !== wish) continue
      next[s] = edge + 1
      offers.push(offerAt(table, s, edge))
    }
    proposals += offers.length
    for (const { post, student, edge } of offers.sort((a, b) => a.key - b.key)) {
      if (free[post] === 0) continue
      free[post]!--
      match[student] = edge
    }
  }
  return { match, proposals }
}
