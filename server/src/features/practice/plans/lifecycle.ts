import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import type { PlanParties } from '../policy.ts'
import { whoMoves } from './policy.ts'

export type PlanState = 'planned' | 'applied' | 'endorsed' | 'approved' | 'accepted' | 'practising' | 'finished' | 'appraised' | 'passed' | 'credited' | 'archived' | 'failed' | 'declined' | 'withdrawn'
export type PlanAction = keyof typeof whoMoves

export type PlanInMotion = PlanParties & {
  id: string
  number: string
  state: PlanState
  teacherName: string
  organisationName: string
  startsOn: string
  appliedAt: Date | null
  dueAt: Date | null
  reason: string | null
  /** The teacher by name, or the school's office for one who does not sign in. */
  teacher: Assignee
  department: Assignee
  office: Assignee
  /** The firm; or the office, where nobody of the firm signs in and its paper has to be fetched. */
  firm: Assignee
  today: string
  clocks: { repair: Date; archive: Date }
}

const params = ({ number, teacherName, organisationName, startsOn, reason }: PlanInMotion) => ({ number, teacher: teacherName, organisation: organisationName, startsOn, reason: reason ?? '' })
const due = ({ dueAt }: PlanInMotion) => dueAt
const toArchive = { kind: 'practice_plan.archive', of: ({ office }: PlanInMotion) => [office], due: ({ clocks }: PlanInMotion) => clocks.archive, params } as const

export const planLife = lifecycle<PlanState, PlanAction, PlanInMotion>({
  noun: 'practice_plan',
  table: 'practice_plan',
  states: ['planned', 'applied', 'endorsed', 'approved', 'accepted', 'practising', 'finished', 'appraised', 'passed', 'credited', 'archived', 'failed', 'declined', 'withdrawn'],
  line: ['planned', 'applied', 'endorsed', 'approved', 'accepted', 'practising', 'finished', 'appraised', 'passed', 'credited', 'archived'],
  transitions: {
    apply: { from: ['planned'], to: 'applied', event: 'practice_plan.applied', may: whoMoves.apply },
    endorse: { from: ['applied'], to: 'endorsed', event: 'practice_plan.endorsed', may: whoMoves.endorse },
    approve: { from: ['endorsed'], to: 'approved', event: 'practice_plan.approved', may: whoMoves.approve },
    return: { from: ['applied', 'endorsed'], to: 'planned', event: 'practice_plan.returned', may: whoMoves.return },
    decline: { from: ['applied', 'endorsed'], to: 'declined', event: 'practice_plan.declined', may: whoMoves.decline },
    accept: { from: ['approved'], to: 'accepted', event: 'practice_plan.accepted', may: whoMoves.accept },
    refuse: { from: ['approved'], to: 'declined', event: 'practice_plan.refused', may: whoMoves.refuse },
    // By hand on the first day, or by the clock.
    start: { from: ['accepted'], to: 'practising', event: 'practice_plan.started', may: whoMoves.start, whyNot: ({ startsOn, today }) => (today < startsOn ? 'too_early' : null) },
    finish: { from: ['practising'], to: 'finished', event: 'practice_plan.finished', may: whoMoves.finish },
    appraise: { from: ['finished'], to: 'appraised', event: 'practice_plan.appraised', may: whoMoves.appraise },
    pass: { from: ['appraised'], to: 'passed', event: 'practice_plan.passed', may: whoMoves.pass },
    fail: { from: ['appraised'], to: 'failed', event: 'practice_plan.failed', may: whoMoves.fail },
    credit: { from: ['passed'], to: 'credited', event: 'practice_plan.credited', may: whoMoves.credit },
    archive: { from: ['credited', 'failed'], to: 'archived', event: 'practice_plan.archived', may: whoMoves.archive },
    withdraw: { from: ['planned', 'applied', 'endorsed', 'approved', 'accepted'], to: 'withdrawn', event: 'practice_plan.withdrawn', may: whoMoves.withdraw },
  },
  asks: {
    planned: [{ kind: 'practice_plan.repair', of: ({ appliedAt, reason, teacher }) => (appliedAt && reason ? [teacher] : []), due: ({ clocks }) => clocks.repair, params }],
    applied: [{ kind: 'practice_plan.endorse', of: ({ department }) => [department], due, params }],
    endorsed: [{ kind: 'practice_plan.approve', of: ({ office }) => [office], due, params }],
    approved: [{ kind: 'practice_plan.accept', of: ({ firm }) => [firm], due, params }],
    finished: [{ kind: 'practice_plan.appraise', of: ({ firm }) => [firm], due, params }],
    appraised: [{ kind: 'practice_plan.assess', of: ({ office }) => [office], due, params }],
    passed: [{ kind: 'practice_plan.credit', of: ({ office }) => [office], due, params }],
    credited: [toArchive],
    failed: [toArchive],
  },
})
