import { readerOf, type ConceptReader } from './concepts.ts'
import type { Entry } from './entry.ts'
import { conceptOf, kindOf, kindWeight, type FeatureKey } from './feature-key.ts'
import { beginningsOf, countFeatures, readEntry, type ReadEntry } from './features.ts'
import type { Lexicon } from './lexicon.ts'
import { starterLexicon } from './starter-lexicon.ts'
import { postingsOf, Rows, type Row } from './postings.ts'
import { settings as usual, type Settings } from './settings.ts'
import { rarity } from './words.ts'

/** Answers made ready for ranking. A value that nothing changes: build it again when answers or lexicon change. */
export type AnswerIndex = {
  entries: readonly Entry[]
  reader: ConceptReader
  settings: Settings
  features: ReadonlyMap<FeatureKey, number>
  /** Where the postings of each feature begin; CSR. */
  starts: Uint32Array
  documents: Uint32Array
  /** Saturated term frequency, 0 to 255. */
  impacts: Uint8Array
  /** Rarity × weight of the kind, per feature. */
  weights: Float32Array
  /** What was read, kept while the answers are few; many are read again when they are looked at twice. */
  reads: readonly ReadEntry[] | undefined
}

export type IndexOptions = { lexicon?: Lexicon; settings?: Partial<Settings> }

/** O(characters of all answers). The order of the answers does not matter. */
export function buildIndex(answers: readonly Entry[], options: IndexOptions = {}): AnswerIndex {
  const index = new KeptIndex(options)
  index.put(answers)
  return index.now()
}

const keptReads = 2000
type Kept = { entry: Entry; row: Row; read: ReadEntry | undefined }

/**
 * An index that follows its answers. To read a text is what takes time, so each is read once and only what changed is read again; what was read
 * is put together anew when somebody asks. `now()` is what `buildIndex` would make of the same answers, to the last bit of every score.
 */
export class KeptIndex {
  readonly #settings: Settings
  readonly #reader: ConceptReader
  readonly #rows = new Rows()
  readonly #kept = new Map<string, Kept>()
  #made: AnswerIndex | undefined

  constructor({ lexicon = starterLexicon, settings: changed }: IndexOptions = {}) {
    this.#settings = { ...usual, ...changed }
    this.#reader = readerOf(lexicon)
  }

  get size(): number {
    return this.#kept.size
  }

  has(id: string): boolean {
    return this.#kept.has(id)
  }

  put(answers: readonly Entry[]): void {
    const few = this.#kept.size + answers.length <= keptReads
    for (const entry of answers) {
      const read = readEntry(entry, this.#reader)
      this.#kept.set(entry.id, { entry, row: this.#count(read), read: few ? read : undefined })
    }
    this.#made = undefined
  }

  remove(ids: readonly string[]): void {
    for (const id of ids) this.#kept.delete(id)
    this.#made = undefined
  }

  /** O(features of all answers), and only after a change. */
  now(): AnswerIndex {
    this.#made ??= this.#make()
    return this.#made
  }

  #count({ title, body, hints, codes }: ReadEntry): Row {
    const inTitle = countFeatures(title, this.#reader, this.#settings)
    const inBody = countFeatures(body, this.#reader, this.#settings)
    if (hints) for (const [key, count] of countFeatures(hints, this.#reader, this.#settings)) if (!inTitle.has(key)) inBody.set(key, Math.max(inBody.get(key) ?? 0, count * this.#settings.hints))
    for (const code of codes) for (const key of beginningsOf(code)) inTitle.set(key, 1)
    return this.#rows.write(inTitle, inBody, body.symbols.length)
  }

  #make(): AnswerIndex {
    const [reader, settings, { numbers }] = [this.#reader, this.#settings, this.#rows]
    const kept = [...this.#kept.values()].sort((a, b) => compare(a.entry.id, b.entry.id))
    const { starts, documents, impacts } = postingsOf(kept.map(({ row }) => row), numbers.size, settings)
    const weights = new Float32Array(numbers.size)
    const features = new Map<FeatureKey, number>()
    for (const [key, feature] of numbers) {
      const found = starts[feature + 1]! - starts[feature]!
      if (found === 0) continue
      features.set(key, feature)
      weights[feature] = weightOf(key, found, kept.length, reader, settings)
    }
    const few = kept.length <= keptReads
    if (!few) for (const one of kept) one.read = undefined
    const reads = few ? kept.map((one) => (one.read ??= readEntry(one.entry, reader))) : undefined
    return { entries: kept.map(({ entry }) => entry), reads, reader, settings, features, starts, documents, impacts, weights }
  }
}

/** What a feature tells, 0 to about 1 times the weight of its kind: rarity among these answers, tempered by rarity in general Chinese. */
export function weightOf(key: FeatureKey, found: number, documents: number, reader: ConceptReader, settings: Settings): number {
  const most = Math.log(1 + (documents + 0.5) / 0.5)
  const here = documents === 0 ? 1 : Math.log(1 + (documents - found + 0.5) / (found + 0.5)) / most
  const trust = documents / (documents + settings.background)
  return kindWeight(key, settings) * (trust * here + (1 - trust) * inGeneral(key, reader))
}

function inGeneral(key: FeatureKey, reader: ConceptReader): number {
  const kind = kindOf(key)
  if (kind === 'word') return rarity(key as string)
  if (kind === 'concept') return Math.max(0.35, rarity(reader.concepts[conceptOf(key as number)]!.id))
  return kind === 'pair' ? 0.7 : 0.5
}

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
