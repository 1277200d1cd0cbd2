import type { Finding } from '../../needs/law/rules.ts'
import type { Limits } from '../guards/facts/rules.ts'
import { lookedUp, visited } from '../guards/vetting/rules.ts'

/** The eight headings of rule 1.10. */
export const headings = ['qualifications', 'credit', 'management', 'work', 'hours', 'workplace', 'living', 'health_safety'] as const
export type Heading = (typeof headings)[number]

type Unit = { visitedOn: string | null; conclusion: string | null; checkedOn: string | null; dishonestSince: string | null; safetyViolationOn: string | null }

/** What keeps a unit off the list: no report (1.10), a report that is old or says no, records not looked up or found (1.11). */
export const whyNotList = (unit: Unit, today: string, limits: Limits): Finding[] => [visited, lookedUp].flatMap((look) => look({ unit, today, startsOn: today, limits }) ?? [])

export const isFuture = (day: string, today: string) => day > today
