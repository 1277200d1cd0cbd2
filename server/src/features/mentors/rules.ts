/** A day without time or zone: 'YYYY-MM-DD'. */
type Day = string

/** Rule 2.14, 教师〔2023〕9号: generally at most so many per cent of all teachers, and of this age. */
export const sharePercent = 30
export const mostAge = 65
/** At most two schools at a time, and five years a term. */
export const mostSchools = 2
export const mostTermYears = 5
/** Days before a year is over that its review is asked for. */
export const reviewBeforeDays = 30

export function ageOn(birth: Day, on: Day): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) >= birth.slice(5) ? years : years - 1
}

/** The same day so many years on; the 29th of February becomes the 28th. */
export function addYears(day: Day, years: number): Day {
  const year = Number(day.slice(0, 4)) + years
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return `${year}-${day.slice(5) === '02-29' && !leap ? '02-28' : day.slice(5)}`
}
const addDays = (day: Day, days: number): Day => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

export const mentorWarnings = ['share', 'age', 'third_school'] as const
export type MentorWarning = (typeof mentorWarnings)[number]
export type MentorFacts = { birthDate: Day | null; on: Day; /** Of the school. */ teachers: number; /** In force at the school, without this one. */ mentors: number; /** Other schools where this one is in force or about to be. */ otherSchools: number }

/** Whether the school's part-time teachers, with one more, are more of all its teachers than is generally so. */
export const isOverMentorShare = (mentors: number, teachers: number) => (mentors + 1) * 100 > sharePercent * (teachers + mentors + 1)

/** What is beyond what is generally so: allowed with a reason, which is kept. */
export function warningsOf({ birthDate, on, teachers, mentors, otherSchools }: MentorFacts): MentorWarning[] {
  return [
    ...(isOverMentorShare(mentors, teachers) ? (['share'] as const) : []),
    ...(birthDate !== null && ageOn(birthDate, on) > mostAge ? (['age'] as const) : []),
    ...(otherSchools >= mostSchools ? (['third_school'] as const) : []),
  ]
}

export type Fault = { path: string[]; code: string }
const lengthOf = (text: string | null | undefined) => [...(text ?? '').trim()].length

/** What a contract has to say: duties, pay, hours, and a term of five years at most. */
export function faultsOfTerms({ duties, pay, hoursPerYear, startsOn, endsOn }: { duties: string; pay: string; hoursPerYear: number | null; startsOn: Day | null; endsOn: Day | null }): Fault[] {
  const end = !endsOn ? 'missing' : !startsOn ? null : endsOn <= startsOn ? 'before_start' : endsOn > addYears(startsOn, mostTermYears) ? 'too_far' : null
  return [
    ...(lengthOf(duties) < 5 ? [{ path: ['duties'], code: lengthOf(duties) === 0 ? 'missing' : 'too_short' }] : []),
    ...(lengthOf(pay) === 0 ? [{ path: ['pay'], code: 'missing' }] : []),
    ...(hoursPerYear === null ? [{ path: ['hoursPerYear'], code: 'missing' }] : []),
    ...(startsOn ? [] : [{ path: ['startsOn'], code: 'missing' }]),
    ...(end ? [{ path: ['endsOn'], code: end }] : []),
  ]
}

/** Which year of the term a day lies in; the first is 1. */
export function yearOfTerm(startsOn: Day, day: Day): number {
  let year = 1
  while (addYears(startsOn, year) <= day) year++
  return year
}

/** How many years a term has, a begun one with them. */
export const yearsOfTerm = (startsOn: Day, endsOn: Day) => yearOfTerm(startsOn, endsOn)

/** The first and last day of a year of the term. */
export const spanOfYear = ({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }, year: number): { from: Day; to: Day } => {
  const to = addDays(addYears(startsOn, year), -1)
  return { from: addYears(startsOn, year - 1), to: to < endsOn ? to : endsOn }
}

/** The first year that is over, or will be within a month, and that nobody has reviewed. */
export function reviewDue(term: { startsOn: Day; endsOn: Day }, reviewed: readonly number[], today: Day): { year: number; dueOn: Day } | null {
  for (let year = 1; year <= yearsOfTerm(term.startsOn, term.endsOn); year++) {
    const { to } = spanOfYear(term, year)
    if (addDays(to, -reviewBeforeDays) > today) return null
    if (!reviewed.includes(year)) return { year, dueOn: to }
  }
  return null
}

/** In force for a year, and nothing that the school has confirmed within it: a certificate on a wall. */
export const isIdle = ({ state, startsOn, lastTaskOn }: { state: string; startsOn: Day | null; lastTaskOn: Day | null }, today: Day) => state === 'active' && startsOn !== null && addYears(lastTaskOn ?? startsOn, 1) <= today
