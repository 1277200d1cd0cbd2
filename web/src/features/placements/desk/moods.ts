import type { Mood } from '../../../ui/state-mark.tsx'
import type { PlacementState } from './queries.ts'

export const placementMoods: Readonly<Record<PlacementState, Mood>> = {
  draft: 'open', vetted: 'waits', consented: 'waits', signed: 'waits', insured: 'waits', trained: 'waits', active: 'now', suspended: 'refused', changed: 'gone', ended_early: 'gone', assessed: 'done', archived: 'done', cancelled: 'gone',
}
export const line = ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'assessed', 'archived'] as const
export const onTheWay: readonly PlacementState[] = ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained']
