import { finding, type Finding } from '../../needs/law/rules.ts'
import { gapIn, type Span } from '../guards/days/rules.ts'

/** Rule 1.39: the student never pays, under whatever arrangement. */
export const whyNotPayer = (payer: string): Finding | null => (payer === 'student' ? finding('1.39', 'payer', { variant: 'payer' }) : null)

/** The first day of a placement that none of these policies covers. */
export function gapOf(placement: { startsOn: string; endsOn: string }, spans: readonly Span[]): Finding | null {
  const gap = gapIn({ from: placement.startsOn, until: placement.endsOn }, spans)
  return gap && finding('1.39', 'insurance', { variant: 'gap', params: gap })
}
