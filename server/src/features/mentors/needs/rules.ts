type Filled = { duties: string; pay: string; field: string; hoursPerYear: number | null; validUntil: string | null }
const lengthOf = (text: string) => [...text.trim()].length

/** What keeps a draft from being published, all at once. */
export function gapsOf({ duties, pay, field, hoursPerYear, validUntil }: Filled, today: string): { field: string; reason: 'missing' | 'too_short' | 'past' }[] {
  return [
    ...(lengthOf(field) === 0 ? [{ field: 'field', reason: 'missing' as const }] : []),
    ...(lengthOf(duties) < 10 ? [{ field: 'duties', reason: lengthOf(duties) === 0 ? ('missing' as const) : ('too_short' as const) }] : []),
    ...(hoursPerYear === null ? [{ field: 'hoursPerYear', reason: 'missing' as const }] : []),
    ...(lengthOf(pay) === 0 ? [{ field: 'pay', reason: 'missing' as const }] : []),
    ...(validUntil === null ? [{ field: 'validUntil', reason: 'missing' as const }] : validUntil < today ? [{ field: 'validUntil', reason: 'past' as const }] : []),
  ]
}

/** A need takes applications while it is open, has a place left, and its day has not passed. */
export const takesMore = ({ state, places, taken, validUntil }: { state: string; places: number; taken: number; validUntil: string | null }, today: string) => state === 'open' && taken < places && validUntil !== null && validUntil >= today
