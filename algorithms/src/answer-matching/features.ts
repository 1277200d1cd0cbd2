import { readConcepts, type ConceptReader, type Reading } from './concepts.ts'
import type { Entry } from './entry.ts'
import { emptyWords } from './empty-words.ts'
import { plain } from './plain-text.ts'
import { quantitiesOf, type Quantity } from './quantities.ts'
import type { Settings } from './settings.ts'
import { isHan, symbolsOf, type Symbol } from './symbols.ts'
import { weakWords } from './weak-words.ts'
import { wordsOf } from './words.ts'

/** One text, read once: what it says in words, concepts and numbers. */
export type ReadText = { plain: string; symbols: readonly Symbol[]; readings: readonly Reading[]; words: readonly string[]; quantities: readonly Quantity[] }
export type ReadEntry = { title: ReadText; body: ReadText; hints: ReadText | undefined; codes: readonly string[] }

export function readEntry(entry: Entry, reader: ConceptReader): ReadEntry {
  return { title: readText(entry.title, reader), body: readText(entry.description ?? '', reader), hints: entry.hints ? readText(entry.hints, reader) : undefined, codes: entry.codes ?? [] }
}

function readText(written: string, reader: ConceptReader): ReadText {
  const text = plain(written)
  const symbols = symbolsOf(text)
  return { plain: text, symbols, readings: readConcepts(reader, symbols), words: wordsOf(text, symbols), quantities: quantitiesOf(text) }
}

const emptyCharacters = new Set('的了和与及在为是等对中有其之以于或将该可并用个一不高低大小好新')

/** Feature → how often, for one text. A key's first letter is its kind: concept, word, pair of characters, single character, official code. */
export function countFeatures(text: ReadText, reader: ConceptReader, settings: Settings): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (key: string, amount: number) => counts.set(key, (counts.get(key) ?? 0) + amount)
  for (const word of text.words) add(`w${word}`, 1)
  for (const { concepts, inside } of text.readings) {
    const amount = inside ? 0.5 : 1
    for (const concept of concepts) {
      add(`c${concept}`, amount)
      for (const { concept: above, steps } of reader.concepts[concept]!.above) add(`c${above}`, amount * settings.stepUp ** steps)
    }
  }
  let before: Symbol | undefined
  for (const symbol of text.symbols) {
    const counted = isHan(symbol.key) && !emptyCharacters.has(symbol.key)
    if (counted) add(`u${symbol.key}`, 1)
    if (counted && before && before.end === symbol.start) {
      const pair = before.key + symbol.key
      if (!emptyWords.has(pair)) add(`b${pair}`, 1)
    }
    before = counted ? symbol : undefined
  }
  return counts
}

/** A code speaks for its beginnings too: 2641 is in 264 and 26. */
export const beginningsOf = (code: string): string[] => {
  const bare = code.trim().toUpperCase()
  return [bare.length, 4, 3, 2].filter((length, at, all) => length <= bare.length && all.indexOf(length) === at).map((length) => `k${bare.slice(0, length)}`)
}

export function kindWeight(key: string, settings: Settings): number {
  const kind = key[0]
  if (weakWords.has(key.slice(1))) return (kind === 'w' ? settings.word : settings.pair) * settings.weak
  if (kind === 'c' || kind === 'k') return settings.concept
  if (kind === 'w') return settings.word
  return kind === 'b' ? settings.pair : settings.character
}
