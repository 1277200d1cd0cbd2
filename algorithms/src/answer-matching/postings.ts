import type { FeatureKey } from './feature-key.ts'
import type { Settings } from './settings.ts'

/** Gathers (feature, document, counts) in typed arrays that grow, then sorts them by feature in one counting pass. */
export class Postings {
  readonly features = new Map<FeatureKey, number>()
  #feature = new Uint32Array(1 << 16)
  #document = new Uint32Array(1 << 16)
  /** Counts in eighths, since a concept above counts in parts. */
  #inTitle = new Uint8Array(1 << 16)
  #inBody = new Uint8Array(1 << 16)
  #size = 0
  #lengths: number[] = []

  add(key: FeatureKey, document: number, inTitle: number, inBody: number): void {
    let feature = this.features.get(key)
    if (feature === undefined) this.features.set(key, (feature = this.features.size))
    if (this.#size === this.#feature.length) this.#grow()
    this.#feature[this.#size] = feature
    this.#document[this.#size] = document
    this.#inTitle[this.#size] = Math.min(255, Math.round(inTitle * 8))
    this.#inBody[this.#size] = Math.min(255, Math.round(inBody * 8))
    this.#size++
  }

  endDocument(length: number): void {
    this.#lengths.push(length)
  }

  close({ title, saturation, lengthShare }: Settings) {
    const starts = new Uint32Array(this.features.size + 1)
    for (let at = 0; at < this.#size; at++) starts[this.#feature[at]! + 1]!++
    for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!
    const next = starts.slice(0, -1)
    const documents = new Uint32Array(this.#size)
    const impacts = new Uint8Array(this.#size)
    const usual = this.#lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, this.#lengths.length) || 1
    for (let at = 0; at < this.#size; at++) {
      const document = this.#document[at]!
      const held = 1 - lengthShare + lengthShare * (this.#lengths[document]! / usual)
      const frequency = (title * (this.#inTitle[at]! / 8) + this.#inBody[at]! / 8 / held)
      const to = next[this.#feature[at]!]!++
      documents[to] = document
      impacts[to] = Math.round((255 * frequency) / (frequency + saturation))
    }
    return { starts, documents, impacts }
  }

  #grow() {
    const grown = <T extends Uint32Array | Uint8Array>(from: T, to: T): T => (to.set(from), to)
    const size = this.#feature.length * 2
    this.#feature = grown(this.#feature, new Uint32Array(size))
    this.#document = grown(this.#document, new Uint32Array(size))
    this.#inTitle = grown(this.#inTitle, new Uint8Array(size))
    this.#inBody = grown(this.#inBody, new Uint8Array(size))
  }
}
