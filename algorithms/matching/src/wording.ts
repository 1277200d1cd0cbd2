import type { ClaimReason } from './model.ts'
import type { Reason } from './reasons.ts'

/** A refusal by rank alone: what nearly every refusal of a large round is. */
export type Outranked = Extract<Reason, { code: 'below-cutoff' | 'lost-keys' | 'lost-lottery' }>
type Own = 'post' | 'choice' | 'code' | 'yourRank' | 'yourScore' | 'yourNumber' | 'admittedAbove'
type Told = Exclude<Reason['code'], Outranked['code']>

export interface Wording {
  /** `name` is the post's; `extra` that of the reserve, cap or rule the record speaks of. */
  reasons: { [Code in Told]: (facts: Extract<Reason, { code: Code }>, name: string, extra: string) => string }
  /** The same for everybody refused by the post, but for their own score, rank or number: these stand between the parts. */
  outranked: { [Code in Outranked['code']]: (shared: Omit<Extract<Reason, { code: Code }>, Own>, name: string) => readonly string[] }
  claims: Record<ClaimReason, string>
}

/** What stands between the parts, in order. */
export function ownFacts(reason: Outranked): readonly string[] {
  if (reason.code === 'lost-lottery') return [`${reason.yourNumber}`]
  if (reason.code === 'lost-keys' || reason.lastScore === null) return [`${reason.yourRank}`]
  return [scoreText(reason.yourScore), `${reason.yourRank}`]
}

/** Thousandths as people write scores: 81000 is 81.0, 83250 is 83.25. */
export function scoreText(thousandths: number): string {
  const size = Math.abs(thousandths)
  const whole = Math.floor(size / 1000)
  const rest = size - whole * 1000
  const sign = thousandths < 0 ? '-' : ''
  if (rest % 100 === 0) return `${sign}${whole}.${rest / 100}`
  const digits = `${1000 + rest}`.slice(1)
  return `${sign}${whole}.${rest % 10 === 0 ? digits.slice(0, 2) : digits}`
}
