import { ageOn } from '@silian/algorithms/identifiers'
import type { RefusalCode } from '../../contract/refusals.ts'

export const kinds = ['order', 'apprenticeship', 'engineer'] as const
export type Kind = (typeof kinds)[number]

/** What a rule of the catalogue forbids, by its id. */
export type Forbidden = { rule: string; code: string }

type Requested = { kind: Kind; trainees: 'students' | 'employees'; isBranch: boolean; ministryNumber: string | null }
/** Rule 2.16: employees under contract are no students on placement, the two are not mixed. Rule 2.17: one firm the ministry approved, no branch. */
export function forbiddenRequest({ kind, trainees, isBranch, ministryNumber }: Requested): Forbidden[] {
  const no: Forbidden[] = []
  if (trainees === 'employees') no.push({ rule: '2.16', code: 'employees' })
  if (kind === 'engineer' && isBranch) no.push({ rule: '2.17', code: 'branch' })
  if (kind === 'engineer' && !ministryNumber?.trim()) no.push({ rule: '2.17', code: 'not_approved' })
  return no
}

type Applicant = { birthDate: string; employed: boolean }
/** Rule 2.15: an apprentice is sixteen on the first day; rule 2.16: and nobody’s employee. */
export function forbiddenApplicant({ birthDate, employed }: Applicant, { kind, startsOn }: { kind: Kind; startsOn: string }): Forbidden[] {
  const no: Forbidden[] = []
  if (kind === 'apprenticeship' && ageOn(birthDate, startsOn) < 16) no.push({ rule: '2.15', code: 'under_16' })
  if (employed) no.push({ rule: '2.16', code: 'employed' })
  return no
}

/** Who signs before they are in: an apprentice always, with the guardian when under age; elsewhere the guardian’s consent of a minor. */
export function paperOf(kind: Kind, birthDate: string, today: string): 'apprenticeship' | 'consent' | null {
  if (kind === 'apprenticeship') return 'apprenticeship'
  return isMinor(birthDate, today) ? 'consent' : null
}
export const isMinor = (birthDate: string, today: string) => ageOn(birthDate, today) < 18

type Plan = { courses: number; schoolGuides: number; firmGuides: number }
/** A plan that the committee can approve: courses, and a guide on both sides (rule 2.15 for apprentices; here for all). */
export const missingInPlan = ({ courses, schoolGuides, firmGuides }: Plan): string[] => [
  ...(courses === 0 ? ['courses'] : []),
  ...(schoolGuides === 0 ? ['school_guide'] : []),
  ...(firmGuides === 0 ? ['firm_guide'] : []),
]

/** The clauses without which the agreement is not drafted. */
export const clauses = ['quitting', 'replacement', 'breach', 'costs'] as const
export const missingClauses = (terms: Record<(typeof clauses)[number], string>) => clauses.filter((one) => terms[one].trim().length < 5)

type Roll = { enrolled: number; unconfirmed: number; minSeats: number }
export function whyNotStart({ enrolled, unconfirmed, minSeats }: Roll): RefusalCode | null {
  if (unconfirmed > 0) return 'places_open'
  return enrolled < minSeats ? 'class_below_minimum' : null
}

export function monthsLater(day: string, months: number): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

export const retentionMonths = [6, 12] as const

/** Half each; what a class agrees otherwise stands in its plan. Thousandths. */
export const finalMark = (school: number, firm: number) => Math.round((school + firm) / 2)
export const isPassed = (school: number, firm: number) => finalMark(school, firm) >= 60_000

export const figures = ['fill', 'dropOut', 'acceptance', 'retention6', 'retention12'] as const
export type Figure = (typeof figures)[number]
type Counted = { state: string; enrolledOn: string | null; startedOn: string | null; assessedOn: string | null; leftOn: string | null; retention: readonly { months: number; stays: boolean | null; dueOn: string }[] }
type Share = { part: number; whole: number }

const accepted = (member: Counted) => member.state === 'accepted'
/** In the class on its first day. */
const began = ({ enrolledOn, startedOn, leftOn }: Counted) => enrolledOn !== null && startedOn !== null && enrolledOn <= startedOn && (leftOn === null || leftOn >= startedOn)

/** Which rows stand behind a figure: in its base, and in its count. */
export function standing(figure: Figure, member: Counted, today: string): { base: boolean; counts: boolean } {
  switch (figure) {
    // Base: the seats.
    case 'fill':
      return { base: true, counts: member.startedOn === null ? member.enrolledOn !== null && member.leftOn === null : began(member) }
    case 'dropOut':
      return { base: member.enrolledOn !== null, counts: member.state === 'left' }
    // Only of classes whose finals are over: before, nobody could accept anything.
    case 'acceptance': {
      const base = began(member) && member.assessedOn !== null
      return { base, counts: base && accepted(member) }
    }
    case 'retention6':
    case 'retention12': {
      const months = figure === 'retention6' ? 6 : 12
      const row = member.retention.find((one) => one.months === months)
      // Only what is due: who has not been asked yet neither stays nor left. Due and unanswered counts as not confirmed.
      return { base: row !== undefined && (row.dueOn <= today || row.stays !== null), counts: row?.stays === true }
    }
  }
}

/** The parts and wholes of every figure. The whole of the fill rate is the seats; of the others, rows. */
export function sharesOf(members: readonly Counted[], seats: number, today: string): Record<Figure, Share> {
  const share = (figure: Figure): Share => {
    const rows = members.map((member) => standing(figure, member, today))
    return { part: rows.filter(({ counts }) => counts).length, whole: figure === 'fill' ? seats : rows.filter(({ base }) => base).length }
  }
  return { fill: share('fill'), dropOut: share('dropOut'), acceptance: share('acceptance'), retention6: share('retention6'), retention12: share('retention12') }
}
