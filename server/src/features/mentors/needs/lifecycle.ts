import { lifecycle } from '../../../kernel/lifecycle.ts'
import { mayKeepMentorNeed, notByHand } from './policy.ts'

export type MentorNeedState = 'draft' | 'open' | 'closed'
export type MentorNeedInMotion = { id: string; state: MentorNeedState; schoolId: string; taken: number }

/** Nobody owes anything for a need: mentors come, or its last day does. */
export const mentorNeedLife = lifecycle<MentorNeedState, 'publish' | 'revise' | 'close' | 'lapse', MentorNeedInMotion>({
  noun: 'mentor_need',
  table: 'mentor_need',
  states: ['draft', 'open', 'closed'],
  line: ['draft', 'open', 'closed'],
  transitions: {
    publish: { from: ['draft'], to: 'open', event: 'mentor_need.published', may: mayKeepMentorNeed },
    // Who applied did so for what it said.
    revise: { from: ['open'], to: 'draft', event: 'mentor_need.taken_back', may: mayKeepMentorNeed, whyNot: ({ taken }) => (taken > 0 ? 'wrong_state' : null) },
    close: { from: ['open'], to: 'closed', event: 'mentor_need.closed', may: mayKeepMentorNeed },
    lapse: { from: ['open'], to: 'closed', event: 'mentor_need.lapsed', may: notByHand },
  },
  asks: {},
})
