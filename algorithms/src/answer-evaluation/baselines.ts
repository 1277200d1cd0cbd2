import MiniSearch from 'minisearch'
import type { Entry } from '../answer-matching/entry.ts'
import { compare } from '../answer-matching/build-index.ts'
import { plain } from '../answer-matching/plain-text.ts'
import { isHan, symbolsOf } from '../answer-matching/symbols.ts'
import { plainSegments } from '../answer-matching/words.ts'

export type Ranker = (need: Entry) => string[]
export type Baseline = { name: string; of: (answers: readonly Entry[]) => Ranker }

const textOf = ({ title, description }: Entry) => plain(`${title}\n${description ?? ''}`)

/** What the ranking must beat, in the same run. All of them read simplified characters, so that none fails by script alone. */
export const baselines: readonly Baseline[] = [
  { name: 'bm25-character-bigrams', of: (answers) => bm25(answers, (entry) => bigrams(textOf(entry))) },
  { name: 'bm25-words', of: (answers) => bm25(answers, (entry) => plainSegments(textOf(entry))) },
  { name: 'minisearch', of: miniSearch },
]

/** Characters in twos; Latin words and numbers whole. */
function bigrams(text: string): string[] {
  const symbols = symbolsOf(text)
  return symbols.flatMap(({ key, end }, at) => {
    if (!isHan(key)) return [key]
    const next = symbols[at + 1]
    return next && isHan(next.key) && next.start === end ? [key + next.key] : []
  })
}

/** Okapi BM25 with k1 = 1.2, b = 0.75 (Robertson & Zaragoza 2009), idf as in Lucene. */
function bm25(answers: readonly Entry[], tokensOf: (entry: Entry) => readonly string[]): Ranker {
  const rows = answers.map((entry) => ({ id: entry.id, counts: countsOf(tokensOf(entry)) }))
  const lengths = rows.map(({ counts }) => [...counts.values()].reduce((sum, count) => sum + count, 0))
  const usual = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, rows.length)
  const frequency = new Map<string, number>()
  for (const { counts } of rows) for (const token of counts.keys()) frequency.set(token, (frequency.get(token) ?? 0) + 1)
  return (need) => {
    const asked = countsOf(tokensOf(need))
    const scored = rows.map(({ id, counts }, at) => {
      let score = 0
      for (const [token, times] of asked) {
        const count = counts.get(token)
        if (count === undefined) continue
        const found = frequency.get(token)!
        const idf = Math.log(1 + (rows.length - found + 0.5) / (found + 0.5))
        score += times * idf * ((count * 2.2) / (count + 1.2 * (0.25 + 0.75 * (lengths[at]! / usual))))
      }
      return { id, score }
    })
    return scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score || compare(a.id, b.id)).map(({ id }) => id)
  }
}

function countsOf(tokens: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1)
  return counts
}

/** MiniSearch as its users of Chinese set it up: a segmenter as tokenizer, titles boosted. */
function miniSearch(answers: readonly Entry[]): Ranker {
  const search = new MiniSearch<{ key: number; title: string; description: string }>({
    idField: 'key',
    fields: ['title', 'description'],
    tokenize: (text) => plainSegments(plain(text)),
    processTerm: (term) => term,
    searchOptions: { boost: { title: 2 } },
  })
  search.addAll(answers.map(({ title, description }, key) => ({ key, title, description: description ?? '' })))
  return ({ title, description }) => search.search(`${title}\n${description ?? ''}`).map(({ id }) => answers[id as number]!.id)
}
