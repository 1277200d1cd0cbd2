import { readerOf, type ConceptReader } from './concepts.ts'
import type { Entry } from './entry.ts'
import { conceptOf, kindOf, kindWeight, type FeatureKey } from './feature-key.ts'
import { beginningsOf, countFeatures, readEntry, type ReadEntry } from './features.ts'
import type { Lexicon } from './lexicon.ts'
import { starterLexicon } from './starter-lexicon.ts'
import { Postings } from './postings.ts'
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

const keptReads = 2000

export type IndexOptions = { lexicon?: Lexicon; settings?: Partial<Settings> }

/** O(characters of all answers). The order of the answers does not matter. */
export function buildIndex(answers: readonly Entry[], { lexicon = starterLexicon, settings: changed }: IndexOptions = {}): AnswerIndex {
  const settings = { ...usual, ...changed }
  const reader = readerOf(lexicon)
  const entries = [...answers].sort((a, b) => compare(a.id, b.id) || compare(a.title, b.title))
  const postings = new Postings()
  const reads: ReadEntry[] | undefined = entries.length <= keptReads ? [] : undefined
  entries.forEach((entry, document) => {
    const read = readEntry(entry, reader)
    reads?.push(read)
    const { title, body, hints, codes } = read
    const inTitle = countFeatures(title, reader, settings)
    const inBody = countFeatures(body, reader, settings)
    if (hints) for (const [key, count] of countFeatures(hints, reader, settings)) if (!inTitle.has(key)) inBody.set(key, Math.max(inBody.get(key) ?? 0, count * settings.hints))
    for (const code of codes) for (const key of beginningsOf(code)) inTitle.set(key, 1)
    for (const [key, count] of inTitle) postings.add(key, document, count, inBody.get(key) ?? 0)
    for (const [key, count] of inBody) if (!inTitle.has(key)) postings.add(key, document, 0, count)
    postings.endDocument(body.symbols.length)
  })
  const { starts, documents, impacts } = postings.close(settings)
  const weights = new Float32Array(postings.features.size)
  for (const [key, feature] of postings.features) weights[feature] = weightOf(key, starts[feature + 1]! - starts[feature]!, entries.length, reader, settings)
  return { entries, reader, settings, features: postings.features, starts, documents, impacts, weights, reads }
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
