import { lifecycle } from '../../../kernel/lifecycle.ts'
import { byReporter, isItsAuthority } from './policy.ts'

export type ComplaintState = 'received' | 'answered' | 'closed'
export type ComplaintAction = 'answer' | 'reopen' | 'close' | 'settle'
export type ComplaintInMotion = { id: string; number: string; state: ComplaintState; authorityId: string; dueAt: Date | null; officials: readonly string[] }

/**
 * Asked of each official by name, not of the seat: what lies with a member's seat, the secretariat can look at. Nothing is ever asked of
 * the one who complained, because an item would say whose complaint it is.
 */
export const complaintLife = lifecycle<ComplaintState, ComplaintAction, ComplaintInMotion>({
  noun: 'complaint',
  table: 'complaint',
  states: ['received', 'answered', 'closed'],
  line: ['received', 'answered', 'closed'],
  transitions: {
    answer: { from: ['received'], to: 'answered', event: 'complaint.answered', may: isItsAuthority },
    reopen: { from: ['answered'], to: 'received', event: 'complaint.reopened', may: byReporter },
    settle: { from: ['received', 'answered'], to: 'closed', event: 'complaint.settled', may: byReporter },
    close: { from: ['answered'], to: 'closed', event: 'complaint.closed', may: isItsAuthority },
  },
  asks: {
    received: [{ kind: 'complaint.answer', of: ({ officials }) => officials.map((accountId) => ({ accountId })), due: ({ dueAt }) => dueAt, params: ({ number }) => ({ number }) }],
  },
})
