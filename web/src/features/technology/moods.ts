import type { Mood } from '../../ui/state-mark.tsx'
import type { DealState } from './deals/queries.ts'
import type { IntroductionState } from './introductions/queries.ts'
import type { AchievementState } from './queries.ts'

export const achievementMoods: Record<AchievementState, Mood> = { draft: 'open', submitted: 'waits', open: 'now', stale: 'waits', declined: 'refused', withdrawn: 'gone' }
export const introductionMoods: Record<IntroductionState, Mood> = { proposed: 'waits', accepted: 'now', talking: 'now', contracted: 'done', declined: 'refused', withdrawn: 'gone', lapsed: 'gone' }
export const dealMoods: Record<DealState, Mood> = { drafting: 'open', signed: 'now', filed: 'waits', registered: 'done', unregistered: 'waits', accepted: 'done', closed: 'done', ended: 'gone' }

/** Who may offer answers, and who manages. */
export const offerers = ['secretariat', 'school_contact', 'platform_contact', 'enterprise_contact', 'park_contact', 'association_contact']
export const managers = ['secretariat', 'platform_contact']
