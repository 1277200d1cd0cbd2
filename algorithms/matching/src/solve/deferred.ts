import { NONE, SPAN } from '../table.ts'
import { deskOf, plainRound, studentOf } from './plain-round.ts'
import { heapify, replaceTop } from './seat-heap.ts'

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
 * A post is a binary heap of keys, worst on top; a four-byte cut-off per post is asked first, because a full popular
 * post refuses most, and its cut-off stays in the cache. The refused of a round are visited in index order (a bitmap),
 * so that their wishes are read forwards. Time is linear in proposals, times log capacity.
 */
export function deferred({ offset, edges, capacity }: Columns, choosers: ReadonlyMap<number, Chooser> = new Map()): Deferred {
  const n = offset.length - 1
  const desk = deskOf(offset, Uint32Array.from(capacity, (seats, p) => (choosers.has(p) ? 0 : Math.min(seats, n))))
  const { span, start, keys, counts, bits, tally } = desk
  const special = choosers.size > 0
  const closed = new Set<number>()
  const letGo: number[] = []
  let waiting = new Int32Array(n)
  for (let s = 0; s < n; s++) waiting[s] = s
  let spare = new Int32Array(n)
  let waitingCount = n

  function run(afterRound?: (proposals: number) => void) {
    while (waitingCount > 0) {
      const refused = special ? specialRound() : plainRound(edges, desk, waiting, waitingCount)
      drain(bits, spare, refused)
      const swap = waiting
      waiting = spare
      spare = swap
      waitingCount = refused
      afterRound?.(tally[0]!)
    }
  }

  function specialRound(): number {
    let refused = 0
    const refuse = (s: number) => {
      bits[s >>> 5]! |= 1 << (s & 31)
      refused++
    }
    for (let i = 0; i < waitingCount; i++) {
      const s = waiting[i]!
      let e = span[2 * s]!
      let taken = false
      for (; !taken && e < span[2 * s + 1]!; e++) {
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
          else refuse(studentOf(other))
        }
      }
      span[2 * s] = taken ? e : -1
    }
    return refused
  }

  function plainOffer(p: number, key: number) {
    const at = start[p]! + 1
    const size = counts[2 * start[p]!]!
    const filled = counts[2 * start[p]! + 1]!
    if (filled < size) {
      keys[at + filled] = key
      counts[2 * start[p]! + 1] = filled + 1
      if (filled + 1 === size) heapify(keys, at, size)
    } else if (size === 0 || key > keys[at]!) letGo.push(key)
    else {
      letGo.push(keys[at]!)
      replaceTop(keys, at, size, key)
    }
  }

  const plainHeld = (p: number) => keys.subarray(start[p]! + 1, start[p]! + 1 + counts[2 * start[p]! + 1]!)
  const keysHeld = (p: number): ArrayLike<number> => (closed.has(p) ? [] : (choosers.get(p)?.held() ?? plainHeld(p)))

  return {
    run,
    close(p) {
      const given = Array.from(keysHeld(p), studentOf)
      waiting.set(given, waitingCount)
      waitingCount += given.length
      waiting.subarray(0, waitingCount).sort()
      counts[2 * start[p]!] = 0
      counts[2 * start[p]! + 1] = 0
      closed.add(p)
      return given.length
    },
    heldCount: (p) => keysHeld(p).length,
    // Whoever was refused everything has no next wish; everybody else holds the last one asked.
    match: () => {
      const held = new Uint32Array(n)
      for (let s = 0; s < n; s++) held[s] = span[2 * s]! < 0 ? NONE : span[2 * s]! - 1
      return held
    },
    proposals: () => tally[0]!,
  }
}

/** The set bits in ascending order; clears them. */
function drain(bits: Int32Array, into: Int32Array, expected: number): void {
  let filled = 0
  for (let w = 0; filled < expected; w++) {
    let word = bits[w]!
    if (word === 0) continue
    bits[w] = 0
    while (word !== 0) {
      into[filled++] = (w << 5) + (31 - Math.clz32(word & -word))
      word &= word - 1
    }
  }
}
