import { readConcepts, type ConceptReader, type Reading } from './concepts.ts'
import type { Entry } from './entry.ts'
import { characterKey, conceptKey, pairKey, type FeatureKey } from './feature-key.ts'
import { emptyWords } from './empty-words.ts'
import { plain } from './plain-text.ts'
import type { Settings } from './settings.ts'
import { isHan, symbolsOf, type Symbol } from './symbols.ts'
import { wordsOf, type Word } from './words.ts'

/** One text, read once: what it says in words, concepts. */
export type ReadText = { plain: string; symbols: readonly Symbol[]; readings: readonly Reading[]; words: readonly Word[] }
export type ReadEntry = { title: ReadText; body: ReadText; hints: ReadText | undefined; codes: readonly string[] }

export function readEntry(entry: Entry, reader: ConceptReader): ReadEntry {
  return { title: readText(entry.title, reader), body: readText(entry.description ?? '', reader), hints: entry.hints ? readText(entry.hints, reader) : undefined, codes: entry.codes ?? [] }
}

function readText(written: string, reader: ConceptReader): ReadText {
  const text = plain(written)
  const symbols = symbolsOf(text)
  return { plain: text, symbols, readings: readConcepts(reader, symbols), words: wordsOf(text, symbols) }
}

const emptyCharacters = new Set('的了和与及在为是等对中有其之以于或将该可并用个一不高低大小好新')

/** Feature → how often, for one text. */
export function countFeatures(text: ReadText, reader: ConceptReader, settings: Settings): Map<FeatureKey, number> {
  const counts = new Map<FeatureKey, number>()
  const add = (key: FeatureKey, amount: number) => counts.set(key, (counts.get(key) ?? 0) + amount)
  for (const { word, part } of text.words) add(word, part ? settings.part : 1)
  for (const { concepts, inside } of text.readings) {
    const amount = inside ? 0.5 : 1
    for (const concept of concepts) {
      add(conceptKey(concept), amount)
      for (const { concept: above, steps } of reader.concepts[concept]!.above) add(conceptKey(above), amount * settings.stepUp ** steps)
    }
  }
  let before: Symbol | undefined
  for (const symbol of text.symbols) {
    const counted = isHan(symbol.key) && !emptyCharacters.has(symbol.key)
    if (counted) add(characterKey(symbol.key), 1)
    if (counted && before && before.end === symbol.start) {
      if (!emptyWords.has(before.key + symbol.key)) add(pairKey(before.key, symbol.key), 1)
    }
    before = counted ? symbol : undefined
  }
  return counts
}

/** A code speaks for its beginnings too: 2641 is in 264 and 26. */
export const beginningsOf = (code: string): string[] => {
  const bare = code.trim().toUpperCase()
  return [bare.length, 4, 3, 2].filter((length, at, all) => length <= bare.length && all.indexOf(length) === at).map((length) => `#${bare.slice(0, length)}`)
}
