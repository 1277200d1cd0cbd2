import type { ClaimReason } from './model.ts'
import type { Reason } from './reasons.ts'

export interface Wording {
  /** `name` is the post's; `extra` that of the reserve, cap or rule the record speaks of. */
  reasons: { [Code in Reason['code']]: (facts: Extract<Reason, { code: Code }>, name: string, extra: string) => string }
  claims: Record<ClaimReason, string>
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
