import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import { nobody, whoMoves, type AchievementParties } from './policy.ts'

export type AchievementState = 'draft' | 'submitted' | 'open' | 'stale' | 'declined' | 'withdrawn'
export type AchievementAction = keyof typeof whoMoves | 'goStale'

export type AchievementInMotion = AchievementParties & {
  id: string
  number: string
  title: string
  state: AchievementState
  organisationName: string
  submittedAt: Date | null
  reason: string | null
  owner: Assignee
  /** Deadlines, counted by the service: a declaration knows no calendar. */
  clocks: { verify: Date; repair: Date }
}

/** Only what anybody may read. */
const params = ({ number, title, organisationName, reason }: AchievementInMotion) => ({ number, title, organisation: organisationName, reason: reason ?? '' })

export const achievementLife = lifecycle<AchievementState, AchievementAction, AchievementInMotion>({
  noun: 'achievement',
  table: 'achievement',
  states: ['draft', 'submitted', 'open', 'stale', 'declined', 'withdrawn'],
  line: ['draft', 'submitted', 'open'],
  transitions: {
    submit: { from: ['draft'], to: 'submitted', event: 'achievement.submitted', may: whoMoves.submit },
    verify: { from: ['submitted'], to: 'open', event: 'achievement.opened', may: whoMoves.verify },
    return: { from: ['submitted'], to: 'draft', event: 'achievement.returned', may: whoMoves.return },
    decline: { from: ['submitted'], to: 'declined', event: 'achievement.declined', may: whoMoves.decline },
    confirm: { from: ['open', 'stale'], to: 'open', event: 'achievement.confirmed', may: whoMoves.confirm },
    revise: { from: ['open', 'stale'], to: 'draft', event: 'achievement.taken_back', may: whoMoves.revise },
    withdraw: { from: ['draft', 'submitted', 'open', 'stale'], to: 'withdrawn', event: 'achievement.withdrawn', may: whoMoves.withdraw },
    // By the clock: nobody said for a year that it still holds.
    goStale: { from: ['open'], to: 'stale', event: 'achievement.went_stale', may: nobody },
  },
  asks: {
    draft: [{ kind: 'achievement.repair', of: (one) => (one.submittedAt && one.reason ? [one.owner] : []), due: ({ clocks }) => clocks.repair, params }],
    submitted: [{ kind: 'achievement.verify', of: ({ allianceId }) => [{ role: 'secretariat', allianceId }], due: ({ clocks }) => clocks.verify, params }],
    stale: [{ kind: 'achievement.confirm', of: ({ owner }) => [owner], due: ({ clocks }) => clocks.repair, params }],
  },
})
