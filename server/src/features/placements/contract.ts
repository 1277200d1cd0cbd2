import { z } from 'zod'
import { endpoint } from '../../contract/endpoint.ts'
import { Day, Moment } from '../../contract/moment.ts'
import { pageOf, Paging } from '../../contract/paging.ts'

export const placementStates = ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'suspended', 'changed', 'ended_early', 'assessed', 'archived', 'cancelled'] as const
export const PlacementState = z.enum(placementStates)
export type PlacementState = z.infer<typeof PlacementState>
/** What somebody does by hand; the rest is done by the rooms that hold the facts. */
export const placementActions = ['activate', 'reopen', 'suspend', 'resume', 'change', 'endEarly', 'cancel'] as const
export const PlacementAction = z.enum(placementActions)
export type PlacementAction = z.infer<typeof PlacementAction>

export const PlacementParams = z.object({ placementId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)

export const PlacementRow = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: z.enum(['placement', 'orientation']),
  scheme: z.enum(['ordinary', 'apprenticeship']),
  state: PlacementState,
  studentId: z.uuid(),
  studentName: z.string(),
  studentNumber: z.string(),
  cohortName: z.string(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  organisationId: z.uuid(),
  unitName: z.string(),
  postId: z.uuid().nullable(),
  roundId: z.uuid().nullable(),
  title: z.string(),
  startsOn: Day,
  endsOn: Day,
  endedOn: Day.nullable(),
  selfChosen: z.boolean(),
  supervisorId: z.uuid().nullable(),
  supervisorName: z.string().nullable(),
  mentorName: z.string().nullable(),
  /** Open alarms of last night. */
  alarms: z.int(),
  demo: z.boolean(),
})
export type PlacementRow = z.infer<typeof PlacementRow>

export const PlacementFilter = z.object({
  q: z.string().trim().max(60).default(''),
  state: z.union([PlacementState, z.enum(['on_the_way', 'live', 'over'])]).optional(),
  schoolId: z.uuid().optional(),
  organisationId: z.uuid().optional(),
  cohortId: z.uuid().optional(),
  roundId: z.uuid().optional(),
  /** Of the teacher who asks. */
  mine: z.stringbool().default(false),
  alarm: z.stringbool().default(false),
  startsBefore: Day.optional(),
  sort: z.enum(['startsOn', '-startsOn', 'number', '-number']).default('-number'),
})
export type PlacementFilter = z.infer<typeof PlacementFilter>
export const listPlacements = endpoint({ method: 'GET', path: '/placements', query: Paging.extend(PlacementFilter.shape), reply: pageOf(PlacementRow), summary: 'Placements one has a part in' })

/** What the student does there, for what pay. */
export const PlacementTerms = z.object({
  title: z.string().trim().min(1).max(100),
  tasks: Text(2000).default(''),
  occupationCode: z.string().max(20).nullish(),
  majorCodes: z.array(z.string().max(10)).max(20).default([]),
  payMin: z.int().min(0).max(1_000_000).nullish(),
  payMax: z.int().min(0).max(1_000_000).nullish(),
  payPeriod: z.enum(['hour', 'day', 'month', 'year']).nullish(),
  samePostWage: z.int().min(1).max(1_000_000).nullish(),
  lowestTierWage: z.int().min(1).max(1_000_000).nullish(),
  payDirect: z.boolean().default(true),
  hoursPerDay: z.number().positive().max(24).nullish(),
  hoursPerWeek: z.number().positive().max(168).nullish(),
  shift: z.enum(['day', 'two_shifts', 'three_shifts', 'flexible']).nullish(),
  nightWork: z.boolean().default(false),
  restDayWork: z.boolean().default(false),
  divisionCode: z.string().regex(/^\d{6}$/).nullish(),
  abroad: z.boolean().default(false),
  town: Text(60).nullish(),
  address: Text(200).nullish(),
  meals: Text(60).nullish(),
  hazards: z.array(z.string().max(20)).max(10).default([]),
  labourIntensity: z.int().min(1).max(4).nullish(),
  minorForbidden: z.boolean().default(false),
  femaleForbidden: z.boolean().default(false),
  entertainmentVenue: z.boolean().default(false),
  agency: z.boolean().default(false),
  postStaff: z.int().min(0).max(2_000_000).nullish(),
  specialNeedFiling: Text(100).nullish(),
  specialNeedFiledOn: Day.nullish(),
})
export type PlacementTerms = z.output<typeof PlacementTerms>

