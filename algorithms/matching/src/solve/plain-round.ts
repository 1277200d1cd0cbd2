import { NONE, SPAN } from '../table.ts'
import { heapify, replaceTop } from './seat-heap.ts'

/** Division by a power of two is exact as a product, and much faster than %. */
export const PER_SPAN = 1 / SPAN
export const studentOf = (key: number): number => key - Math.floor(key * PER_SPAN) * SPAN

/** All that changes while posts without special rules choose. Few arrays, because each costs registers in the loop below. */
export interface Desk {
  /** Of each student: the next wish to ask for (-1 when none is left), and where their wishes end. */
  span: Int32Array
  /** The rank of the worst held by a full post: a larger one is refused unseen. NONE lets everybody ask. */
  cut: Uint32Array
  /** Where a post's record begins: one element of two counts, then a key for each seat. */
  start: Int32Array
  keys: Float64Array
  /** The same memory as `keys`: seats at 2 * start, filled seats at 2 * start + 1. */
  counts: Int32Array
  /** Students refused a seat they held. */
  bits: Int32Array
  /** One value: proposals so far. */
  tally: Float64Array
  /** Posts about to be asked; see `plainRound`. */
  ahead: Int32Array
}

export function deskOf(offset: Uint32Array, sizes: Uint32Array): Desk {
  const n = offset.length - 1
  const start = new Int32Array(sizes.length)
  let length = 0
  for (let p = 0; p < sizes.length; p++) {
    start[p] = length
    length += 1 + sizes[p]!
  }
  const keys = new Float64Array(length)
  const counts = new Int32Array(keys.buffer)
  for (let p = 0; p < sizes.length; p++) counts[2 * start[p]!] = sizes[p]!
  const span = new Int32Array(2 * n)
  for (let s = 0; s < n; s++) {
    span[2 * s] = offset[s]!
    span[2 * s + 1] = offset[s + 1]!
  }
  return {
    span,
    cut: new Uint32Array(sizes.length).fill(NONE),
    start,
    keys,
    counts,
    bits: new Int32Array((n >>> 5) + 1),
    tally: new Float64Array(1),
    ahead: new Int32Array(BATCH + 1),
  }
}

const BATCH = 32

/**
 * One round over plain posts; answers how many were refused a seat they held. What bounds it is waiting for memory, so
 * students come in batches: first a look at every post about to be asked, which the processor fetches side by side,
 * then the choices, which find them near. A function of its own, so that all it touches is local.
 */
export function plainRound(edges: Uint32Array, { span, cut, start, keys, counts, bits, tally, ahead }: Desk, queue: Int32Array, count: number): number {
  let refused = 0
  let asked = 0
  let seen = 0
  for (let from = 0; from < count; from += BATCH) {
    const some = Math.min(count - from, BATCH)
    for (let i = 0; i < some; i++) ahead[i] = edges[span[queue[from + i]! << 1]! << 1]!
    for (let i = 0; i < some; i++) {
      const p = ahead[i]!
      seen ^= counts[start[p]! << 1]! ^ cut[p]!
    }
    for (let i = 0; i < some; i++) {
      const s = queue[from + i]!
      const end = span[(s << 1) + 1]!
      const first = span[s << 1]!
      let e = first
      let settled = false
      while (e < end) {
        const p = edges[e << 1]!
        const rank = edges[(e << 1) + 1]!
        e = (e + 1) | 0
        if (rank > cut[p]!) continue
        const base = start[p]!
        const size = counts[base << 1]!
        const filled = counts[(base << 1) + 1]!
        const at = base + 1
        const key = rank * SPAN + s
        if (filled < size) {
          keys[at + filled] = key
          counts[(base << 1) + 1] = filled + 1
          if (filled + 1 === size) {
            heapify(keys, at, size)
            cut[p] = keys[at]! * PER_SPAN
          }
          settled = true
          break
        }
        if (size === 0) continue
        const worst = keys[at]!
        if (key > worst) continue
        const out = studentOf(worst) | 0
        replaceTop(keys, at, size, key)
        cut[p] = keys[at]! * PER_SPAN
        bits[out >>> 5]! |= 1 << (out & 31)
        refused++
        settled = true
        break
      }
      asked += e - first
      span[s << 1] = settled ? e : -1
    }
  }
  tally[0]! += asked
  // Kept, so that the look ahead is not dropped as useless.
  ahead[BATCH] = seen
  return refused
}
