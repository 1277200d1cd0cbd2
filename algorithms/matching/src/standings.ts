import { placesOf, type Places } from './places.ts'
import type { Reason } from './reasons.ts'
import type { Route } from './route.ts'
import { NONE, SPAN, type Table } from './table.ts'

interface Circumstances {
  route: Route
  privateBelow: number
  closed: ReadonlyMap<number, { had: number; min: number }>
  bindingCap(student: number, post: number): { cap: string; max: number } | null
  /** The reserve a placed student sits in, or null for an open seat. */
  seatTag(student: number): string | null
  confirmed: ReadonlyMap<number, number>
}

export interface Standings extends Circumstances, Places {
  table: Table
  match: Uint32Array
  /** How many hold each post, and the key of the last of them (-1: nobody). */
  filled: Uint32Array
  lastKey: Float64Array
  lastScore: Float64Array
  /** Whether only a better rank could have kept a student out: the post is open, full, and chose by rank. */
  decidedByRank: Uint8Array
  /** Keys of those who hold the post, ascending (best first). */
  admitted(post: number): Float64Array
  /** Keys of those who hold the post or would rather have it. */
  wanting(post: number): Float64Array
}

export function standingsOf(table: Table, match: Uint32Array, circumstances: Circumstances): Standings {
  const m = table.posts.length
  const filled = new Uint32Array(m)
  const lastKey = new Float64Array(m).fill(-1)
  const lastScore = new Float64Array(m)
  for (let s = 0; s < match.length; s++) {
    const e = match[s]!
    if (e === NONE) continue
    const p = table.edges[2 * e]!
    const key = table.edges[2 * e + 1]! * SPAN + s
    filled[p]!++
    if (key <= lastKey[p]!) continue
    lastKey[p] = key
    lastScore[p] = table.score[e]!
  }
  const byRank = circumstances.route !== 'total' && circumstances.route !== 'admit-none'
  const decidedByRank = Uint8Array.from(table.capacity, (seats, p) => Number(byRank && seats > 0 && filled[p]! >= seats && !circumstances.closed.has(p)))
  const admitted = columns(table, (s, e) => match[s] === e)
  const wanting = columns(table, (s, e) => e <= match[s]!)
  return { ...circumstances, ...placesOf(table), table, match, filled, lastKey, lastScore, decidedByRank, admitted, wanting }
}

/** Sorted keys post by post, made when the first is asked for. */
function columns(table: Table, wanted: (student: number, edge: number) => boolean): (post: number) => Float64Array {
  let keysOf: ((post: number) => Float64Array) | undefined
  return (post) => (keysOf ??= gathered(table, wanted))(post)
}

function gathered(table: Table, wanted: (student: number, edge: number) => boolean): (post: number) => Float64Array {
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

/** Whether the student lost this wish to the rank of those admitted, and to nothing else. */
export function outranked({ table, decidedByRank, lastKey }: Standings, s: number, edge: number): boolean {
  const p = table.edges[2 * edge]!
  return decidedByRank[p] === 1 && lastKey[p]! < table.edges[2 * edge + 1]! * SPAN + s
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
  const last = standings.lastKey[p]!
  const filled = standings.filled[p]!
  const hidden = seats < standings.privateBelow
  if (route === 'admit-none') {
    const wanting = standings.wanting(p)
    const above = countAtMost(wanting, rank * SPAN - 1)
    const tied = countAtMost(wanting, (rank + 1) * SPAN - 1) - above
    if (tied > 1 && above <= seats) return { post, choice, code: 'tie-refused', seats, score: yourScore, tied }
    return { post, choice, code: 'below-limit', seats, filled, yourScore }
  }
  if (route === 'immediate' && last > key) return { post, choice, code: 'came-later', seats }
  if (!outranked(standings, s, edge)) {
    const reserve = reservedFor(standings, p, s, key)
    if (reserve) return { post, choice, code: 'reserve-only-left', ...reserve, yourScore, openLast: hidden ? null : reserve.openLast }
    const cap = standings.bindingCap(s, p)
    if (cap) return { post, choice, code: 'cap-reached', ...cap, yourScore }
    return { post, choice, code: 'seat-left' }
  }
  const lastRank = Math.floor(last / SPAN)
  const lastScore = standings.lastScore[p]!
  if (lastRank === rank) {
    return { post, choice, code: 'lost-lottery', seats, score: yourScore, yourNumber: s + 1, lastNumber: hidden ? null : last - lastRank * SPAN + 1 }
  }
  const yourRank = standings.place[edge]!
  const applicants = standings.applicants[p]!
  if (lastScore === yourScore) return { post, choice, code: 'lost-keys', seats, score: yourScore, yourRank, applicants }
  return {
    post,
    choice,
    code: 'below-cutoff',
    seats,
    admittedAbove: filled,
    yourScore,
    lastScore: hidden ? null : lastScore,
    yourRank,
    applicants,
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

