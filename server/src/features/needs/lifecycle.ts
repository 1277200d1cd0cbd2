import { lifecycle, type Assignee } from '../../kernel/lifecycle.ts'
import { nobody, whoMoves, type NeedParties } from './policy.ts'

export type NeedState = 'draft' | 'submitted' | 'open' | 'stale' | 'closed' | 'declined' | 'withdrawn'
export type NeedAction = 'submit' | 'verify' | 'return' | 'decline' | 'withdraw' | 'confirm' | 'expire' | 'goStale' | 'close'

export type NeedInMotion = NeedParties & {
  id: string
  number: string
  title: string
  state: NeedState
  organisationName: string
  submittedAt: Date | null
  reason: string | null
  /** Who answers for the post, and who may verify it. */
  owner: Assignee
  verifiers: readonly Assignee[]
  /** Deadlines, counted by the service: a declaration knows no calendar. */
  clocks: { verify: Date; repair: Date; answer: Date }
}

const params = ({ number, title, organisationName, reason }: NeedInMotion) => ({ number, title, organisation: organisationName, reason: reason ?? '' })

export const needLife = lifecycle<NeedState, NeedAction, NeedInMotion>({
  noun: 'need',
  table: 'need',
  states: ['draft', 'submitted', 'open', 'stale', 'closed', 'declined', 'withdrawn'],
  line: ['draft', 'submitted', 'open', 'closed'],
  transitions: {
    submit: { from: ['draft'], to: 'submitted', event: 'need.submitted', may: whoMoves.submit },
    verify: { from: ['submitted'], to: 'open', event: 'need.verified', may: whoMoves.verify },
    return: { from: ['submitted'], to: 'draft', event: 'need.returned', may: whoMoves.return },
    decline: { from: ['submitted'], to: 'declined', event: 'need.declined', may: whoMoves.decline },
    withdraw: { from: ['draft', 'submitted'], to: 'withdrawn', event: 'need.withdrawn', may: whoMoves.withdraw },
    confirm: { from: ['open', 'stale'], to: 'open', event: 'need.confirmed', may: whoMoves.confirm },
    close: { from: ['open', 'stale'], to: 'closed', event: 'need.closed', may: whoMoves.close },
    // By the clock only.
    goStale: { from: ['open'], to: 'stale', event: 'need.went_stale', may: nobody },
    expire: { from: ['open', 'stale'], to: 'closed', event: 'need.expired', may: nobody },
  },
  asks: {
    // A new draft asks nothing of anybody; one that was sent back does.
    draft: [{ kind: 'need.repair', of: (need) => (need.submittedAt ? [need.owner] : []), due: ({ clocks }) => clocks.repair, params }],
    submitted: [{ kind: 'need.verify', of: ({ verifiers }) => [...verifiers], due: ({ clocks }) => clocks.verify, params }],
    stale: [{ kind: 'need.confirm', of: ({ owner }) => [owner], due: ({ clocks }) => clocks.answer, params }],
  },
})
