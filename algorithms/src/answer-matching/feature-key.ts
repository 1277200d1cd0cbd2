import type { Settings } from './settings.ts'
import { weakWords } from './weak-words.ts'

/**
 * The name of one feature. A word is itself, an official code begins with #; concepts, characters and pairs of characters are small
 * numbers, since a hundred thousand answers have twenty million of them and making strings would take longer than counting.
 */
export type FeatureKey = string | number

const first = 0x3400
const span = 0x9fff - first + 1

export const conceptKey = (concept: number): FeatureKey => -1 - concept
export const characterKey = (character: string): FeatureKey => character.charCodeAt(0) - first
export const pairKey = (a: string, b: string): FeatureKey => span * (1 + a.charCodeAt(0) - first) + (b.charCodeAt(0) - first)

export type FeatureKind = 'word' | 'code' | 'concept' | 'character' | 'pair'

export function kindOf(key: FeatureKey): FeatureKind {
  if (typeof key === 'string') return key.startsWith('#') ? 'code' : 'word'
  if (key < 0) return 'concept'
  return key < span ? 'character' : 'pair'
}

export const conceptOf = (key: number): number => -1 - key
const pairOf = (key: number): string => String.fromCharCode(Math.floor(key / span) - 1 + first, (key % span) + first)

/** How loudly a feature of its kind speaks, before rarity. */
export function kindWeight(key: FeatureKey, settings: Settings): number {
  const kind = kindOf(key)
  if (kind === 'word') return settings.word * (weakWords.has(key as string) ? settings.weak : 1)
  if (kind === 'pair') return settings.pair * (weakWords.has(pairOf(key as number)) ? settings.weak : 1)
  return kind === 'character' ? settings.character : settings.concept
}
