import type { Reason } from './reasons.ts'
import type { Route } from './route.ts'
import { SPAN, type Table } from './table.ts'

interface Circumstances {
  route: Route
  privateBelow: number
  closed: ReadonlyMap<number, { had: number; min: number }>
  bindingCap(student: number, post: number): { cap: string; max: number } | null
  /** The reserve a placed student sits in, or null for an open seat. */
  seatTag(student: number): string | null
  confirmed: ReadonlyMap<number, number>
}

/** Keys of the applicants and of the admitted of each post, ascending (best first). */
export interface Standings extends Circumstances {
  table: Table
  match: Uint32Array
  applicants(post: number): Float64Array
  admitted(post: number): Float64Array
  /** Those who hold the post or would rather have it. */
  wanting(post: number): Float64Array
}

export function standingsOf(table: Table, match: Uint32Array, circumstances: Circumstances): Standings {
  const everybody = columns(table, () => true)
  const held = columns(table, (s, e) => match[s] === e)
  const wanting = circumstances.route === 'admit-none' ? columns(table, (s, e) => e <= match[s]!) : held
  return { ...circumstances, table, match, applicants: everybody, admitted: held, wanting }
}

function columns(table: Table, wanted: (student: number, edge: number) => boolean): (post: number) => Float64Array {
  const m = table.posts.length
  const begin = new Uint32Array(m + 1)
  for (let s = 0; s < table.students.length; s++) {
    for (let e = table.offset[s]!; e < table.offset[s + 1]!; e++) if (wanted(s, e)) begin[table.edges[2 * e]! + 1]!++
  }
  for (let p = 0; p < m; p++) begin[p + 1]! += begin[p]!
  const keys = new Float64Array(begin[m]!)
  const cursor = begin.slice(0, m)
  for (let s = 0; s < table.students.length; s++) {
    for (let e = table.offset[s]!; e < table.offset[s + 1]!; e++) {
      if (wanted(s, e)) keys[cursor[table.edges[2 * e]!]!++] = table.edges[2 * e + 1]! * SPAN + s
    }
  }
  const sorted: (Float64Array | undefined)[] = Array.from({ length: m })
  return (post) => (sorted[post] ??= keys.subarray(begin[post]!, begin[post + 1]!).sort())
}

/** Why the student does not hold this better wish. */
export function judge(standings: Standings, s: number, edge: number): Reason {
  const { table, route } = standings
  const p = table.edges[2 * edge]!
  const post = table.posts[p]!
  const choice = table.wish[edge]!
  const rank = table.edges[2 * edge + 1]!
  const key = rank * SPAN + s
  const seats = table.capacity[p]!
  const yourScore = table.score[edge]!
  const closed = standings.closed.get(p)
  if (closed) return { post, choice, code: 'class-closed', had: closed.had, min: closed.min }
  if (seats === 0) {
    const confirmed = standings.confirmed.get(p) ?? 0
    return confirmed > 0 ? { post, choice, code: 'round-closed', confirmed } : { post, choice, code: 'no-seats' }
  }
  if (route === 'total') return { post, choice, code: 'by-total' }
  const admitted = standings.admitted(p)
  const last = admitted[admitted.length - 1]
  const all = standings.applicants(p)
  const hidden = seats < standings.privateBelow
  if (route === 'admit-none') {
    const wanting = standings.wanting(p)
    const above = countAtMost(wanting, rank * SPAN - 1)
    const tied = countAtMost(wanting, (rank + 1) * SPAN - 1) - above
    if (tied > 1 && above <= seats) return { post, choice, code: 'tie-refused', seats, score: yourScore, tied }
    return { post, choice, code: 'below-limit', seats, filled: admitted.length, yourScore }
  }
  if (route === 'immediate' && last !== undefined && last > key) return { post, choice, code: 'came-later', seats }
  if (last === undefined || last > key || admitted.length < seats) {
    const reserve = reservedFor(standings, p, s, key)
    if (reserve) return { post, choice, code: 'reserve-only-left', ...reserve, yourScore, openLast: hidden ? null : reserve.openLast }
    const cap = standings.bindingCap(s, p)
    if (cap) return { post, choice, code: 'cap-reached', ...cap, yourScore }
    return { post, choice, code: 'seat-left' }
  }
  const lastRank = Math.floor(last / SPAN)
  const lastStudent = last - lastRank * SPAN
  const lastEdge = standings.match[lastStudent]!
  const lastScore = table.score[lastEdge]!
  if (lastRank === rank) {
    return { post, choice, code: 'lost-lottery', seats, score: yourScore, yourNumber: s + 1, lastNumber: hidden ? null : lastStudent + 1 }
  }
  const yourRank = countAtMost(all, key)
  if (lastScore === yourScore) return { post, choice, code: 'lost-keys', seats, score: yourScore, yourRank, applicants: all.length }
  return {
    post,
    choice,
    code: 'below-cutoff',
    seats,
    admittedAbove: admitted.length,
    yourScore,
    lastScore: hidden ? null : lastScore,
    yourRank,
    applicants: all.length,
  }
}

/** The reserve that explains a lower-ranked neighbour or an empty seat, when every open seat went to somebody above. */
function reservedFor(standings: Standings, p: number, s: number, key: number) {
  const { table } = standings
  const reserves = (table.source[p]!.reserves ?? []).filter((reserve) => reserve.seats > 0)
  if (reserves.length === 0) return null
  let openLast = -1
  let tag: string | null = null
  for (const held of standings.admitted(p)) {
    const own = standings.seatTag(held % SPAN)
    if (own === null) openLast = held
    else if (held > key) tag ??= own
  }
  if (openLast > key) return null
  const foreign = reserves.find((reserve) => reserve.tag === tag) ?? reserves.find((reserve) => !table.tags[s]!.includes(reserve.tag))
  if (!foreign) return null
  const reservedSeats = reserves.reduce((sum, reserve) => sum + reserve.seats, 0)
  return {
    tag: foreign.tag,
    openSeats: table.capacity[p]! - reservedSeats,
    reservedSeats: foreign.seats,
    openLast: openLast < 0 ? null : table.score[standings.match[openLast % SPAN]!]!,
  }
}

function countAtMost(sorted: Float64Array, key: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (sorted[middle]! <= key) low = middle + 1
    else high = middle
  }
  return low
}

