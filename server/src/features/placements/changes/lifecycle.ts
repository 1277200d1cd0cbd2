import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import type { PlacementParties } from '../policy.ts'
import { isOwnChange, mayDecideChange } from './policy.ts'
import { whyNotChange, whyNotDecline, whyNotInsist } from './rules.ts'

export type ChangeState = 'asked' | 'changed' | 'ended' | 'declined' | 'withdrawn'
export type ChangeAction = 'end' | 'change' | 'decline' | 'withdraw' | 'insist'
export type ChangeInMotion = PlacementParties & { id: string; number: string; state: ChangeState; kind: 'change' | 'leave'; safety: boolean; studentName: string; unitName: string; dueAt: Date | null }

const school = ({ schoolId }: ChangeInMotion): Assignee[] => [{ role: 'school_contact', organisationId: schoolId }]

/** A student who wants to stop always gets there: by the school's word, or by their own once its three working days are over. */
export const changeLife = lifecycle<ChangeState, ChangeAction, ChangeInMotion>({
  noun: 'placement_change',
  table: 'placement_change',
  states: ['asked', 'changed', 'ended', 'declined', 'withdrawn'],
  line: ['asked', 'ended'],
  transitions: {
    end: { from: ['asked'], to: 'ended', event: 'placement_change.ended', may: mayDecideChange },
    change: { from: ['asked'], to: 'changed', event: 'placement_change.changed', may: mayDecideChange, whyNot: whyNotChange },
    decline: { from: ['asked'], to: 'declined', event: 'placement_change.declined', may: mayDecideChange, whyNot: whyNotDecline },
    withdraw: { from: ['asked'], to: 'withdrawn', event: 'placement_change.withdrawn', may: isOwnChange },
    insist: { from: ['asked'], to: 'ended', event: 'placement_change.insisted', may: isOwnChange, whyNot: whyNotInsist },
  },
  asks: {
    asked: [{ kind: 'placement_change.decide', of: school, due: ({ dueAt }) => dueAt, params: ({ number, studentName, unitName }) => ({ number, student: studentName, unit: unitName }) }],
  },
})
