import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import { mayKeepFiling } from './policy.ts'

export type FilingState = 'preparing' | 'sent' | 'filed' | 'returned'
export type FilingInMotion = { id: string; state: FilingState; schoolId: string; title: string; clocks: { answer: Date } }

const school = ({ schoolId }: FilingInMotion): Assignee[] => [{ role: 'school_contact', organisationId: schoolId }]
const params = ({ title }: FilingInMotion) => ({ title })

/** A filing with the authority: put together, sent, answered with a number or sent back. */
export const filingLife = lifecycle<FilingState, 'send' | 'file' | 'return' | 'reopen', FilingInMotion>({
  noun: 'placement_filing',
  table: 'placement_filing',
  states: ['preparing', 'sent', 'filed', 'returned'],
  line: ['preparing', 'sent', 'filed'],
  transitions: {
    send: { from: ['preparing', 'returned'], to: 'sent', event: 'placement_filing.sent', may: mayKeepFiling },
    file: { from: ['sent'], to: 'filed', event: 'placement_filing.filed', may: mayKeepFiling },
    return: { from: ['sent'], to: 'returned', event: 'placement_filing.returned', may: mayKeepFiling },
    // What was filed turns out to be wrong, or students join: a new answer is needed.
    reopen: { from: ['filed', 'sent'], to: 'preparing', event: 'placement_filing.reopened', may: mayKeepFiling },
  },
  asks: {
    sent: [{ kind: 'placement_filing.note', of: school, due: ({ clocks }) => clocks.answer, params }],
    returned: [{ kind: 'placement_filing.repair', of: school, due: ({ clocks }) => clocks.answer, params }],
  },
})
