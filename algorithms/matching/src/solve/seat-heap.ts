/**
 * The seats of one post as a slice of `keys` that starts at `at`: while some are free simply what was put there; when
 * the last is taken it becomes a heap with the worst (largest) key on top.
 */
export function heapify(keys: Float64Array, at: number, size: number): void {
  for (let root = (size >> 1) - 1; root >= 0; root--) sink(keys, at, size, root, keys[at + root]!)
}

/** Puts `key` where the top was. */
export const replaceTop = (keys: Float64Array, at: number, size: number, key: number): void => sink(keys, at, size, 0, key)

function sink(keys: Float64Array, at: number, size: number, from: number, key: number): void {
  let k = from
  for (let child = 2 * k + 1; child < size; child = 2 * k + 1) {
    let larger = keys[at + child]!
    if (child + 1 < size) {
      const right = keys[at + child + 1]!
      if (right > larger) {
        larger = right
        child++
      }
    }
    if (larger <= key) break
    keys[at + k] = larger
    k = child
  }
  keys[at + k] = key
}
