import type { FeatureKey } from './feature-key.ts'
import type { Settings } from './settings.ts'

/** What one answer says: its features by number, and how often in title and body, two counts a feature. Counts in eighths, since a concept above counts in parts. */
export type Row = { features: Uint32Array; counts: Uint8Array; length: number }

const chunkSize = 1 << 16

/** Writes rows, numbering features as they are met. Rows lie side by side in chunks: a typed array of its own for each would cost more than counting. */
export class Rows {
  /** Features by number, in the order they were first met. */
  readonly numbers = new Map<FeatureKey, number>()
  #features = new Uint32Array(chunkSize)
  #counts = new Uint8Array(2 * chunkSize)
  #at = 0

  write(inTitle: ReadonlyMap<FeatureKey, number>, inBody: ReadonlyMap<FeatureKey, number>, length: number): Row {
    const most = inTitle.size + inBody.size
    if (this.#at + most > this.#features.length) {
      this.#features = new Uint32Array(Math.max(chunkSize, most))
      this.#counts = new Uint8Array(2 * this.#features.length)
      this.#at = 0
    }
    const from = this.#at
    for (const [key, count] of inTitle) this.#add(key, count, inBody.get(key) ?? 0)
    for (const [key, count] of inBody) if (!inTitle.has(key)) this.#add(key, 0, count)
    return { features: this.#features.subarray(from, this.#at), counts: this.#counts.subarray(2 * from, 2 * this.#at), length }
  }

  #add(key: FeatureKey, inTitle: number, inBody: number): void {
    let number = this.numbers.get(key)
    if (number === undefined) this.numbers.set(key, (number = this.numbers.size))
    this.#features[this.#at] = number
    this.#counts[2 * this.#at] = Math.min(255, Math.round(inTitle * 8))
    this.#counts[2 * this.#at + 1] = Math.min(255, Math.round(inBody * 8))
    this.#at++
  }
}

/** The postings of all features in one counting pass: where each begins, and document and saturated frequency of each posting. */
export function postingsOf(rows: readonly Row[], features: number, { title, saturation, lengthShare }: Settings) {
  const starts = new Uint32Array(features + 1)
  for (const { features: said } of rows) for (let at = 0; at < said.length; at++) starts[said[at]! + 1]!++
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!
  const next = starts.slice(0, -1)
  const documents = new Uint32Array(starts[features]!)
  const impacts = new Uint8Array(documents.length)
  const usual = rows.reduce((sum, { length }) => sum + length, 0) / Math.max(1, rows.length) || 1
  rows.forEach((row, document) => {
    const held = 1 - lengthShare + lengthShare * (row.length / usual)
    const { features: said, counts } = row
    for (let at = 0; at < said.length; at++) {
      const frequency = title * (counts[2 * at]! / 8) + counts[2 * at + 1]! / 8 / held
      const to = next[said[at]!]!++
      documents[to] = document
      impacts[to] = Math.round((255 * frequency) / (frequency + saturation))
    }
  })
  return { starts, documents, impacts }
}
