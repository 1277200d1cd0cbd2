/** Working days. */
export const verifyWithin = 5
export const repairWithin = 10
/** An offer holds for a year at most, and its owner is asked two weeks ahead whether it still does. */
export const holdsAtMostDays = 366
export const askBeforeDays = 14

export type OfferFilled = { description: string; audience: string; pricing: string; price: number | null; validUntil: string | null; contactName: string | null }
export type Gap = { field: string; reason: 'missing' | 'too_short' | 'past' | 'too_far' }

const lengthOf = (text: string) => [...text.trim()].length

/** What keeps a draft from being submitted, all at once. */
export function gapsOf({ description, audience, pricing, price, validUntil, contactName }: OfferFilled, { today, furthest }: { today: string; furthest: string }): Gap[] {
  const gaps: Gap[] = []
  if (lengthOf(description) === 0) gaps.push({ field: 'description', reason: 'missing' })
  else if (lengthOf(description) < 20) gaps.push({ field: 'description', reason: 'too_short' })
  if (lengthOf(audience) === 0) gaps.push({ field: 'audience', reason: 'missing' })
  if (pricing === 'priced' && price === null) gaps.push({ field: 'price', reason: 'missing' })
  if (lengthOf(contactName ?? '') === 0) gaps.push({ field: 'contactName', reason: 'missing' })
  const day = whyNotDay(validUntil, { today, furthest })
  if (day) gaps.push({ field: 'validUntil', reason: day })
  return gaps
}

/** Why an offer cannot hold until this day. */
export function whyNotDay(day: string | null, { today, furthest }: { today: string; furthest: string }): 'missing' | 'past' | 'too_far' | null {
  if (!day) return 'missing'
  if (day < today) return 'past'
  return day > furthest ? 'too_far' : null
}
