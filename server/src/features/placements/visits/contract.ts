import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

export const visitStates = ['planned', 'done', 'followed', 'cancelled'] as const
export const VisitState = z.enum(visitStates)
export type VisitState = z.infer<typeof VisitState>
export const visitWays = ['on_site', 'call', 'video'] as const
export const VisitWay = z.enum(visitWays)
export const visitActions = ['finish', 'follow', 'cancel'] as const
export const VisitAction = z.enum(visitActions)
export type VisitAction = z.infer<typeof VisitAction>
const Text = (least: number, most: number) => z.string().trim().min(least).max(most)

export const VisitView = z.object({
  id: z.uuid(),
  state: VisitState,
  way: VisitWay,
  organisationId: z.uuid(),
  unitName: z.string(),
  teacherId: z.uuid(),
  teacherName: z.string(),
  plannedOn: Day,
  visitedOn: Day.nullable(),
  finding: z.string().nullable(),
  followUp: z.string().nullable(),
  followUpBy: Day.nullable(),
  followedUpAt: Moment.nullable(),
  outcome: z.string().nullable(),
  reason: z.string().nullable(),
  students: z.array(z.object({ placementId: z.uuid(), name: z.string() })),
  version: z.int(),
  can: z.record(VisitAction, z.boolean()),
})
export type VisitView = z.input<typeof VisitView>

export const listVisits = endpoint({
  method: 'GET',
  path: '/placement-visits',
  query: Paging.extend({ q: z.string().trim().max(60).default(''), state: z.union([VisitState, z.literal('owed')]).optional(), placementId: z.uuid().optional(), mine: z.stringbool().default(false) }),
  reply: pageOf(VisitView),
  summary: 'Visits of the own school, planned and done',
})

/** Units with students that had no visit for a month. */
export const DueVisit = z.object({ organisationId: z.uuid(), unitName: z.string(), teacherId: z.uuid().nullable(), teacherName: z.string().nullable(), lastOn: Day.nullable(), dueOn: Day, late: z.boolean(), students: z.array(z.object({ placementId: z.uuid(), name: z.string() })) })
export type DueVisit = z.input<typeof DueVisit>
export const listDueVisits = endpoint({ method: 'GET', path: '/placement-visits/due', query: z.object({ mine: z.stringbool().default(false) }), reply: z.object({ rows: z.array(DueVisit) }), summary: 'Where a visit is due within a week, or late' })

export const planVisit = endpoint({
  method: 'POST',
  path: '/placement-visits',
  body: z.object({ placementIds: z.array(z.uuid()).min(1).max(200), teacherId: z.uuid().optional(), way: VisitWay.default('on_site'), plannedOn: Day }),
  reply: z.object({ id: z.uuid() }),
  summary: 'Plans a visit to students at one unit',
})
export const moveVisit = endpoint({
  method: 'POST',
  path: '/placement-visits/:visitId/moves',
  params: z.object({ visitId: z.uuid() }),
  body: z.object({
    action: VisitAction,
    /** With `finish`: when it was, what was found, and what has to be done about it until when. */
    visitedOn: Day.optional(),
    finding: Text(0, 2000).optional(),
    followUp: Text(0, 1000).optional(),
    followUpBy: Day.optional(),
    /** With `follow`: what became of it. */
    outcome: Text(0, 1000).optional(),
    /** With `cancel`. */
    reason: Text(0, 300).optional(),
    version: z.int(),
  }),
  reply: z.object({ id: z.uuid(), state: VisitState, version: z.int() }),
  summary: 'Write down what was found, what became of it, or that it did not take place',
})
