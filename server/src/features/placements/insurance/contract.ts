import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { FileView } from '../../files/contract.ts'
import { PlacementState } from '../contract.ts'

const PolicyParams = z.object({ policyId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)
const Ids = z.array(z.uuid()).max(2000)

export const PolicyRow = z.object({
  id: z.uuid(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  kind: z.enum(['liability', 'work_injury']),
  insurer: z.string(),
  number: z.string(),
  payer: z.enum(['school', 'unit']),
  startsOn: Day,
  endsOn: Day,
  endedOn: Day.nullable(),
  covered: z.int(),
  demo: z.boolean(),
})
export type PolicyRow = z.infer<typeof PolicyRow>
export const listPolicies = endpoint({
  method: 'GET',
  path: '/insurance-policies',
  query: Paging.extend({ q: Text(60).default(''), endingBefore: Day.optional() }),
  reply: pageOf(PolicyRow),
  summary: 'Insurance policies of the school',
})

const Covered = z.object({ placementId: z.uuid(), placementNumber: z.string(), studentName: z.string(), unitName: z.string(), state: PlacementState, startsOn: Day, endsOn: Day, fromDay: Day, untilDay: Day, /** First day of the placement that no policy covers. */ gap: Day.nullable() })
export const PolicyView = PolicyRow.extend({ remark: z.string(), createdAt: Moment, files: z.array(FileView), covers: z.array(Covered), version: z.int(), can: z.object({ keep: z.boolean() }) })
export type PolicyView = z.input<typeof PolicyView>
export const getPolicy = endpoint({ method: 'GET', path: '/insurance-policies/:policyId', params: PolicyParams, reply: PolicyView })

const CoverWish = z.object({
  placementIds: Ids,
  /** Another policy covers the days that are missing: without this word a gap is refused. */
  partly: z.boolean().default(false),
})
const Insured = z.object({ id: z.uuid(), covered: z.int(), /** Placements that moved on with it. */ moved: z.int() })
export const writePolicy = endpoint({
  method: 'POST',
  path: '/insurance-policies',
  body: z.object({
    kind: z.enum(['liability', 'work_injury']).default('liability'),
    insurer: Text(100).min(2),
    number: Text(60).min(2),
    /** The student is named, so that it can be refused with its rule. */
    payer: z.enum(['school', 'unit', 'student']),
    startsOn: Day,
    endsOn: Day,
    remark: Text(500).default(''),
    covers: CoverWish.optional(),
  }),
  reply: Insured,
  summary: 'A policy and whom it covers',
})
export const coverPlacements = endpoint({ method: 'POST', path: '/insurance-policies/:policyId/covers', params: PolicyParams, body: CoverWish, reply: Insured, summary: 'Adds placements to a group policy' })
export const uncoverPlacement = endpoint({ method: 'DELETE', path: '/insurance-policies/:policyId/covers/:placementId', params: PolicyParams.extend({ placementId: z.uuid() }), reply: z.object({ id: z.uuid() }), summary: 'Takes a placement off a policy' })
export const endPolicy = endpoint({
  method: 'POST',
  path: '/insurance-policies/:policyId/end',
  params: PolicyParams,
  body: z.object({ endedOn: Day, version: z.int() }),
  reply: z.object({ id: z.uuid(), version: z.int() }),
  summary: 'The policy ended earlier than written',
})
export const addPolicyFile = endpoint({ method: 'POST', path: '/insurance-policies/:policyId/files', params: PolicyParams, reply: FileView, bytes: 'upload', summary: 'The policy on paper' })
