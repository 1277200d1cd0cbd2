import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import { whoMoves, type ClassMove, type ClassParties } from './policy.ts'

export type ClassState = 'requested' | 'feasible' | 'agreed' | 'planned' | 'recruiting' | 'filled' | 'running' | 'assessed' | 'closed' | 'declined' | 'withdrawn' | 'not_opened' | 'ended'

export type ClassInMotion = ClassParties & {
  id: string
  number: string
  title: string
  state: ClassState
  organisationName: string
  schoolName: string
  clocks: { ten: Date; twenty: Date; start: Date; end: Date }
}

const firm = ({ organisationId }: ClassInMotion): Assignee[] => [{ role: 'enterprise_contact', organisationId }]
const school = ({ schoolId }: ClassInMotion): Assignee[] => [{ role: 'school_contact', organisationId: schoolId }]
const params = ({ number, title, organisationName, schoolName }: ClassInMotion) => ({ number, title, firm: organisationName, school: schoolName })

const beforeChoice: ClassState[] = ['requested', 'feasible', 'agreed', 'planned']

/** Request → feasibility → agreement → plan → two-way choice → terms → final → offers → a year later. */
export const classLife = lifecycle<ClassState, ClassMove, ClassInMotion>({
  noun: 'order_class',
  table: 'order_class',
  states: ['requested', 'feasible', 'agreed', 'planned', 'recruiting', 'filled', 'running', 'assessed', 'closed', 'declined', 'withdrawn', 'not_opened', 'ended'],
  line: ['requested', 'feasible', 'agreed', 'planned', 'recruiting', 'filled', 'running', 'assessed', 'closed'],
  transitions: {
    judge: { from: ['requested'], to: 'feasible', event: 'order_class.found_feasible', may: whoMoves.judge },
    decline: { from: ['requested'], to: 'declined', event: 'order_class.declined', may: whoMoves.decline },
    // When all have signed.
    agree: { from: ['feasible'], to: 'agreed', event: 'order_class.agreed', may: whoMoves.agree },
    plan: { from: ['agreed'], to: 'planned', event: 'order_class.plan_approved', may: whoMoves.plan },
    recruit: { from: ['planned'], to: 'recruiting', event: 'order_class.opened_for_choice', may: whoMoves.recruit },
    // The intake was cancelled.
    reopen: { from: ['recruiting'], to: 'planned', event: 'order_class.choice_cancelled', may: whoMoves.reopen },
    fill: { from: ['recruiting'], to: 'filled', event: 'order_class.filled', may: whoMoves.fill },
    shut: { from: ['recruiting'], to: 'not_opened', event: 'order_class.not_opened', may: whoMoves.shut },
    start: { from: ['filled'], to: 'running', event: 'order_class.started', may: whoMoves.start },
    assess: { from: ['running'], to: 'assessed', event: 'order_class.assessed', may: whoMoves.assess },
    close: { from: ['assessed'], to: 'closed', event: 'order_class.closed', may: whoMoves.close },
    withdraw: { from: beforeChoice, to: 'withdrawn', event: 'order_class.withdrawn', may: whoMoves.withdraw },
    end: { from: ['filled', 'running'], to: 'ended', event: 'order_class.ended', may: whoMoves.end },
  },
  asks: {
    requested: [{ kind: 'order_class.judge', of: school, due: ({ clocks }) => clocks.ten, params }],
    feasible: [{ kind: 'order_class.agree', of: school, due: ({ clocks }) => clocks.twenty, params }],
    agreed: [{ kind: 'order_class.plan', of: school, due: ({ clocks }) => clocks.twenty, params }],
    planned: [{ kind: 'order_class.recruit', of: school, due: ({ clocks }) => clocks.start, params }],
    filled: [{ kind: 'order_class.start', of: school, due: ({ clocks }) => clocks.start, params }],
    running: [{ kind: 'order_class.assess', of: school, due: ({ clocks }) => clocks.end, params }],
    assessed: [{ kind: 'order_class.offer', of: firm, due: ({ clocks }) => clocks.ten, params }],
    not_opened: [{ kind: 'order_class.not_opened', of: firm, due: () => null, params }],
    declined: [{ kind: 'order_class.declined', of: firm, due: () => null, params }],
  },
})
