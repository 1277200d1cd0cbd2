import type { Entry } from './entry.ts'
import { fieldOfMajor } from './major-fields.ts'

/** Majors as answers to posts: the id is the code, and the code says in which company of words the short name belongs. */
export const majorsAsAnswers = (majors: readonly Entry[]): Entry[] => majors.map((major) => ({ ...major, hints: major.hints ?? fieldOfMajor(major.id) }))
