import { ageOn } from '@silian/algorithms/identifiers'

/** What a wish for a placement lacks or has too much of, all at once. Law is not judged here: guards/rules.ts. */
type Wish = { postId?: string; organisationId?: string; terms?: unknown; startsOn: string; endsOn: string; selfChosen: boolean; refusedOn?: string | null; refusal?: string | null }
export type Fault = { path: (string | number)[]; code: string }

export function faultsOfWish(wish: Wish): Fault[] {
  const faults: Fault[] = []
  const add = (path: string, code: string) => void faults.push({ path: [path], code })
  if (!wish.postId && !wish.organisationId) add('organisationId', 'missing')
  if (!wish.postId && !wish.terms) add('terms', 'missing')
  if (wish.endsOn < wish.startsOn) add('endsOn', 'out_of_order')
  if (wish.selfChosen && !wish.refusedOn) add('refusedOn', 'missing')
  if (wish.selfChosen && [...(wish.refusal ?? '').trim()].length < 5) add('refusal', 'too_short')
  if (wish.selfChosen && wish.refusedOn && wish.refusedOn > wish.startsOn) add('refusedOn', 'too_late')
  return faults
}

/** Days before the first day on which everything has to be there, and after the last for the assessment. */
export const readyDaysBefore = 3
export const assessWithinDays = 14

export const isOfAge = (birthDate: string, day: string) => ageOn(birthDate, day) >= 18

const reasoned: readonly string[] = ['reopen', 'suspend', 'change', 'endEarly', 'cancel']
export const needsReason = (action: string) => reasoned.includes(action)

/** The last day of one that ends early: not before the first, not after the one agreed, not in the future. */
export function whyNotEnd({ startsOn, endsOn }: { startsOn: string; endsOn: string }, last: string, today: string): string | null {
  if (last < startsOn) return 'before_start'
  if (last > endsOn) return 'after_end'
  return last > today ? 'in_future' : null
}

/** Where it is, said once: many an address begins with its town. */
export const placeOf = ({ town, address }: { town: string | null; address: string | null }) => (town && address?.includes(town) ? address : [town, address].filter(Boolean).join(' '))

export const missingText = (text: string | null | undefined) => [...(text ?? '').trim()].length < 5
