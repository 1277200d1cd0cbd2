import type { Finding, RuleId } from '../../../needs/law/rules.ts'

export type Day = string

/** What an alliance may set, as numbers. */
export type Limits = {
  /** A visit and a look-up of records are good for so many months. */
  visitMonths: number
  checkMonths: number
  /** Students at a time for one supervisor. */
  supervisorMost: number
  /** Orientation longer than this looks like something else (rule 1.16). */
  orientationDays: number
  /** Yuan an hour; null where the alliance has not set the local figure. */
  hourlyMinimum: number | null
}
export const usualLimits: Limits = { visitMonths: 12, checkMonths: 6, supervisorMost: 30, orientationDays: 30, hourlyMinimum: null }

/** Everything the law looks at in one placement, on one day. */
export type Facts = {
  today: Day
  limits: Limits
  kind: 'placement' | 'orientation'
  scheme: 'ordinary' | 'apprenticeship' | 'employee'
  /** Rule 1.2: full-time vocational students, or by reference only. */
  profile: 'full' | 'reference'
  startsOn: Day
  endsOn: Day
  /** Days of earlier placements of this student that count towards the six months. */
  earlierDays: number
  selfChosen: boolean
  chosenApproved: boolean
  charge: number
  student: { birthDate: Day; sex: string | null; entryYear: number; majorCode: string; /** Occupations the major is known to lead to. */ occupations: readonly string[] }
  schoolDivision: string | null
  unit: {
    uscc: string | null
    industryCode: string | null
    staffCount: number | null
    dishonestSince: Day | null
    safetyViolationOn: Day | null
    visitedOn: Day | null
    conclusion: string | null
    checkedOn: Day | null
    /** On the school's list, by which minutes. */
    minutes: string | null
    cooperation: { from: Day; until: Day } | null
  }
  post: {
    title: string
    tasks: string
    occupationCode: string | null
    majorCodes: readonly string[]
    payMin: number | null
    payPeriod: string | null
    samePostWage: number | null
    lowestTierWage: number | null
    payDirect: boolean
    hoursPerDay: number | null
    hoursPerWeek: number | null
    shift: string | null
    nightWork: boolean
    restDayWork: boolean
    hazards: readonly string[]
    labourIntensity: number | null
    minorForbidden: boolean
    femaleForbidden: boolean
    entertainmentVenue: boolean
    agency: boolean
    divisionCode: string | null
    abroad: boolean
    postStaff: number | null
    specialNeedFiling: string | null
    specialNeedFiledOn: Day | null
  }
  /** Interns at the unit, and in the same kind of post, at the fullest moment of this placement, over all schools, this one included. */
  heads: { unit: number; post: number }
  consent: { student: Day | null; guardian: Day | null }
  /** The three-party agreement in force. */
  agreement: { school: Day | null; unit: Day | null; student: Day | null; from: Day | null; until: Day | null } | null
  /** The day the apprentice contract was signed by all. */
  apprenticeOn: Day | null
  /** Rule 1.30: an approved exception with its papers. */
  exception: { number: string; datedOn: Day } | null
  /** Days insured for liability, and by whom paid. */
  covers: readonly { from: Day; until: Day; payer: 'school' | 'unit' | 'student' }[]
  passedOn: Day | null
  hasSupervisor: boolean
  hasMentor: boolean
  supervisorLoad: number
  lodging: string | null
  lodgingConsentOn: Day | null
  healthCheckOn: Day | null
  filing: { kind: 'ordinary' | 'cross_province' | 'abroad'; number: string | null; consent: string | null; filedOn: Day | null; escort: boolean } | null
}

/** The edges of the lifecycle on which guards sit, in order; `make` is the saving of the draft itself. */
export const edges = ['make', 'vet', 'consent', 'sign', 'insure', 'train', 'activate'] as const
export type Edge = (typeof edges)[number]
export type Who = 'school' | 'unit' | 'student' | 'guardian' | 'authority'

export type Guard = {
  rule: RuleId
  edge: Edge
  /** Who puts it right. */
  who: Who
  /** A post internship only, or orientation only; both when left out. */
  only?: 'placement' | 'orientation'
  find: (facts: Facts) => Finding | null
}

/** Edges up to and with this one: what once held must still hold later. */
export const edgesUpTo = (edge: Edge): readonly Edge[] => edges.slice(0, edges.indexOf(edge) + 1)
