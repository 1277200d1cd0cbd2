import type { RefusalCode } from '../../../contract/refusals.ts'

/** No. of working days that an application must be public for. */
export const publicityWorkingDays = 5
export const checkWorkingDays = 5
export const publishWorkingDays = 3
export const decideWorkingDays = 3
export const repairWorkingDays = 10

type Profile = { uscc: string | null; contactName: string | null; contactPhone: string | null }

/** What an organisation must have filled in before it applies. */
export const missingForApplication = (organisation: Profile) =>
  (['uscc', 'contactName', 'contactPhone'] as const).filter((field) => organisation[field] === null)

export const whyNotSubmit = (organisation: Profile): RefusalCode | null => (missingForApplication(organisation).length > 0 ? 'profile_incomplete' : null)

/** An end of publicity lies after the last moment of its last day. */
export function whyNotApprove(thing: { publicityEnds: Date | null }, now: Date): RefusalCode | null {
  return thing.publicityEnds === null || now < thing.publicityEnds ? 'publicity_not_over' : null
}

/** Publicity begins today or later and lasts at least five working days, its first day counted when it is one. */
export function whyNotPublish(period: { from: string; today: string; workingDays: number }): RefusalCode | null {
  return period.from < period.today || period.workingDays < publicityWorkingDays ? 'publicity_too_short' : null
}

const needReason: readonly string[] = ['return', 'reject', 'suspend', 'leave']

/** Whoever is refused something reads why. */
export const whyNotWithout = (action: string, reason: string | undefined): RefusalCode | null =>
  needReason.includes(action) && (reason ?? '').length < 2 ? 'reason_needed' : null
