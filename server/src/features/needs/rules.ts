/** A post is asked about again every 90 days, and waits a fortnight for the answer before it is worth a call. */
export const confirmEveryDays = 90
export const askBeforeDays = 7
export const answerWithinDays = 14

export type PostFilled = {
  title: string
  tasks: string
  seats: number | null
  payMin: number | null
  payPeriod: string | null
  samePostWage: number | null
  lowestTierWage: number | null
  hoursPerDay: number | null
  hoursPerWeek: number | null
  divisionCode: string | null
  address: string | null
  postStaff: number | null
  startsOn: string | null
  endsOn: string | null
  validUntil: string | null
}

export type Gap = { field: string; reason: 'missing' | 'past' | 'out_of_order' | 'too_short' }

const required = ['tasks', 'seats', 'payMin', 'payPeriod', 'samePostWage', 'hoursPerDay', 'hoursPerWeek', 'address', 'postStaff', 'startsOn', 'endsOn', 'validUntil'] as const

/** What keeps a draft from being submitted, all at once. A draft itself may be half empty. */
export function gapsOf(post: PostFilled, today: string): Gap[] {
  const gaps: Gap[] = required.filter((field) => post[field] === null || post[field] === '').map((field) => ({ field, reason: 'missing' }))
  if (post.tasks !== '' && [...post.tasks].length < 5) gaps.push({ field: 'tasks', reason: 'too_short' })
  if (post.startsOn && post.endsOn && post.endsOn <= post.startsOn) gaps.push({ field: 'endsOn', reason: 'out_of_order' })
  if (post.endsOn && post.endsOn < today) gaps.push({ field: 'endsOn', reason: 'past' })
  if (post.validUntil && post.validUntil < today) gaps.push({ field: 'validUntil', reason: 'past' })
  return gaps
}

/** Rule 1.32 asks for both reference figures as soon as the first alone does not settle it. */
export const needsLowestTier = ({ payMin, payPeriod, samePostWage, lowestTierWage }: PostFilled) =>
  payPeriod === 'month' && payMin !== null && samePostWage !== null && lowestTierWage === null && payMin * 100 < samePostWage * 80

export const closeReasons = ['filled', 'cancelled', 'not_lawful', 'expired', 'moved'] as const
export type CloseReason = (typeof closeReasons)[number]
