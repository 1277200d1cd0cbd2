import type { RefusalCode } from '../../../contract/refusals.ts'

/** Working days. */
export const answerWithin = 10
export const consentWithin = 10
export const reviewWithin = 10
export const appointWithin = 15
export const publicityDays = 5
export const objectionWithin = 3

/** Publicity lasts five working days at least, this one not among them. */
export const whyNotPublish = (workingDays: number): RefusalCode | null => (workingDays < publicityDays ? 'publicity_too_short' : null)

/** Of two places in a life the one that is free. */
export const freeSlot = (taken: readonly number[]): 1 | 2 | null => (!taken.includes(1) ? 1 : !taken.includes(2) ? 2 : null)

type Warning = 'share' | 'age' | 'third_school'
/** Which of these still need a reason. */
export const reasonsOwed = (warnings: readonly Warning[], reasons: Readonly<Partial<Record<Warning, string>>>): Warning[] => warnings.filter((one) => (reasons[one] ?? '').trim().length < 5)
