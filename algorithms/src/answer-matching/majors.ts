import type { Entry } from './entry.ts'
import { classOfMajor, fieldOfMajor } from './major-fields.ts'

/** Majors as answers to posts: the id is the code, and the code says in which company of words the short name belongs. */
export function majorsAsAnswers(majors: readonly Entry[]): Entry[] {
  return majors.map((major) => {
    const field = classOfMajor(major.id)
    return { ...major, hints: major.hints ?? fieldOfMajor(major.id), codes: major.codes?.length || field === '' ? (major.codes ?? []) : [field] }
  })
}
