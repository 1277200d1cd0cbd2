import { ageOn } from '@silian/algorithms/identifiers'
import { categoryOfMajor, finding, leadsTo, type Finding } from '../rules.ts'
import { worksAtNight } from '../posts/rules.ts'

export type StudentInLaw = {
  birthDate: string
  sex: string | null
  entryYear: number
  majorCode: string
  schoolDivisionCode: string | null
}

export type PostInWish = {
  occupationCode: string | null
  majorCodes: readonly string[]
  hazards: readonly string[]
  labourIntensity: number | null
  minorForbidden: boolean
  femaleForbidden: boolean
  nightWork: boolean
  shift: string | null
  divisionCode: string | null
}

/** A school year begins on 1 September. */
const schoolYearOf = (day: string) => Number(day.slice(0, 4)) - (day.slice(5) < '09-01' ? 1 : 0)
export const gradeOn = (entryYear: number, day: string) => schoolYearOf(day) - entryYear + 1

/**
 * What the law says about this student at this post, from the first day to the last. Pure, and cheap enough for every pair of a round.
 * `occupations`: what the student's major is known to lead to; what nobody knows is never held against a student.
 */
export function checkWish(
  student: StudentInLaw,
  post: PostInWish,
  when: { startsOn: string; endsOn: string | null },
  occupations?: readonly string[],
): Finding[] {
  const age = ageOn(student.birthDate, when.startsOn)
  const findings: Finding[] = []
  if (gradeOn(student.entryYear, when.startsOn) <= 1) findings.push(finding('1.4', 'student', { params: { entryYear: student.entryYear, startsOn: when.startsOn } }))
  if (age < 16) findings.push(finding('1.5', 'student', { params: { age, startsOn: when.startsOn } }))
  // Nobody grows younger: who is 18 on the first day is so on every day.
  if (age < 18) findings.push(...forMinors(post, age))
  if (student.sex === 'female' && post.femaleForbidden) findings.push(finding('1.23', 'post'))
  if (fitsMajor(student.majorCode, post, occupations) === false) {
    const across = post.majorCodes.length > 0 && !post.majorCodes.some((code) => categoryOfMajor(code) === categoryOfMajor(student.majorCode))
    findings.push(finding('1.9', 'post', { variant: across ? 'wish_across' : 'wish', params: { major: student.majorCode } }))
  }
  if (student.schoolDivisionCode && post.divisionCode && student.schoolDivisionCode.slice(0, 2) !== post.divisionCode.slice(0, 2)) {
    findings.push(finding('1.42', 'post', { severity: 'record', params: { from: student.schoolDivisionCode.slice(0, 2), to: post.divisionCode.slice(0, 2) } }))
  }
  return findings
}

/** 1.22: what minors may not do: listed posts, hazards, night work, labour of grade III and above. */
function forMinors(post: PostInWish, age: number): Finding[] {
  if (post.minorForbidden) return [finding('1.22', 'post', { params: { age } })]
  if (post.hazards.length > 0) return [finding('1.22', 'post', { variant: 'hazard', params: { age } })]
  if (worksAtNight(post)) return [finding('1.22', 'post', { variant: 'night', params: { age } })]
  if (post.labourIntensity !== null && post.labourIntensity >= 3) return [finding('1.22', 'post', { variant: 'labour', params: { age } })]
  return []
}

/** Whether the post suits the major: asked for by name or nearly so, or known to lead there. Null when the firm asked for none. */
export function fitsMajor(majorCode: string, post: Pick<PostInWish, 'majorCodes' | 'occupationCode'>, occupations?: readonly string[]): boolean | null {
  const wanted = post.majorCodes.map((code) => code.slice(0, 6))
  if (wanted.includes(majorCode.slice(0, 6))) return true
  if (leadsTo(occupations, post.occupationCode)) return true
  // The class within the category is the same at every level: 6603, 4603 and 2603 are all 自动化类.
  if (wanted.some((code) => classOf(code) === classOf(majorCode))) return true
  return wanted.length > 0 ? false : null
}
const classOf = (majorCode: string) => `${categoryOfMajor(majorCode)}-${majorCode.slice(2, 4)}`
