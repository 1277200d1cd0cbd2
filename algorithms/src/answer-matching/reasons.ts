import type { Addition, LessonCode } from './adjustments.ts'
import type { AnswerIndex } from './build-index.ts'
import { readConcepts } from './concepts.ts'
import type { Entry } from './entry.ts'
import { conceptOf } from './feature-key.ts'
import { plainWithPositions } from './plain-text.ts'
import { quantitiesOf, type QuantityKind } from './quantities.ts'
import { hasOtherGoal, meetNumbers, type Met, type Profile } from './second-look.ts'
import { symbolsOf } from './symbols.ts'

/** A place in what was written: UTF-16 offsets, end exclusive. */
export type Mark = { field: 'title' | 'description'; start: number; end: number }

/** Facts; `words/` says them. `weight` is the share of what the need says, 0 to 1. */
export type Reason =
  | { code: 'same_word'; word: string; weight: number; need: Mark[]; answer: Mark[] }
  | { code: 'same_concept' | 'narrower' | 'broader' | 'beside'; concept: string; answerConcept: string; needTerm: string; answerTerm: string; weight: number; need: Mark[]; answer: Mark[] }
  | { code: 'translated'; word: string; other: string; weight: number; need: Mark[]; answer: Mark[] }
  | { code: 'shared_code'; value: string }
  | { code: 'number'; kind: QuantityKind; asked: { low: number; high: number; written: string }; offered: { low: number; high: number; written: string }; nearness: number; need: Mark[]; answer: Mark[] }
  | { code: 'other_goal'; asked: string[]; offered: string[] }
  | { code: 'learnt'; adjustment: string; lesson: { id: string; code: LessonCode }; add: number }
  | { code: 'meaning'; cosine: number }

type Asked = { need: Entry; answer: Entry; met: readonly Met[]; needProfile: Profile; answerProfile: Profile; learnt: readonly Addition[]; cosine: number | undefined; index: AnswerIndex }

/** Only for the few that are shown: the texts are read once more, to find the places. */
export function reasonsFor({ need, answer, met, needProfile, answerProfile, learnt, cosine, index }: Asked): Reason[] {
  const { concepts } = index.reader
  const left = placesOf(need, index)
  const right = placesOf(answer, index)
  const said = met.reduce((sum, { unit }) => sum + unit.weight * (unit.inTitle ? 2 : 1), 0) || 1
  const reasons: Reason[] = []
  for (const { unit, how, share, by, word } of met) {
    if (share < 0.2 || how === 'none') continue
    const weight = round((unit.weight * (unit.inTitle ? 2 : 1) * share) / said)
    const { key } = unit
    const name = String(key)
    if (how === 'translated' && word !== undefined) {
      reasons.push({ code: 'translated', word: name, other: word, weight, need: left.word(name), answer: right.word(word) })
    } else if (typeof key === 'string') {
      reasons.push({ code: 'same_word', word: name, weight, need: left.word(name), answer: how === 'parts' ? right.parts(name) : right.word(name) })
    } else if (by !== undefined && how !== 'same_word' && how !== 'parts' && how !== 'translated') {
      const own = left.concept(conceptOf(key))
      const other = right.concept(by)
      reasons.push({ code: how, concept: concepts[conceptOf(key)]!.id, answerConcept: concepts[by]!.id, needTerm: own.term, answerTerm: other.term, weight, need: own.marks, answer: other.marks })
    }
  }
  reasons.sort((a, b) => ('weight' in b ? b.weight : 0) - ('weight' in a ? a.weight : 0))
  for (const value of need.codes ?? []) if (answer.codes?.includes(value)) reasons.push({ code: 'shared_code', value })
  for (const { need: asked, answer: offered, nearness } of meetNumbers(needProfile, answerProfile)) {
    const shown = ({ low, high, written }: typeof asked) => ({ low, high, written })
    reasons.push({ code: 'number', kind: asked.kind, asked: shown(asked), offered: shown(offered), nearness: round(nearness), need: left.number(asked.written), answer: right.number(offered.written) })
  }
  const names = (goals: ReadonlySet<number>) => [...goals].map((goal) => concepts[goal]!.id)
  if (hasOtherGoal(needProfile, answerProfile)) reasons.push({ code: 'other_goal', asked: names(needProfile.goals), offered: names(answerProfile.goals) })
  for (const { adjustment, add } of learnt) reasons.push({ code: 'learnt', adjustment: adjustment.id, lesson: adjustment.lesson, add: round(add) })
  if (cosine !== undefined) reasons.push({ code: 'meaning', cosine: round(cosine) })
  return reasons
}

const round = (value: number) => Math.round(value * 10_000) / 10_000

/** Where words, concepts and numbers stand in an entry. */
function placesOf(entry: Entry, { reader }: AnswerIndex) {
  const fields = ([['title', entry.title], ['description', entry.description ?? '']] as const).map(([field, written]) => {
    const { text, at } = plainWithPositions(written)
    const symbols = symbolsOf(text)
    const mark = (start: number, end: number): Mark => ({ field, start: at(start), end: at(end) })
    return { text, symbols, written, mark, readings: readConcepts(reader, symbols) }
  })
  const word = (name: string): Mark[] =>
    fields.flatMap(({ text, symbols, mark }) =>
      /^[\u3400-\u9fff]/.test(name) ? occurrences(text, name).map((start) => mark(start, start + name.length)) : symbols.filter(({ key }) => key === name).map(({ start, end }) => mark(start, end)),
    )
  return {
    word,
    parts: (name: string): Mark[] => {
      const marks: Mark[] = []
      for (let at = 1; at < name.length; at++) marks.push(...word(name.slice(at - 1, at + 1)))
      return marks
    },
    concept: (concept: number): { term: string; marks: Mark[] } => {
      let term = ''
      const marks = fields.flatMap(({ readings, symbols, written, mark }) =>
        readings
          .filter((reading) => reading.concepts.includes(concept) || reading.concepts.some((one) => reader.concepts[one]!.above.some((above) => above.concept === concept)))
          .map(({ from, to }) => {
            const place = mark(symbols[from]!.start, symbols[to - 1]!.end)
            term ||= written.slice(place.start, place.end)
            return place
          }),
      )
      // A term inside a longer one is marked with it.
      const outer = marks.filter((one) => !marks.some((other) => other !== one && other.field === one.field && other.start <= one.start && other.end >= one.end))
      return { term: term || reader.concepts[concept]!.id, marks: outer }
    },
    number: (written: string): Mark[] => fields.flatMap(({ text, mark }) => quantitiesOf(text).filter((one) => one.written === written).map(({ start, end }) => mark(start, end))),
  }
}

function occurrences(text: string, part: string): number[] {
  const found: number[] = []
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length)) found.push(at)
  return found
}
