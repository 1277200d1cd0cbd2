import { NONE, SPAN } from '../table.ts'

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

/** Division by a power of two is exact as a product, and much faster than %. */
const PER_SPAN = 1 / SPAN
const studentOf = (key: number) => key - Math.floor(key * PER_SPAN) * SPAN

/**
 * Student-proposing deferred acceptance (Gale & Shapley 1962) in rounds.
 * A post is a binary heap of keys, worst on top; a four-byte cut-off per post is asked first, because a full popular
 * post refuses most, and its cut-off stays in the cache. The refused of a round are visited in index order (a bitmap),
 * so that their wishes are read forwards. Time is linear in proposals, times log capacity.
 */
export function deferred({ offset, edges, capacity }: Columns, choosers: ReadonlyMap<number, Chooser> = new Map()): Deferred {
  const n = offset.length - 1
  const m = capacity.length
  const start = new Uint32Array(m)
  // Seats still free: 0 means full or closed; a full post has its worst key on top of its heap.
  const free = Uint32Array.from(capacity, (seats, p) => (choosers.has(p) ? 0 : Math.min(seats, n)))
  const size = free.slice()
  let seats = 0
  for (let p = 0; p < m; p++) {
    start[p] = seats
    seats += size[p]!
  }
  const heap = new Float64Array(seats)
  // The rank of the worst held by a full post: a larger one is refused unseen. NONE lets everybody ask.
  const cut = new Uint32Array(m).fill(NONE)
  const next = offset.slice(0, n)
  const special = choosers.size > 0
  const closed = new Set<number>()
  const letGo: number[] = []
  let waiting: Uint32Array = new Uint32Array(n)
  for (let s = 0; s < n; s++) waiting[s] = s
  let waitingCount = n
  const tally = new Float64Array(1)

  function run(afterRound?: (proposals: number) => void) {
    let spare: Uint32Array = new Uint32Array(n)
    const bits = new Uint32Array((n >>> 5) + 1)
    while (waitingCount > 0) {
      const refused = special ? specialRound(bits) : plainRound({ offset, edges, next, cut, start, size, free, heap, bits, tally }, waiting, waitingCount)
      drain(bits, spare, refused)
      const swap = waiting
      waiting = spare
      spare = swap
      waitingCount = refused
      afterRound?.(tally[0]!)
    }
  }

  function specialRound(bits: Uint32Array): number {
    let refused = 0
    const refuse = (s: number) => {
      bits[s >>> 5]! |= 1 << (s & 31)
      refused++
    }
    for (let i = 0; i < waitingCount; i++) {
      const s = waiting[i]!
      let e = next[s]!
      for (let taken = false; !taken && e < offset[s + 1]!; e++) {
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
      next[s] = e
    }
    return refused
  }

  function plainOffer(p: number, key: number) {
    const at = start[p]!
    if (free[p]! > 0) push(heap, at, size[p]! - free[p]!--, key)
    else if (size[p] === 0 || key > heap[at]!) letGo.push(key)
    else {
      letGo.push(heap[at]!)
      replaceTop(heap, at, size[p]!, key)
    }
  }

  const keysHeld = (p: number): number[] =>
    closed.has(p) ? [] : (choosers.get(p)?.held() ?? Array.from(heap.subarray(start[p]!, start[p]! + size[p]! - free[p]!)))

  return {
    run,
    close(p) {
      const keys = keysHeld(p)
      const queue = new Uint32Array(n)
      queue.set(waiting.subarray(0, waitingCount))
      for (const key of keys) queue[waitingCount++] = studentOf(key)
      waiting = queue
      queue.subarray(0, waitingCount).sort()
      free[p] = 0
      size[p] = 0
      closed.add(p)
      return keys.length
    },
    heldCount: (p) => keysHeld(p).length,
    match() {
      const result = new Uint32Array(n).fill(NONE)
      for (let p = 0; p < m; p++) {
        if (closed.has(p)) continue
        if (choosers.has(p)) {
          for (const key of choosers.get(p)!.held()) result[studentOf(key)] = next[studentOf(key)]! - 1
          continue
        }
        const end = start[p]! + size[p]! - free[p]!
        for (let k = start[p]!; k < end; k++) {
          const s = studentOf(heap[k]!)
          result[s] = next[s]! - 1
        }
      }
      return result
    },
    proposals: () => tally[0]!,
  }
}

/** The set bits in ascending order; clears them. */
function drain(bits: Uint32Array, into: Uint32Array, expected: number): void {
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

interface State {
  offset: Uint32Array
  edges: Uint32Array
  next: Uint32Array
  cut: Uint32Array
  start: Uint32Array
  size: Uint32Array
  free: Uint32Array
  heap: Float64Array
  bits: Uint32Array
  tally: Float64Array
}

/** One round over plain posts; answers how many were refused a seat they held. A function of its own, so that all it touches is local. */
function plainRound({ offset, edges, next, cut, start, size, free, heap, bits, tally }: State, queue: Uint32Array, count: number): number {
  let refused = 0
  let asked = 0
  for (let i = 0; i < count; i++) {
    const s = queue[i]!
    const end = offset[s + 1]!
    let e = next[s]!
    while (e < end) {
      const p = edges[2 * e]!
      const rank = edges[2 * e + 1]!
      e++
      asked++
      if (rank > cut[p]!) continue
      const at = start[p]!
      const key = rank * SPAN + s
      const room = free[p]!
      const all = size[p]!
      if (room > 0) {
        push(heap, at, all - room, key)
        free[p] = room - 1
        if (room === 1) cut[p] = heap[at]! * PER_SPAN
        break
      }
      const worst = all === 0 ? -1 : heap[at]!
      if (key > worst) continue
      const out = studentOf(worst)
      replaceTop(heap, at, all, key)
      cut[p] = heap[at]! * PER_SPAN
      bits[out >>> 5]! |= 1 << (out & 31)
      refused++
      break
    }
    next[s] = e
  }
  tally[0]! += asked
  return refused
}

/** Max-heap on the slice of `heap` that starts at `at`. */
function push(heap: Float64Array, at: number, filled: number, key: number): void {
  let k = filled
  while (k > 0) {
    const parent = (k - 1) >> 1
    const above = heap[at + parent]!
    if (above >= key) break
    heap[at + k] = above
    k = parent
  }
  heap[at + k] = key
}

function replaceTop(heap: Float64Array, at: number, filled: number, key: number): void {
  let k = 0
  for (let child = 1; child < filled; child = 2 * k + 1) {
    let larger = heap[at + child]!
    if (child + 1 < filled) {
      const right = heap[at + child + 1]!
      if (right > larger) {
        larger = right
        child++
      }
    }
    if (larger <= key) break
    heap[at + k] = larger
    k = child
  }
  heap[at + k] = key
}
