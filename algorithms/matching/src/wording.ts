import type { ClaimReason } from './model.ts'
import type { Reason } from './reasons.ts'

export type NamedReason = Reason & { name: string; tagName: string; capName: string; ruleName: string }

export interface Wording {
  reasons: { [Code in Reason['code']]: (facts: Extract<NamedReason, { code: Code }>) => string }
  claims: Record<ClaimReason, string>
}

/** Thousandths as people write scores: 81000 is 81.0, 83250 is 83.25. */
export function scoreText(thousandths: number): string {
  const text = (Math.abs(thousandths) / 1000).toFixed(3).replace(/0{1,2}$/, '')
  return thousandths < 0 ? `-${text}` : text
}
