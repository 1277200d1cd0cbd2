import { lifecycle } from '../../../kernel/lifecycle.ts'
import { mayKeepOpening, notByHand, type OpeningParties } from './policy.ts'

export type OpeningState = 'draft' | 'open' | 'closed'
export type OpeningInMotion = OpeningParties & { id: string; state: OpeningState; taken: number }

/** Nobody owes anything for an opening: teachers come, or its last day does. */
export const openingLife = lifecycle<OpeningState, 'publish' | 'revise' | 'close' | 'lapse', OpeningInMotion>({
  noun: 'practice_opening',
  table: 'practice_opening',
  states: ['draft', 'open', 'closed'],
  line: ['draft', 'open', 'closed'],
  transitions: {
    publish: { from: ['draft'], to: 'open', event: 'practice_opening.published', may: mayKeepOpening },
    // Teachers who were accepted came for what it said.
    revise: { from: ['open'], to: 'draft', event: 'practice_opening.taken_back', may: mayKeepOpening, whyNot: ({ taken }) => (taken > 0 ? 'wrong_state' : null) },
    close: { from: ['open'], to: 'closed', event: 'practice_opening.closed', may: mayKeepOpening },
    // By the clock: past its last day.
    lapse: { from: ['open'], to: 'closed', event: 'practice_opening.lapsed', may: notByHand },
  },
  asks: {},
})
