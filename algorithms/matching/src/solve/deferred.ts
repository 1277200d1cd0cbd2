import { NONE, SPAN } from '../table.ts'
import { deskOf, PER_SPAN, plainRound, studentOf } from './plain-round.ts'
import { heapify, sink } from './seat-heap.ts'

/** A post whose choice is more than "the best ones": reserves, school caps. Key = rank * SPAN + student. */
export interface Chooser {
  /** Takes the key or not, and adds every key it lets go to `refused`. */
  offer(key: number, refused: number[]): void
  held(): number[]
}

export interface Deferred {
  run(afterRound?: (proposals: number) => void): void
  /** The post gives up all its seats; whom it held propose further on the next run. */
  close(post: number): number
  heldCount(post: number): number
  /** The edge each student holds, or NONE. */
  match(): Uint32Array
  proposals(): number
}

export interface Columns {
  offset: Uint32Array
  /** Post and rank of each wish, student by student. */
  edges: Uint32Array
  capacity: Uint32Array
}

/**
 * Student-proposing deferred acceptance (Gale & Shapley 1962) in rounds.
 * A post is a binary heap of keys, worst on top; its cut-off is asked first, because a full popular post refuses most, and
 * cut-offs stay in the cache. Where many are refused in a round they are visited in index order, so that their wishes are
 * read forwards. Time is linear in proposals, times log capacity.
 */
export function deferred({ offset, edges, capacity }: Columns, choosers: ReadonlyMap<number, Chooser> = new Map()): Deferred {
  const n = offset.length - 1
  const desk = deskOf(offset, Uint32Array.from(capacity, (seats, p) => (choosers.has(p) ? 0 : Math.min(seats, n))))
  const { words, spans, keys, tally } = desk
  const special = choosers.size > 0
  const closed = new Set<number>()
  const letGo: number[] = []
  const bits = new Int32Array((n >>> 5) + 1)
  let waiting = new Int32Array(n)
  for (let s = 0; s < n; s++) waiting[s] = s
  let spare = new Int32Array(n)
  let waitingCount = n

  function run(afterRound?: (proposals: number) => void) {
    while (waitingCount > 0) {
      const refused = special ? specialRound() : plainRound(edges, desk, waiting, waitingCount, spare)
      // A choice that is more than "the best ones" may depend on who asks first; with plain posts order is a matter of speed.
      if (special || refused > n >>> 7) sortByBits(spare, refused, bits)
      const swap = waiting
      waiting = spare
      spare = swap
      waitingCount = refused
      afterRound?.(tally[0]!)
    }
  }

  function specialRound(): number {
    let refused = 0
    for (let i = 0; i < waitingCount; i++) {
      const s = waiting[i]!
      let e = words[spans + 2 * s]!
      let taken = false
      for (; !taken && e < words[spans + 2 * s + 1]!; e++) {
        const p = edges[2 * e]!
        const key = edges[2 * e + 1]! * SPAN + s
        tally[0]!++
        letGo.length = 0
        taken = true
        if (closed.has(p)) taken = false
        else if (choosers.has(p)) choosers.get(p)!.offer(key, letGo)
        else plainOffer(p, key)
        for (const other of letGo) {
          if (other === key) taken = false
          else spare[refused++] = other % SPAN
        }
      }
      words[spans + 2 * s] = taken ? e : -1
    }
    return refused
  }

  const baseOf = (p: number) => words[2 * p + 1]!

  function plainOffer(p: number, key: number) {
    const base = baseOf(p)
    const size = words[2 * base]!
    const filled = words[2 * base + 1]!
    const own = key * PER_SPAN
    const worst = keys[base + 1]!
    if (filled < size) {
      keys[base + 1 + filled] = own
      words[2 * base + 1] = filled + 1
      if (filled + 1 === size) heapify(keys, base + 1, size)
    } else if (own > worst) letGo.push(key)
    else {
      letGo.push(worst * SPAN)
      sink(keys, base + 1, size, 0, own)
    }
  }

  const filledAt = (p: number) => words[2 * baseOf(p) + 1]!
  const studentsAt = (p: number): number[] => {
    if (closed.has(p)) return []
    const held = choosers.get(p)?.held()
    return held ? held.map((key) => key % SPAN) : Array.from(keys.subarray(baseOf(p) + 1, baseOf(p) + 1 + filledAt(p)), studentOf)
  }

  return {
    run,
    close(p) {
      const given = studentsAt(p)
      waiting.set(given, waitingCount)
      waitingCount += given.length
      waiting.subarray(0, waitingCount).sort()
      words[2 * baseOf(p)] = 0
      words[2 * baseOf(p) + 1] = 0
      keys[baseOf(p) + 1] = -1
      closed.add(p)
      return given.length
    },
    heldCount: (p) => (choosers.has(p) ? studentsAt(p).length : filledAt(p)),
    // Whoever was refused everything has no next wish; everybody else holds the last one asked.
    match: () => {
      const held = new Uint32Array(n)
      for (let s = 0; s < n; s++) held[s] = words[spans + 2 * s]! < 0 ? NONE : words[spans + 2 * s]! - 1
      return held
    },
    proposals: () => tally[0]!,
  }
}

/** Sorts whole numbers that are all different, by setting a bit for each and reading the bits forwards. */
function sortByBits(list: Int32Array, count: number, bits: Int32Array): void {
  for (let i = 0; i < count; i++) bits[list[i]! >>> 5]! |= 1 << (list[i]! & 31)
  let filled = 0
  for (let w = 0; filled < count; w++) {
    let word = bits[w]!
    if (word === 0) continue
    bits[w] = 0
    while (word !== 0) {
      list[filled++] = (w << 5) + (31 - Math.clz32(word & -word))
      word &= word - 1
    }
  }
}
