import type { Entry } from './entry.ts'
import { classOfMajor, fieldOfMajor } from './major-fields.ts'

/** A major; with the occupations that official tables say it leads to, where they are known. */
export type Major = Entry & { occupations?: readonly string[] }

/** Majors as answers to posts: the id is the code, which says in which company of words the short name belongs. Words and occupations are hints: faint, and no reason. */
export function majorsAsAnswers(majors: readonly Major[]): Entry[] {
  return majors.map(({ occupations = [], ...major }) => {
    const field = classOfMajor(major.id)
    const hints = [fieldOfMajor(major.id), ...occupations].filter((words) => words !== '').join(' ')
    return { ...major, ...(major.hints === undefined && hints === '' ? {} : { hints: major.hints ?? hints }), codes: major.codes?.length || field === '' ? (major.codes ?? []) : [field] }
  })
}
