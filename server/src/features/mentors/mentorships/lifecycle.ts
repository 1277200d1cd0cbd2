import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import type { MentorshipParties } from '../policy.ts'
import { notByHand, whoMoves } from './policy.ts'

export type MentorshipState = 'invited' | 'applied' | 'consented' | 'publicity' | 'contracting' | 'active' | 'ended' | 'declined' | 'withdrawn'
export type MentorshipAction = keyof typeof whoMoves | 'lapse'

export type MentorshipInMotion = MentorshipParties & {
  id: string
  number: string
  state: MentorshipState
  title: string
  mentorName: string
  employerName: string
  schoolName: string
  dueAt: Date | null
  publicityEnds: Date | null
  openObjections: number
  reason: string | null
  /** The mentor by name; before there is a seat, the firm that has to open it. */
  mentor: Assignee
  hasSeat: boolean
  /** The firm; or the school, where nobody of the firm signs in and its paper has to be fetched. */
  employer: Assignee
  school: Assignee
}

const params = ({ number, title, mentorName, employerName, schoolName, reason }: MentorshipInMotion) => ({ number, title, mentor: mentorName, employer: employerName, school: schoolName, reason: reason ?? '' })
const due = ({ dueAt }: MentorshipInMotion) => dueAt

export const mentorshipLife = lifecycle<MentorshipState, MentorshipAction, MentorshipInMotion>({
  noun: 'mentorship',
  table: 'mentorship',
  states: ['invited', 'applied', 'consented', 'publicity', 'contracting', 'active', 'ended', 'declined', 'withdrawn'],
  line: ['applied', 'consented', 'publicity', 'contracting', 'active'],
  transitions: {
    join: { from: ['invited'], to: 'applied', event: 'mentorship.joined', may: whoMoves.join },
    refuse: { from: ['invited'], to: 'declined', event: 'mentorship.refused', may: whoMoves.refuse },
    consent: { from: ['applied'], to: 'consented', event: 'mentorship.consented', may: whoMoves.consent },
    deny: { from: ['applied'], to: 'declined', event: 'mentorship.denied', may: whoMoves.deny },
    approve: { from: ['consented'], to: 'publicity', event: 'mentorship.approved', may: whoMoves.approve },
    // Also when an objection holds.
    reject: { from: ['consented', 'publicity'], to: 'declined', event: 'mentorship.rejected', may: whoMoves.reject },
    clear: {
      from: ['publicity'], to: 'contracting', event: 'mentorship.cleared', may: whoMoves.clear,
      whyNot: ({ publicityEnds, openObjections }, now) => (publicityEnds === null || now < publicityEnds ? 'publicity_not_over' : openObjections > 0 ? 'objections_open' : null),
    },
    appoint: { from: ['contracting'], to: 'active', event: 'mentorship.appointed', may: whoMoves.appoint },
    end: { from: ['active'], to: 'ended', event: 'mentorship.ended', may: whoMoves.end },
    withdraw: { from: ['invited', 'applied', 'consented', 'publicity', 'contracting'], to: 'withdrawn', event: 'mentorship.withdrawn', may: whoMoves.withdraw },
    // By the clock: the term is over, or a new one has begun.
    lapse: { from: ['active'], to: 'ended', event: 'mentorship.lapsed', may: notByHand },
  },
  asks: {
    invited: [
      { kind: 'mentorship.answer', of: ({ hasSeat, mentor }) => (hasSeat ? [mentor] : []), due, params },
      { kind: 'mentorship.admit', of: ({ hasSeat, mentor }) => (hasSeat ? [] : [mentor]), due, params },
    ],
    applied: [{ kind: 'mentorship.consent', of: ({ employer }) => [employer], due, params }],
    consented: [{ kind: 'mentorship.review', of: ({ school }) => [school], due, params }],
    publicity: [{ kind: 'mentorship.clear', of: ({ school }) => [school], due: ({ publicityEnds }) => publicityEnds, params }],
    contracting: [{ kind: 'mentorship.appoint', of: ({ school }) => [school], due, params }],
  },
})
