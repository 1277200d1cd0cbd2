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

type Columns = { offset: Uint32Array; edges: Uint32Array; capacity: Uint32Array }

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
  const size = Uint32Array.from(capacity, (seats, p) => (choosers.has(p) ? 0 : Math.min(seats, n)))
  let seats = 0
  for (let p = 0; p < m; p++) {
    start[p] = seats
    seats += size[p]!
  }
  const heap = new Float64Array(seats)
  const count = new Uint32Array(m)
  // Refuse when rank > cut. NONE lets everybody in; a post without seats is told apart by its empty heap.
  const cut = new Uint32Array(m).fill(NONE)
  const next = offset.slice(0, n)
  const special = choosers.size > 0
  const closed = new Set<number>()
  let waiting: Uint32Array = Uint32Array.from({ length: n }, (_, s) => s)
  let waitingCount = n
  const letGo: number[] = []
  let proposals = 0

  function run(afterRound?: (proposals: number) => void) {
    let spare: Uint32Array = new Uint32Array(n)
    const bits = new Uint32Array((n >>> 5) + 1)
    while (waitingCount > 0) {
      let refused = 0
      for (let i = 0; i < waitingCount; i++) {
        const s = waiting[i]!
        const end = offset[s + 1]!
        let e = next[s]!
        while (e < end) {
          const p = edges[2 * e]!
          const rank = edges[2 * e + 1]!
          e++
          proposals++
          if (rank > cut[p]!) continue
          if (special && choosers.has(p)) {
            letGo.length = 0
            if (closed.has(p)) continue
            choosers.get(p)!.offer(rank * SPAN + s, letGo)
            let taken = true
            for (const key of letGo) {
              const other = key % SPAN
              if (other === s) taken = false
              else {
                bits[other >>> 5]! |= 1 << (other & 31)
                refused++
              }
            }
            if (taken) break
            continue
          }
          const out = insert(p, rank * SPAN + s)
          if (out === s) continue
          if (out !== NONE) {
            bits[out >>> 5]! |= 1 << (out & 31)
            refused++
          }
          break
        }
        next[s] = e
      }
      const filled = drain(bits, spare, refused)
      const swap = waiting
      waiting = spare
      spare = swap
      waitingCount = filled
      afterRound?.(proposals)
    }
  }

  function insert(p: number, key: number): number {
    const at = start[p]!
    const room = size[p]!
    const c = count[p]!
    if (c < room) {
      pushKey(heap, at, c, key)
      count[p] = c + 1
      if (c + 1 === room) cut[p] = Math.floor(heap[at]! / SPAN)
      return NONE
    }
    if (room === 0 || key > heap[at]!) return key % SPAN
    const out = heap[at]! % SPAN
    replaceTop(heap, at, room, key)
    cut[p] = Math.floor(heap[at]! / SPAN)
    return out
  }

  const keysHeld = (p: number): number[] =>
    closed.has(p) ? [] : (choosers.get(p)?.held() ?? Array.from(heap.subarray(start[p]!, start[p]! + count[p]!)))

  return {
    run,
    close(p) {
      const keys = keysHeld(p)
      const queue = new Uint32Array(n)
      queue.set(waiting.subarray(0, waitingCount))
      for (const key of keys) queue[waitingCount++] = key % SPAN
      waiting = queue
      queue.subarray(0, waitingCount).sort()
      count[p] = 0
      size[p] = 0
      closed.add(p)
      return keys.length
    },
    heldCount: (p) => (choosers.has(p) ? keysHeld(p).length : count[p]!),
    match() {
      const result = new Uint32Array(n).fill(NONE)
      for (let p = 0; p < m; p++) for (const key of keysHeld(p)) result[key % SPAN] = next[key % SPAN]! - 1
      return result
    },
    proposals: () => proposals,
  }
}

function drain(bits: Uint32Array, into: Uint32Array, expected: number): number {
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
  return filled
}

/** Max-heap on a slice of `heap` that starts at `at`. */
export function pushKey(heap: Float64Array, at: number, size: number, key: number): void {
  let k = size
  while (k > 0) {
    const parent = (k - 1) >> 1
    if (heap[at + parent]! >= key) break
    heap[at + k] = heap[at + parent]!
    k = parent
  }
  heap[at + k] = key
}

export function replaceTop(heap: Float64Array, at: number, size: number, key: number): void {
  let k = 0
  for (;;) {
    let child = 2 * k + 1
    if (child >= size) break
    if (child + 1 < size && heap[at + child + 1]! > heap[at + child]!) child++
    if (heap[at + child]! <= key) break
    heap[at + k] = heap[at + child]!
    k = child
  }
  heap[at + k] = key
}
