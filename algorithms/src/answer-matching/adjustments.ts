import type { AnswerIndex } from './build-index.ts'
import type { Entry } from './entry.ts'
import type { Profile } from './second-look.ts'

/** Why somebody said no, or how it ended well. The same words as in the rooms of needs. */
export type LessonCode = 'wrong_field' | 'not_mature' | 'too_costly' | 'too_late' | 'no_capacity' | 'terms' | 'already_solved' | 'unclear' | 'solved'

/** One reason-coded answer, with the texts it was about. */
export type Lesson = { id: string; code: LessonCode; need: Entry; answer: Entry }

/** What a lesson changes: a number added to the score of whatever it is about. Data, to be shown, kept and taken away. */
export type Adjustment = {
  id: string
  lesson: { id: string; code: LessonCode }
  /** All that are given must hold. Concepts by their names in the lexicon. */
  when: { needId?: string; answerId?: string; needConcept?: string; answerConcept?: string }
  add: number
}

/** No lesson about other texts may outweigh what the texts say. */
const mostFromOthers = 0.08

/**
 * What a lesson teaches. *This pair*: a no sinks it. *This answer*: what is not ripe, too dear or has no hands free is so for everybody, a little.
 * *These concepts*: a wrong field says that the two concepts that stand alone on either side do not go together.
 */
export function adjustmentsFrom({ id, code, need, answer }: Lesson, said: { needOnly: readonly string[]; answerOnly: readonly string[]; shared: readonly string[] }): Adjustment[] {
  const make = (part: string, when: Adjustment['when'], add: number): Adjustment => ({ id: `${id}:${part}`, lesson: { id, code }, when, add })
  const pair = { needId: need.id, answerId: answer.id }
  if (code === 'solved') return [make('pair', pair, 0.1), ...said.shared.slice(0, 2).map((concept) => make(`both:${concept}`, { needConcept: concept, answerConcept: concept }, 0.01))]
  if (code === 'unclear') return []
  const made = [make('pair', pair, -1)]
  if (code === 'not_mature' || code === 'no_capacity' || code === 'too_costly') made.push(make('answer', { answerId: answer.id }, -0.02))
  if (code === 'already_solved') made.push(make('need', { needId: need.id }, 0))
  const [asked] = said.needOnly
  const [offered] = said.answerOnly
  if (code === 'wrong_field' && asked && offered) made.push(make('concepts', { needConcept: asked, answerConcept: offered }, -0.03))
  return made.filter(({ add }) => add !== 0)
}

export type Addition = { adjustment: Adjustment; add: number }

/** The adjustments that hold for a pair. Those from other pairs together are kept within a limit, the rest shared out evenly. */
export function additionsFor(adjustments: readonly Adjustment[], need: Entry, answer: Entry, needSays: Profile, answerSays: Profile, { reader }: AnswerIndex): Addition[] {
  const holding = adjustments.filter(({ when }) => {
    if (when.needId !== undefined && when.needId !== need.id) return false
    if (when.answerId !== undefined && when.answerId !== answer.id) return false
    if (when.needConcept !== undefined && !says(needSays, when.needConcept)) return false
    return when.answerConcept === undefined || says(answerSays, when.answerConcept)
  })
  if (holding.length === 0) return []
  const own = ({ when }: Adjustment) => when.needId !== undefined && when.answerId !== undefined
  const others = holding.filter((one) => !own(one)).reduce((sum, { add }) => sum + add, 0)
  const scale = Math.abs(others) > mostFromOthers ? mostFromOthers / Math.abs(others) : 1
  return [...holding].sort((a, b) => (a.id < b.id ? -1 : 1)).map((adjustment) => ({ adjustment, add: own(adjustment) ? adjustment.add : adjustment.add * scale }))

  function says({ concepts }: Profile, name: string): boolean {
    for (const concept of concepts.keys()) if (reader.concepts[concept]!.id === name) return true
    return false
  }
}