export const createPlacement = endpoint({
  method: 'POST',
  path: '/placements',
  body: z.object({
    studentId: z.uuid(),
    kind: z.enum(['placement', 'orientation']).default('placement'),
    /** An employee of the new apprenticeship for enterprises is no student on placement: named, so that it can be refused with its rule. */
    scheme: z.enum(['ordinary', 'apprenticeship', 'employee']).default('ordinary'),
    /** A post of the platform; without one the unit and the terms. */
    postId: z.uuid().optional(),
    organisationId: z.uuid().optional(),
    terms: PlacementTerms.optional(),
    startsOn: Day,
    endsOn: Day,
    selfChosen: z.boolean().default(false),
    /** With a place that the student found: when and why the school's was refused (by student and guardian). */
    refusedOn: Day.nullish(),
    refusal: Text(500).nullish(),
    supervisorId: z.uuid().nullish(),
    mentorName: Text(50).nullish(),
    mentorPhone: Text(30).nullish(),
    lodging: z.enum(['school', 'unit', 'home', 'elsewhere']).nullish(),
    proposedBy: z.enum(['school', 'student', 'unit', 'office', 'authority']).default('school'),
    /** Whatever the student is charged, under any name. Rule 1.34 lets only nothing through. */
    charge: z.number().min(0).default(0),
  }),
  reply: z.object({ id: z.uuid(), number: z.string() }),
  summary: 'The school makes a placement by hand, also one the student found',
})
export type PlacementWish = z.output<(typeof createPlacement)['body']>

export const createFromRound = endpoint({
  method: 'POST',
  path: '/placements/of-round',
  body: z.object({ roundId: z.uuid(), studentIds: z.array(z.uuid()).max(2000).optional(), supervisorId: z.uuid().nullish() }),
  reply: z.object({
    made: z.int(),
    /** Those the law keeps out, with the reason. */
    refused: z.array(z.object({ studentId: z.uuid(), studentName: z.string(), code: z.string(), findings: z.array(z.unknown()) })),
  }),
  summary: 'Makes placements of the accepted places of a round, for the own school',
})

const Cans = z.record(PlacementAction, z.boolean()).and(z.object({ edit: z.boolean(), tend: z.boolean() }))
export const PlacementView = PlacementRow.extend({
  previousId: z.uuid().nullable(),
  terms: PlacementTerms,
  refusedOn: Day.nullable(),
  refusal: z.string().nullable(),
  chosenApprovedAt: Moment.nullable(),
  mentorPhone: z.string().nullable(),
  supervisorPhone: z.string().nullable(),
  lodging: z.enum(['school', 'unit', 'home', 'elsewhere']).nullable(),
  lodgingConsentOn: Day.nullable(),
  healthCheckOn: Day.nullable(),
  reason: z.string().nullable(),
  moments: z.record(z.string(), Moment.nullable()),
  side: z.enum(['school', 'teacher', 'unit', 'student', 'office']),
  version: z.int(),
  can: Cans,
})
export type PlacementView = z.input<typeof PlacementView>
export const getPlacement = endpoint({ method: 'GET', path: '/placements/:placementId', params: PlacementParams, reply: PlacementView })

export const getPlacementHistory = endpoint({
  method: 'GET',
  path: '/placements/:placementId/history',
  params: PlacementParams,
  reply: z.object({ rows: z.array(z.object({ at: Moment, event: z.string(), by: z.string().nullable(), details: z.record(z.string(), z.unknown()) })) }),
})
