import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../algorithms/src/answer-matching/entry.ts'
import { starterLexicon } from '../algorithms/src/answer-matching/starter-lexicon.ts'

const folder = join(import.meta.dirname, '../algorithms/evaluation')
const rows = (name: string) =>
  readFileSync(join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Entry)

/** The same on every machine. */
function newRandom(seed: number) {
  let state = seed
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Answers of about 150 characters: sentences of the evaluation set mixed with terms of the lexicon, so that words are as unevenly frequent as in life. */
export function manyAnswers(count: number): Entry[] {
  const real = rows('answers.jsonl')
  const sentences = real.flatMap(({ description }) => (description ?? '').split(/[，。；]/)).filter((part) => part.length > 3)
  const terms = starterLexicon.groups.flatMap(({ terms: all }) => all.filter((term) => /[\u3400-\u9fff]/.test(term)))
  const random = newRandom(7)
  const pick = <T>(from: readonly T[]): T => from[random(from.length)]!
  return Array.from({ length: count }, (_, at) => {
    const parts = Array.from({ length: 8 }, (_part, place) => (place % 3 === 2 ? `${pick(terms)}${pick(terms)}${random(900) + 1}mm` : pick(sentences)))
    return { id: `A${at}`, title: `${pick(terms)}${pick(real).title}`, description: `${parts.join('，')}。` }
  })
}

export function someNeeds(count: number): Entry[] {
  const real = rows('needs.jsonl')
  return Array.from({ length: count }, (_, at) => {
    const need = real[at % real.length]!
    return at < real.length ? need : { ...need, id: `${need.id}-${at}`, description: `${real[(at * 7) % real.length]!.title}。${need.description ?? ''}` }
  })
}
