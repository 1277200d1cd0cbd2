import type { AnswerIndex } from './build-index.ts'
import { weightOf } from './build-index.ts'
import { translationsOf } from './english-words.ts'
import { characterKey, conceptKey, conceptOf, kindOf, type FeatureKey } from './feature-key.ts'
import { isHan } from './symbols.ts'
import { beginningsOf, countFeatures, type ReadEntry } from './features.ts'

/** What a need asks for, as features with weights: what it says, and more faintly what lies above and beside it. */
export function questionOf(need: ReadEntry, { reader, settings }: AnswerIndex): Map<FeatureKey, number> {
  const inTitle = countFeatures(need.title, reader, settings)
  const inBody = countFeatures(need.body, reader, settings)
  for (const code of need.codes) for (const key of beginningsOf(code)) inTitle.set(key, 1)
  const question = new Map<FeatureKey, number>()
  const held = Math.max(1, Math.sqrt(need.body.symbols.length / 60))
  const say = (key: FeatureKey) => {
    const count = settings.needTitle * (inTitle.get(key) ?? 0) + (inBody.get(key) ?? 0) / held
    question.set(key, count / (count + settings.saturation))
  }
  for (const key of inTitle.keys()) say(key)
  for (const key of inBody.keys()) if (!inTitle.has(key)) say(key)
  const beside = new Map<FeatureKey, number>()
  const offer = (key: FeatureKey, amount: number) => void (question.has(key) || beside.set(key, Math.max(beside.get(key) ?? 0, amount)))
  for (const [key, amount] of question) {
    const kind = kindOf(key)
    if (kind === 'concept') for (const concept of reader.concepts[conceptOf(key as number)]!.beside) offer(conceptKey(concept), amount * settings.beside)
    if (kind === 'word') for (const word of translationsOf(key as string)) offer(word.length === 1 && isHan(word) ? characterKey(word) : word, amount * settings.translated)
  }
  for (const [key, amount] of beside) question.set(key, amount)
  return question
}

/** BM25F over everything: each answer's sum, and what an answer that says all of it would reach. O(postings of the need's features). */
export function firstLook(question: ReadonlyMap<FeatureKey, number>, index: AnswerIndex): { sums: Float32Array; most: number } {
  const { features, starts, documents, impacts, weights, entries, reader, settings } = index
  const sums = new Float32Array(entries.length)
  const full = settings.title / (settings.title + settings.saturation)
  let most = 0
  for (const [key, amount] of question) {
    const feature = features.get(key)
    most += amount * full * (feature === undefined ? weightOf(key, 0, entries.length, reader, settings) : weights[feature]!)
    if (feature === undefined) continue
    const factor = (amount * weights[feature]!) / 255
    const end = starts[feature + 1]!
    for (let at = starts[feature]!; at < end; at++) sums[documents[at]!]! += factor * impacts[at]!
  }
  return { sums, most }
}

/** The documents with the highest sums, best first; equal sums in the order of the documents. One pass; few of it get past the worst that is held. */
export function best(sums: Float32Array, count: number): number[] {
  const held: number[] = []
  let worst = 0
  const better = (a: number, b: number) => sums[b]! - sums[a]! || a - b
  for (let at = 0; at < sums.length; at++) {
    if (sums[at]! <= worst) continue
    held.push(at)
    // Sorted only now and then: the limit rises quickly, and then hardly anything comes in.
    if (held.length < count * 2) continue
    held.sort(better).length = count
    worst = sums[held[count - 1]!]!
  }
  return held.sort(better).slice(0, count)
}
