import { NONE, SPAN } from '../table.ts'
import { sink } from './seat-heap.ts'

/** Products with a power of two are exact, and much faster than %. */
export const PER_SPAN = 1 / SPAN

/** On the desk a key is rank + student / SPAN: its whole part is the cut-off. */
export const studentOf = (key: number): number => (key - Math.floor(key)) * SPAN

/** All that changes while posts without special rules choose. One memory, because each array costs registers in the loop below. */
export interface Desk {
  /**
   * For each post p at 2p its cut-off (a larger rank is refused unseen; all bits set let everybody ask) and at 2p + 1 the
   * element of `keys` where its record begins. For each student s at spans + 2s the next wish to ask for (-1 when none is
   * left) and where their wishes end.
   */
  words: Int32Array
  spans: number
  /** The same memory. A record is one element of two words, seats and filled seats, then a key for each seat. */
  keys: Float64Array
  /** Proposals so far; the other is of no use, see `plainRound`. */
  tally: Float64Array
}

export function deskOf(offset: Uint32Array, sizes: Uint32Array): Desk {
  const n = offset.length - 1
  const m = sizes.length
  const lengthOf = (size: number) => 1 + (size | 1)
  const spans = 2 * sizes.reduce((sum, size) => sum + lengthOf(size), m)
  const keys = new Float64Array(spans / 2 + n)
  const words = new Int32Array(keys.buffer)
  for (let p = 0, base = m; p < m; base += lengthOf(sizes[p++]!)) {
    words[2 * p] = NONE
    words[2 * p + 1] = base
    words[2 * base] = sizes[p]!
    keys[base + lengthOf(sizes[p]!) - 1] = -1
  }
  for (let s = 0; s < n; s++) {
    words[spans + 2 * s] = offset[s]!
    words[spans + 2 * s + 1] = offset[s + 1]!
  }
  return { words, spans, keys, tally: new Float64Array(2) }
}

const BATCH = 256

/**
 * One round over plain posts: those of `queue` ask, those refused a seat they held are listed in `next`; answers how many.
 * What bounds it is waiting for memory, so students come in batches: first a look at every post about to be asked, without
 * deciding anything, which the processor fetches side by side; then the choices, which find them near.
 */
export function plainRound(edges: Uint32Array, { words, spans, keys, tally }: Desk, queue: Int32Array, count: number, next: Int32Array): number {
  let refused = 0
  let asked = 0
  // What is looked at before a loop need not be checked again at every turn of it: a fifth of the time.
  let seen = words[0]! ^ edges[0]! ^ queue[0]! ^ next[0]! ^ Number(keys[0]! > 0)
  for (let from = 0; from < count; from += BATCH) {
    const to = Math.min(from + BATCH, count)
    for (let i = from; i < to; i++) {
      const p = edges[words[spans + (queue[i]! << 1)]! << 1]!
      seen ^= words[words[(p << 1) + 1]! << 1]!
    }
    for (let i = from; i < to; i++) {
      const s = queue[i]!
      const mine = spans + (s << 1)
      const first = words[mine]! << 1
      const end = words[mine + 1]! << 1
      let e = first
      let settled = false
      while (!settled) {
        while (e < end && edges[e + 1]! > words[edges[e]! << 1]! >>> 0) e = (e + 2) | 0
        if (e >= end) break
        const post = edges[e]! << 1
        const key = edges[e + 1]! + s * PER_SPAN
        e = (e + 2) | 0
        const base = words[post + 1]!
        const size = words[base << 1]!
        const filled = words[(base << 1) + 1]!
        if (filled < size) {
          settled = true
          keys[base + 1 + filled] = key
          words[(base << 1) + 1] = filled + 1
          if (filled + 1 < size) break
          for (let root = (size >> 1) - 1; root >= 0; root--) sink(keys, base + 1, size, root, keys[base + 1 + root]!)
          words[post] = keys[base + 1]!
        } else if (key < keys[base + 1]!) {
          settled = true
          const worst = keys[base + 1]!
          sink(keys, base + 1, size, 0, key)
          words[post] = keys[base + 1]!
          next[refused] = (worst - Math.floor(worst)) * SPAN
          refused = (refused + 1) | 0
        }
      }
      asked += (e - first) >> 1
      words[mine] = settled ? e >> 1 : -1
    }
  }
  tally[0]! += asked
  // Kept, so that the look ahead is not dropped as useless.
  tally[1] = seen
  return refused
}
