import type { AnswerIndex } from './build-index.ts'
import { weightOf } from './build-index.ts'
import type { ReadEntry } from './features.ts'
import { conceptKey, conceptOf, type FeatureKey } from './feature-key.ts'
import { translationsOf } from './english-words.ts'
import { nearness, quantitiesOf, type Quantity } from './quantities.ts'
import { isHan } from './symbols.ts'

/** How an answer meets one unit of a need. */
export type Meeting = 'same_concept' | 'narrower' | 'broader' | 'beside' | 'same_word' | 'translated' | 'parts' | 'none'
/** A unit: a concept or a word that the text says, with what it tells. `to` and `from` count symbols. */
export type Unit = { key: FeatureKey; weight: number; inTitle: boolean; inBody: boolean; said: Set<string> }
export type Met = { unit: Unit; how: Meeting; share: number; by?: number; word?: string }

export type Profile = {
  units: readonly Unit[]
  words: ReadonlySet<string>
  /** What is said, and by which terms. */
  concepts: ReadonlyMap<number, ReadonlySet<string>>
  /** Above what is said. */
  above: ReadonlySet<number>
  pairs: ReadonlySet<string>
  goals: ReadonlySet<number>
  quantities: readonly Quantity[]
}

const shares: Record<Meeting, number> = { same_concept: 1, narrower: 0.9, same_word: 1, translated: 0.8, broader: 0.5, beside: 0.4, parts: 0.5, none: 0 }

export function profileOf(read: ReadEntry, index: AnswerIndex): Profile {
  const { reader } = index
  const units = new Map<FeatureKey, Unit>()
  const concepts = new Map<number, Set<string>>()
  const words = new Set<string>()
  const pairs = new Set<string>()
  for (const [text, inTitle] of [[read.title, true], [read.body, false]] as const) {
    let covered = ''
    for (const { concepts: said, inside, from, to } of text.readings) {
      const term = text.symbols.slice(from, to).map(({ key }) => key).join('')
      for (const concept of said) {
        if (!concepts.has(concept)) concepts.set(concept, new Set())
        concepts.get(concept)!.add(term)
        if (!inside) note(conceptKey(concept), inTitle, term)
      }
      if (!inside) covered += `\n${text.plain.slice(text.symbols[from]!.start, text.symbols[to - 1]!.end)}\n${text.symbols.slice(from, to).map(({ key }) => key).join('\n')}`
    }
    for (const { word, part } of text.words) {
      words.add(word)
      // Words that lie inside a term are told by its concept already.
      if (!part && !covered.includes(word)) note(word, inTitle)
    }
    for (let at = 1; at < text.symbols.length; at++) pairs.add(text.symbols[at - 1]!.key + text.symbols[at]!.key)
  }
  const above = new Set<number>()
  for (const concept of concepts.keys()) for (const one of reader.concepts[concept]!.above) above.add(one.concept)
  const goals = new Set([...concepts.keys(), ...above].filter((concept) => reader.concepts[concept]!.facet === 'goal'))
  return { units: [...units.values()], words, concepts, above, pairs, goals, quantities: [...quantitiesOf(read.title.plain), ...quantitiesOf(read.body.plain)] }

  function note(key: FeatureKey, inTitle: boolean, term = '') {
    const unit = units.get(key) ?? { key, weight: toldBy(key, index), inTitle: false, inBody: false, said: new Set<string>() }
    unit.said.add(term)
    if (inTitle) unit.inTitle = true
    else unit.inBody = true
    units.set(key, unit)
  }
}

function toldBy(key: FeatureKey, index: AnswerIndex): number {
  const feature = index.features.get(key)
  return feature === undefined ? weightOf(key, 0, index.entries.length, index.reader, index.settings) : index.weights[feature]!
}

/** How an answer meets each unit of a need. */
export function meet(need: Profile, answer: Profile, { reader, settings }: AnswerIndex): Met[] {
  return need.units.map((unit) => {
    const met = typeof unit.key === 'number' ? meetConcept(conceptOf(unit.key), unit.said, answer, reader.concepts, settings.otherTerm) : meetWord(unit.key, answer)
    return { unit, ...met }
  })
}

