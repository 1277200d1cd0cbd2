import { ConverterFactory, Locale } from 'opencc-js/cn2t'
import { characters, vocabulary } from './traditional-exceptions.ts'

// Hong Kong's standard: our nearest readers of traditional characters. Made at the first use; the dictionary is large.
const toHongKong = () => ConverterFactory(Locale.from.cn!, Locale.to.hk!, [characters])
const toOurWords = () => ConverterFactory(Locale.from.cn!, Locale.to.hk!, [characters], [vocabulary])

let characterwise: ((text: string) => string) | undefined
let wordwise: ((text: string) => string) | undefined

/** Names and data: the characters change, the words stay what somebody wrote. */
export function toTraditional(text: string): string {
  return (characterwise ??= toHongKong())(text)
}

/** Our own sentences: characters, and the words that are said otherwise. */
export function sentenceToTraditional(text: string): string {
  return (wordwise ??= toOurWords())(text)
}
