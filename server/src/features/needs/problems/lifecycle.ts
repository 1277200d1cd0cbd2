import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import { notByHand, whoMoves, type ProblemParties } from './policy.ts'

export type ProblemState = 'draft' | 'submitted' | 'open' | 'answered' | 'settling' | 'solved' | 'declined' | 'withdrawn' | 'expired'
export type ProblemAction = keyof typeof whoMoves | 'answer' | 'unanswer' | 'expire'

export type ProblemInMotion = ProblemParties & {
  id: string
  number: string
  title: string
  state: ProblemState
  organisationName: string
  submittedAt: Date | null
  reason: string | null
  /** Who asked; who may verify it; the government of the alliance. */
  owner: Assignee
  verifiers: readonly Assignee[]
  authorities: readonly Assignee[]
  /** Deadlines, counted by the service: a declaration knows no calendar. */
  clocks: { verify: Date; repair: Date; answer: Date }
}

const params = ({ number, title, organisationName, reason }: ProblemInMotion) => ({ number, title, organisation: organisationName, reason: reason ?? '' })
const office = ({ allianceId }: ProblemInMotion): Assignee => ({ role: 'secretariat', allianceId })

export const problemLife = lifecycle<ProblemState, ProblemAction, ProblemInMotion>({
  noun: 'problem',
  table: 'need',
  states: ['draft', 'submitted', 'open', 'answered', 'settling', 'solved', 'declined', 'withdrawn', 'expired'],
  line: ['draft', 'submitted', 'open', 'answered', 'settling', 'solved'],
  transitions: {
    submit: { from: ['draft'], to: 'submitted', event: 'problem.submitted', may: whoMoves.submit },
    verify: { from: ['submitted'], to: 'open', event: 'problem.opened', may: whoMoves.verify },
    return: { from: ['submitted'], to: 'draft', event: 'problem.returned', may: whoMoves.return },
    decline: { from: ['submitted', 'open', 'answered'], to: 'declined', event: 'problem.declined', may: whoMoves.decline },
    withdraw: { from: ['draft', 'submitted', 'open', 'answered', 'settling'], to: 'withdrawn', event: 'problem.withdrawn', may: whoMoves.withdraw },
    prolong: { from: ['open'], to: 'open', event: 'problem.prolonged', may: whoMoves.prolong },
    report: { from: ['open', 'answered'], to: 'settling', event: 'problem.solution_reported', may: whoMoves.report },
    confirm: { from: ['settling'], to: 'solved', event: 'problem.solved', may: whoMoves.confirm },
    reopen: { from: ['settling'], to: 'open', event: 'problem.not_solved', may: whoMoves.reopen },
    // By the rooms that answer: somebody offered, and the last offer came to nothing.
    answer: { from: ['open'], to: 'answered', event: 'problem.answered', may: notByHand },
    unanswer: { from: ['answered'], to: 'open', event: 'problem.reopened', may: notByHand },
    // By the clock only. While it is answered or settling, somebody's own clock runs.
    expire: { from: ['submitted', 'open'], to: 'expired', event: 'problem.expired', may: notByHand },
  },
  asks: {
    draft: [{ kind: 'problem.repair', of: (problem) => (problem.submittedAt ? [problem.owner] : []), due: ({ clocks }) => clocks.repair, params }],
    submitted: [{ kind: 'problem.verify', of: ({ verifiers }) => [...verifiers], due: ({ clocks }) => clocks.verify, params }],
    open: [
      { kind: 'problem.take', of: (problem) => (problem.managerId ? [] : [office(problem)]), due: ({ clocks }) => clocks.answer, params },
      { kind: 'problem.answer', of: ({ managerId }) => (managerId ? [{ accountId: managerId }] : []), due: ({ clocks }) => clocks.answer, params },
    ],
    settling: [{ kind: 'problem.confirm', of: ({ owner }) => [owner], due: ({ clocks }) => clocks.answer, params }],
    // Whoever asked is told how it ended: a need that merely disappears was not answered.
    declined: [{ kind: 'problem.declined', of: ({ owner }) => [owner], due: () => null, params }],
    expired: [
      { kind: 'problem.expired', of: (problem) => [office(problem), ...problem.authorities], due: ({ clocks }) => clocks.repair, params },
      { kind: 'problem.ran_out', of: ({ owner }) => [owner], due: () => null, params },
    ],
  },
})
