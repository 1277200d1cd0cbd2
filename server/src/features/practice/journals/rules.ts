import type { RefusalCode } from '../../../contract/refusals.ts'

/** Working days for the firm to say whether a week was so. */
export const confirmWithin = 10
/** Days after its Sunday until which a week is written. */
export const writeWithinDays = 3
/** Weeks without a word until the school is told. */
export const silentWeeks = 2
export const photoLimit = 6

export type Fault = { path: string[]; code: string }
const lengthOf = (text: string) => [...text.trim()].length

type Stay = { startsOn: string; endsOn: string; today: string }

/** Days of one week, inside the stay, and not before they have come. */
export function faultsOfDays(days: readonly string[], weekOn: string, { startsOn, endsOn, today }: Stay): Fault[] {
  const sunday = new Date(Date.parse(`${weekOn}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10)
  if (days.some((day) => day < weekOn || day > sunday)) return [{ path: ['days'], code: 'other_week' }]
  if (days.some((day) => day < startsOn || day > endsOn)) return [{ path: ['days'], code: 'outside' }]
  return days.some((day) => day > today) ? [{ path: ['days'], code: 'future' }] : []
}

/** What a week must hold before it is sent. */
export function faultsOfWeek({ days, work }: { days: readonly string[]; work: string }): Fault[] {
  return [...(days.length === 0 ? [{ path: ['days'], code: 'missing' }] : []), ...(lengthOf(work) < 10 ? [{ path: ['work'], code: 'too_short' }] : [])]
}

/** A week is changed until it was sent, and again when it came back; what the firm accepted stays. */
export const whyNotWrite = (state: string): RefusalCode | null => (state === 'draft' || state === 'returned' || state === 'none' ? null : 'wrong_state')
