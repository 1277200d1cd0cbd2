import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { PlacementParams } from '../contract.ts'

export const incidentKinds = ['injury', 'illness', 'traffic', 'missing', 'conflict', 'other'] as const
export const severities = ['light', 'serious', 'grave'] as const
export const whoms = ['guardian', 'school', 'unit', 'authority', 'insurer', 'police', 'hospital'] as const
export const claimStates = ['reported', 'documented', 'assessed', 'settled', 'refused', 'withdrawn'] as const
const State = z.enum(['open', 'told', 'closed'])
const Whom = z.enum(whoms)
const ClaimState = z.enum(claimStates)
const Text = (least: number, most: number) => z.string().trim().min(least).max(most)
const Given = z.iso.datetime({ offset: true }).transform((text) => new Date(text))
export const IncidentParams = z.object({ incidentId: z.uuid() })
const ClaimParams = z.object({ incidentId: z.uuid(), claimId: z.uuid() })
const Money = z.number().positive().max(10_000_000)

const Notice = z.object({ id: z.uuid(), whom: Whom, name: z.string(), channel: z.enum(['call', 'in_person', 'message', 'letter']), toldAt: Moment, by: z.string().nullable() })
const Measure = z.object({ id: z.uuid(), text: z.string(), doneOn: Day, by: z.string().nullable() })
const Claim = z.object({
  id: z.uuid(), state: ClaimState, policyNumber: z.string(), insurer: z.string(), claimNumber: z.string().nullable(), claimed: z.number().nullable(), approved: z.number().nullable(), paid: z.number().nullable(), paidOn: Day.nullable(),
  payee: z.enum(['student', 'guardian', 'school', 'unit', 'hospital']).nullable(), refusal: z.string().nullable(),
  steps: z.array(z.object({ state: ClaimState, onDay: Day, remark: z.string(), by: z.string().nullable() })),
  next: z.array(ClaimState),
})
export const IncidentRow = z.object({
  id: z.uuid(), number: z.string(), state: State, kind: z.enum(incidentKinds), severity: z.enum(severities), happenedAt: Moment, place: z.string(), dueAt: Moment, toldAt: Moment.nullable(), late: z.boolean(), createdAt: Moment,
  placement: z.object({ id: z.uuid(), number: z.string(), studentName: z.string(), unitName: z.string(), schoolName: z.string() }),
  demo: z.boolean(),
})
export const IncidentView = IncidentRow.extend({
  text: z.string(), conclusion: z.string().nullable(), closedAt: Moment.nullable(), createdBy: z.string().nullable(),
  notices: z.array(Notice),
  /** Who still has to be told within the 24 hours. */
  owed: z.array(Whom),
  measures: z.array(Measure), claims: z.array(Claim),
  /** Policies that cover the day of the incident. */
  policies: z.array(z.object({ id: z.uuid(), number: z.string(), insurer: z.string(), kind: z.string() })),
  can: z.object({ tell: z.boolean(), measure: z.boolean(), claim: z.boolean(), close: z.boolean() }),
})
export type IncidentView = z.input<typeof IncidentView>

const NoticeBody = z.object({ whom: Whom, name: Text(1, 100), channel: z.enum(['call', 'in_person', 'message', 'letter']), toldAt: Given })
export const reportIncident = endpoint({
  method: 'POST',
  path: '/placements/:placementId/incidents',
  params: PlacementParams,
  body: z.object({ kind: z.enum(incidentKinds), severity: z.enum(severities), happenedAt: Given, place: Text(2, 200), text: Text(5, 2000) }),
  reply: z.object({ id: z.uuid(), number: z.string() }),
  summary: 'Whoever has a part in a placement reports an incident; 24 hours run from here',
})
export const IncidentFilter = z.object({ state: State.optional(), placementId: z.uuid().optional() })
export const listIncidents = endpoint({ method: 'GET', path: '/incidents', query: Paging.extend(IncidentFilter.shape), reply: pageOf(IncidentRow) })
export const getIncident = endpoint({ method: 'GET', path: '/incidents/:incidentId', params: IncidentParams, reply: IncidentView })
export const noteNotice = endpoint({ method: 'POST', path: '/incidents/:incidentId/notices', params: IncidentParams, body: NoticeBody, reply: z.object({ state: State }) })
export const noteMeasure = endpoint({ method: 'POST', path: '/incidents/:incidentId/measures', params: IncidentParams, body: z.object({ text: Text(2, 1000), doneOn: Day }), reply: z.object({}) })
export const openClaim = endpoint({
  method: 'POST',
  path: '/incidents/:incidentId/claims',
  params: IncidentParams,
  body: z.object({ policyId: z.uuid(), claimNumber: Text(0, 60).default(''), claimed: Money.nullish(), reportedOn: Day }),
  reply: z.object({ id: z.uuid() }),
})
export const stepClaim = endpoint({
  method: 'POST',
  path: '/incidents/:incidentId/claims/:claimId/steps',
  params: ClaimParams,
  body: z.object({
    to: ClaimState, onDay: Day, remark: Text(0, 500).default(''), claimNumber: Text(1, 60).optional(), approved: z.number().min(0).max(10_000_000).optional(), paid: Money.optional(),
    payee: z.enum(['student', 'guardian', 'school', 'unit', 'hospital']).optional(),
  }),
  reply: z.object({ state: ClaimState }),
})
export const closeIncident = endpoint({ method: 'POST', path: '/incidents/:incidentId/closing', params: IncidentParams, body: z.object({ conclusion: Text(5, 2000) }), reply: z.object({ state: State }) })
