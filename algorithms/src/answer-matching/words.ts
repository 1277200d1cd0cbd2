import { createRequire } from 'node:module'
import { Jieba } from '@node-rs/jieba'
import { emptyWords } from './empty-words.ts'
import { isHan, symbolsOf, type Symbol } from './symbols.ts'

const dictionaries = () => createRequire(import.meta.url)('@node-rs/jieba/dict') as { dict: Uint8Array; idf: Uint8Array }

let segmenter: Jieba | undefined
let rarities: Map<string, number> | undefined

/** A word, or a part of a longer one that was cut too. */
export type Word = { word: string; part: boolean }

/** The words of plain text, long ones also by their parts; Latin words without their endings. Words that say nothing are left out. */
export function wordsOf(plainText: string, symbols: readonly Symbol[] = symbolsOf(plainText)): Word[] {
  segmenter ??= Jieba.withDict(dictionaries().dict)
  const words: Word[] = []
  const cut = segmenter.cutForSearch(plainText, false)
  for (let at = 0; at < cut.length; at++) {
    const word = cut[at]!
    if (word.length > 1 && isHan(word[0]!) && !emptyWords.has(word)) words.push({ word, part: isPart(word, cut, at) })
  }
  for (const { key } of symbols) if (!isHan(key) && /[a-zα-ω]/.test(key) && key.length > 1 && !emptyWords.has(key)) words.push({ word: key, part: false })
  return words
}

/** The segmenter gives the parts of a long word just before it. */
function isPart(word: string, cut: readonly string[], at: number): boolean {
  for (let ahead = at + 1; ahead < cut.length && ahead <= at + 6; ahead++) if (cut[ahead]!.length > word.length && cut[ahead]!.includes(word)) return true
  return false
}

/** As one writes for a search engine: nothing but the segmenter, for comparisons. */
export function plainSegments(plainText: string): string[] {
  segmenter ??= Jieba.withDict(dictionaries().dict)
  return segmenter.cutForSearch(plainText, true).filter((word) => /[\p{L}\p{N}]/u.test(word))
}

/** How rare a word is in general Chinese, 0 to 1, from the frequencies that come with the segmenter; unknown words count as rather rare. */
export function rarity(word: string): number {
  if (!rarities) {
    rarities = new Map()
    for (const line of Buffer.from(dictionaries().idf).toString('utf8').split('\n')) {
      const at = line.indexOf(' ')
      if (at > 1) rarities.set(line.slice(0, at), Number(line.slice(at + 1)))
    }
  }
  const idf = rarities.get(word)
  return idf === undefined ? 0.75 : Math.min(1, Math.max(0.05, (idf - 3.5) / 9.5))
}
