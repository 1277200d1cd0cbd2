import { adjustmentsFrom, type Adjustment, type Lesson } from './adjustments.ts'
import type { AnswerIndex } from './build-index.ts'
import { conceptOf } from './feature-key.ts'
import { readEntry } from './features.ts'
import { profileOf } from './second-look.ts'

/** Turns reason-coded answers into adjustments. Each can be dropped again by itself: nothing else depends on it. */
export function learn(index: AnswerIndex, lessons: readonly Lesson[]): Adjustment[] {
  return lessons.flatMap((lesson) => {
    const need = profileOf(readEntry(lesson.need, index.reader), index)
    const answer = profileOf(readEntry(lesson.answer, index.reader), index)
    // The rarest first: they say most about what the two are about.
    const named = (from: typeof need, keep: (concept: number) => boolean) =>
      from.units
        .filter(({ key }) => typeof key === 'number')
        .sort((a, b) => Number(b.inTitle) - Number(a.inTitle) || b.weight - a.weight || Number(b.key) - Number(a.key))
        .map(({ key }) => conceptOf(Number(key)))
        .filter(keep)
        .map((concept) => index.reader.concepts[concept]!.id)
    return adjustmentsFrom(lesson, {
      needOnly: named(need, (concept) => !answer.concepts.has(concept)),
      answerOnly: named(answer, (concept) => !need.concepts.has(concept)),
      shared: named(need, (concept) => answer.concepts.has(concept)),
    })
  })
}
