import type { Assignee } from '../../kernel/lifecycle.ts'
import { lifecycle } from '../../kernel/lifecycle.ts'
import { mayRunRound } from './policy.ts'
import { whyNotCloseWishes, whyNotEndPublicity, whyNotFreeze, whyNotOpen, whyNotWhileRunning } from './rules.ts'

export type RoundInMotion = {
  id: string
  state: 'draft' | 'wishing' | 'ranking' | 'frozen' | 'matched' | 'publicity' | 'confirming' | 'closed' | 'cancelled'
  allianceId: string
  title: string
  number: string
  wishesOpenAt: Date | null
  wishesCloseAt: Date | null
  rankingCloseAt: Date | null
  publicityUntil: Date | null
  confirmUntil: Date | null
  startsOn: string | null
  endsOn: string | null
  weightSchool: number
  weightInterview: number
  weightCertificate: number
  facts: { students: number; seats: number; submitted: number; wished: number; scored: number; openObjections: number; ruleFaults: number; running: number }
  schoolIds: string[]
  firmIds: string[]
}

const office = (round: RoundInMotion): Assignee[] => [{ role: 'secretariat', allianceId: round.allianceId }]
const schools = (round: RoundInMotion): Assignee[] => round.schoolIds.map((organisationId) => ({ role: 'school_contact', organisationId }))
const firms = (round: RoundInMotion): Assignee[] => round.firmIds.map((organisationId) => ({ role: 'enterprise_contact', organisationId }))
const params = ({ title, number }: RoundInMotion) => ({ title, number })
const may = mayRunRound

/** draft → wishing → ranking → frozen → matched → publicity → confirming → closed; cancelled from anywhere before publication. */
export const roundLife = lifecycle({
  noun: 'round',
  table: 'round',
  states: ['draft', 'wishing', 'ranking', 'frozen', 'matched', 'publicity', 'confirming', 'closed', 'cancelled'],
  line: ['draft', 'wishing', 'ranking', 'frozen', 'matched', 'publicity', 'confirming', 'closed'],
  transitions: {
    open: { from: ['draft'], to: 'wishing', event: 'round.opened', may, whyNot: (round: RoundInMotion, now) => whyNotOpen(round, now) },
    closeWishes: { from: ['wishing'], to: 'ranking', event: 'round.wishes_closed', may, whyNot: whyNotCloseWishes },
    freeze: { from: ['ranking'], to: 'frozen', event: 'round.frozen', may, whyNot: whyNotFreeze },
    match: { from: ['frozen'], to: 'matched', event: 'round.matched', may, whyNot: whyNotWhileRunning },
    publish: { from: ['matched'], to: 'publicity', event: 'round.published', may },
    endPublicity: { from: ['publicity'], to: 'confirming', event: 'round.publicity_ended', may, whyNot: whyNotEndPublicity },
    close: { from: ['confirming'], to: 'closed', event: 'round.closed', may },
    cancel: { from: ['draft', 'wishing', 'ranking', 'frozen', 'matched'], to: 'cancelled', event: 'round.cancelled', may, whyNot: whyNotWhileRunning },
  },
  asks: {
    wishing: [{ kind: 'round.collect_wishes', of: schools, due: (round) => round.wishesCloseAt, params }],
    ranking: [
      { kind: 'round.score_applicants', of: firms, due: (round) => round.rankingCloseAt, params },
      { kind: 'round.freeze_list', of: office, due: (round) => round.rankingCloseAt, params },
    ],
    frozen: [{ kind: 'round.run_match', of: office, due: () => null, params }],
    matched: [{ kind: 'round.publish_result', of: office, due: () => null, params }],
    publicity: [{ kind: 'round.end_publicity', of: office, due: (round) => round.publicityUntil, params }],
    confirming: [
      { kind: 'round.collect_answers', of: schools, due: (round) => round.confirmUntil, params },
      { kind: 'round.close_round', of: office, due: (round) => round.confirmUntil, params },
    ],
  },
})
