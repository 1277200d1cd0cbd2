/**
 * The seats of one full post as a slice of `keys` that starts at `at`: a heap with the worst (largest) key on top. Where the
 * size is even, a key below all others stands behind the last, so that children always come in pairs.
 */
export function heapify(keys: Float64Array, at: number, size: number): void {
  for (let root = (size >> 1) - 1; root >= 0; root--) sink(keys, at, size, root, keys[at + root]!)
}

/** Puts `key` at or below `from`; from 0, where the top was. */
export function sink(keys: Float64Array, at: number, size: number, from: number, key: number): void {
  let k = from
  for (let child = 2 * k + 1; child < size; child = 2 * k + 1) {
    // Added, not branched on: which of two is larger cannot be foreseen.
    child += +(keys[at + child + 1]! > keys[at + child]!)
    const larger = keys[at + child]!
    if (larger <= key) break
    keys[at + k] = larger
    k = child
  }
  keys[at + k] = key
}