function meetConcept(concept: number, terms: ReadonlySet<string>, answer: Profile, concepts: AnswerIndex['reader']['concepts'], otherTerm: number): Omit<Met, 'unit'> {
  const is = (how: Meeting, by: number) => ({ how, share: shares[how], by })
  const others = answer.concepts.get(concept)
  if (others) return { ...is('same_concept', concept), share: sharedTerm(terms, others) ?? otherTerm }
  if (answer.above.has(concept)) {
    const by = [...answer.concepts.keys()].find((said) => concepts[said]!.above.some((one) => one.concept === concept))
    return { ...is('narrower', by ?? concept), share: otherTerm * shares.narrower }
  }
  const { above, beside } = concepts[concept]!
  for (const other of beside) if (answer.concepts.has(other) || answer.above.has(other)) return is('beside', other)
  for (const { concept: other, steps } of above) {
    if (answer.concepts.has(other)) return { ...is('broader', other), share: shares.broader / steps }
  }
  for (const { concept: other, steps } of above) if (answer.above.has(other)) return { how: 'broader', share: 0.25 / steps, by: other }
  return { how: 'none', share: 0 }
}

/** The very same term is worth more than another of its concept; one in the other language nearly as much. */
function sharedTerm(terms: ReadonlySet<string>, others: ReadonlySet<string>): number | undefined {
  for (const term of terms) if (others.has(term)) return 1
  const latin = (term: string) => !isHan(term[0] ?? '')
  return [...terms].every(latin) === [...others].every(latin) ? undefined : 0.9
}

function meetWord(word: string, answer: Profile): Omit<Met, 'unit'> {
  if (answer.words.has(word)) return { how: 'same_word', share: 1 }
  for (const other of translationsOf(word)) if (answer.words.has(other) || (other.length > 1 && answer.pairs.has(other))) return { how: 'translated', share: shares.translated, word: other }
  if (!isHan(word[0]!) || word.length < 3) return answer.pairs.has(word) ? { how: 'same_word', share: 1 } : { how: 'none', share: 0 }
  let found = 0
  for (let at = 1; at < word.length; at++) if (answer.pairs.has(word.slice(at - 1, at + 1))) found++
  const share = found / (word.length - 1)
  return share === 0 ? { how: 'none', share: 0 } : { how: 'parts', share: share * shares.parts }
}

/** The share of what a need says that is met: of all, and of its title alone. */
export function coverage(met: readonly Met[]): { all: number; title: number } {
  let said = 0
  let heard = 0
  let titleSaid = 0
  let titleHeard = 0
  for (const { unit, share } of met) {
    const weight = unit.weight * (unit.inTitle ? 2 : 1)
    said += weight
    heard += weight * share
    if (!unit.inTitle) continue
    titleSaid += unit.weight
    titleHeard += unit.weight * share
  }
  return { all: said === 0 ? 0 : heard / said, title: titleSaid === 0 ? 0 : titleHeard / titleSaid }
}

export type NumberMeeting = { need: Quantity; answer: Quantity; nearness: number }

/** Each number of the need against the nearest number of its kind. */
export function meetNumbers(need: Profile, answer: Profile): NumberMeeting[] {
  return need.quantities.flatMap((asked) => {
    let nearest: NumberMeeting | undefined
    for (const offered of answer.quantities) {
      if (offered.kind !== asked.kind) continue
      const near = nearness(asked, offered)
      if (!nearest || near > nearest.nearness) nearest = { need: asked, answer: offered, nearness: near }
    }
    return nearest ? [nearest] : []
  })
}

/** Both say what for, and it is not the same. */
export function hasOtherGoal(need: Profile, answer: Profile): boolean {
  if (need.goals.size === 0 || answer.goals.size === 0) return false
  for (const goal of need.goals) if (answer.goals.has(goal)) return false
  return true
}
