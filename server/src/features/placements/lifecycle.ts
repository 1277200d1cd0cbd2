import { lifecycle, type Assignee } from '../../kernel/lifecycle.ts'
import { mayRunPlacement, notByHand, type PlacementParties } from './policy.ts'

export type PlacementState = 'draft' | 'vetted' | 'consented' | 'signed' | 'insured' | 'trained' | 'active' | 'suspended' | 'changed' | 'ended_early' | 'assessed' | 'archived' | 'cancelled'
export type PlacementAction = 'vet' | 'consent' | 'sign' | 'insure' | 'train' | 'activate' | 'reopen' | 'suspend' | 'resume' | 'change' | 'endEarly' | 'assess' | 'archive' | 'cancel'

export type PlacementInMotion = PlacementParties & {
  id: string
  number: string
  state: PlacementState
  studentName: string
  unitName: string
  title: string
  startsOn: string
  endsOn: string
  /** The account of the student; null for one who never signed in. */
  studentAccountId: string | null
  /** Whether the safety test is passed. */
  tested: boolean
  clocks: { beforeStart: Date; assess: Date }
}

const school = ({ schoolId }: PlacementInMotion): Assignee[] => [{ role: 'school_contact', organisationId: schoolId }]
const student = ({ studentAccountId, tested }: PlacementInMotion): Assignee[] => (studentAccountId && !tested ? [{ accountId: studentAccountId }] : [])
const params = ({ number, studentName, unitName, title, startsOn }: PlacementInMotion) => ({ number, student: studentName, unit: unitName, title, startsOn })
const may = mayRunPlacement
/** Rule 1.37: before the first day, on the student's phone. */
const test = { kind: 'placement.take_test' as const, of: student, due: ({ clocks }: PlacementInMotion) => clocks.beforeStart, params }
/**
 * draft → vetted → consented → signed → insured → trained → active → assessed → archived. Each of the first steps is a fact (a unit is
 * listed, a paper is signed, every day is insured, a test is passed), so it is taken as soon as its guards hold; to let the student begin
 * is a decision of the school. The guards of each edge stand in guards/rules.ts.
 */
export const placementLife = lifecycle<PlacementState, PlacementAction, PlacementInMotion>({
  noun: 'placement',
  table: 'placement',
  states: ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'suspended', 'changed', 'ended_early', 'assessed', 'archived', 'cancelled'],
  line: ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'assessed', 'archived'],
  transitions: {
    vet: { from: ['draft'], to: 'vetted', event: 'placement.vetted', may },
    consent: { from: ['vetted'], to: 'consented', event: 'placement.consented', may },
    sign: { from: ['consented'], to: 'signed', event: 'placement.signed', may },
    insure: { from: ['signed'], to: 'insured', event: 'placement.insured', may },
    train: { from: ['insured'], to: 'trained', event: 'placement.trained', may },
    activate: { from: ['trained'], to: 'active', event: 'placement.activated', may },
    // Something of the terms has to change: back to the beginning, and the agreement of the old terms ends.
    reopen: { from: ['vetted', 'consented', 'signed', 'insured', 'trained'], to: 'draft', event: 'placement.reopened', may },
    suspend: { from: ['active'], to: 'suspended', event: 'placement.suspended', may },
    resume: { from: ['suspended'], to: 'active', event: 'placement.resumed', may },
    // To another post: this one ends, and its successor begins as a draft.
    change: { from: ['active', 'suspended'], to: 'changed', event: 'placement.changed', may },
    endEarly: { from: ['active', 'suspended'], to: 'ended_early', event: 'placement.ended_early', may },
    // Assessed and archived by the rooms that hold marks and papers.
    assess: { from: ['active', 'changed', 'ended_early'], to: 'assessed', event: 'placement.assessed', may: notByHand },
    archive: { from: ['assessed'], to: 'archived', event: 'placement.archived', may: notByHand },
    cancel: { from: ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained'], to: 'cancelled', event: 'placement.cancelled', may },
  },
  // What a school does for a class at once is asked of it once, by night (guards/night), not three hundred times.
  asks: {
    signed: [test],
    insured: [test],
    suspended: [{ kind: 'placement.decide', of: school, due: () => null, params }],
    changed: [{ kind: 'placement.assess', of: school, due: ({ clocks }) => clocks.assess, params }],
    ended_early: [{ kind: 'placement.assess', of: school, due: ({ clocks }) => clocks.assess, params }],
  },
})

/** The way to the first day, in order: each step is taken once its guards hold. */
export const wayToStart = ['vet', 'consent', 'sign', 'insure', 'train', 'activate'] as const
export type Step = (typeof wayToStart)[number]
export const nextStepOf = (state: PlacementState): Step | null => wayToStart.find((step) => placementLife.transitions[step].from.includes(state)) ?? null
export const isLive = (state: PlacementState) => ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'suspended'].includes(state)
