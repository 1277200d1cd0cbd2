import type { Mood } from '../../ui/state-mark.tsx'
import type { ClaimRow, OpeningRow, PlanRow, StandingRow, Week } from './queries.ts'

export const planMoods: Record<PlanRow['state'], Mood> = {
  planned: 'open', applied: 'waits', endorsed: 'waits', approved: 'waits', accepted: 'now', practising: 'now', finished: 'waits', appraised: 'waits', passed: 'waits', credited: 'done', archived: 'done', failed: 'refused', declined: 'refused', withdrawn: 'gone',
}
export const weekMoods: Record<Week['state'], Mood> = { none: 'open', draft: 'open', sent: 'waits', returned: 'waits', confirmed: 'done' }
/** Never red for a person: short is something that waits to be done. */
export const standingMoods: Record<StandingRow['state'], Mood> = { short: 'waits', first: 'waits', growing: 'now', enough: 'done', free: 'gone' }
export const openingMoods: Record<OpeningRow['state'], Mood> = { draft: 'open', open: 'now', closed: 'gone' }
export const claimMoods: Record<ClaimRow['state'], Mood> = { claimed: 'waits', confirmed: 'done', rejected: 'gone' }
