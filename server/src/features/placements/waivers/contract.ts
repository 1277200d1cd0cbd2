import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { FileView } from '../../files/contract.ts'
import { PlacementParams } from '../contract.ts'

const Text = (most: number) => z.string().trim().max(most)
const WaiverParams = z.object({ waiverId: z.uuid() })
const UnitParams = z.object({ unitId: z.uuid() })
const Reason = Text(500).min(5)

export const WaiverView = z.object({
  id: z.uuid(),
  ruleId: z.string(),
  kind: z.enum(['reason', 'exception']),
  /** What was accepted: key of the finding and its figures. */
  params: z.record(z.string(), z.unknown()),
  reason: z.string(),
  number: z.string().nullable(),
  datedOn: Day.nullable(),
  authority: z.string().nullable(),
  file: FileView.nullable(),
  ofUnit: z.boolean(),
  askedBy: z.string().nullable(),
  askedAt: Moment,
  approvedBy: z.string().nullable(),
  approvedAt: Moment.nullable(),
  refusedAt: Moment.nullable(),
  refusal: z.string().nullable(),
  revokedAt: Moment.nullable(),
  can: z.object({ approve: z.boolean(), keep: z.boolean() }),
})
export const listWaivers = endpoint({ method: 'GET', path: '/placements/:placementId/waivers', params: PlacementParams, reply: z.object({ rows: z.array(WaiverView) }), summary: 'Reasons and exceptions, of the placement and of its unit' })
export const listUnitWaivers = endpoint({ method: 'GET', path: '/units/:unitId/waivers', params: UnitParams, reply: z.object({ rows: z.array(WaiverView) }) })
export const giveReason = endpoint({
  method: 'POST',
  path: '/placements/:placementId/reasons',
  params: PlacementParams,
  body: z.object({ ruleId: z.string().max(10), reason: Reason }),
  reply: z.object({ id: z.uuid() }),
  summary: 'Why what is not generally allowed is right here; somebody else of the school approves',
})
export const askException = endpoint({
  method: 'POST',
  path: '/units/:unitId/exceptions',
  params: UnitParams,
  body: z.object({ number: Text(60), datedOn: Day, authority: Text(100), reason: Reason }),
  reply: z.object({ id: z.uuid() }),
  summary: 'Rule 1.30: special needs of the posts there, filed with the authority: number, date, document, approver',
})
export const addWaiverFile = endpoint({ method: 'POST', path: '/placement-waivers/:waiverId/file', params: WaiverParams, reply: FileView, bytes: 'upload' })
export const decideWaiver = endpoint({
  method: 'POST',
  path: '/placement-waivers/:waiverId/decision',
  params: WaiverParams,
  body: z.object({ approve: z.boolean(), refusal: Text(500).optional() }),
  reply: z.object({ id: z.uuid(), moved: z.int() }),
})
export const revokeWaiver = endpoint({ method: 'POST', path: '/placement-waivers/:waiverId/revocation', params: WaiverParams, body: z.object({ reason: Reason }), reply: z.object({ id: z.uuid() }) })
