/** Chance that always falls the same way, so that everybody's demonstration alliance is the same one. */
export type Chance = {
  /** In [0, 1). */
  next: () => number
  /** An integer in [from, to]. */
  between: (from: number, to: number) => number
  pick: <T>(list: readonly T[]) => T
  /** True in `share` of the cases. */
  happens: (share: number) => boolean
}

/** One stream per label (mulberry32 over an FNV-1a hash): adding people here does not change the posts there. */
export function chance(label: string): Chance {
  let state = 0x811c9dc5
  for (const byte of new TextEncoder().encode(label)) state = Math.imul(state ^ byte, 0x01000193)

  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  return { next, between, pick: (list) => list[between(0, list.length - 1)]!, happens: (share) => next() < share }
}
