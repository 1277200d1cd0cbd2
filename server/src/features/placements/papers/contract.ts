import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day } from '../../../contract/moment.ts'
import { PlacementParams } from '../contract.ts'

/** 知情同意书、自主选岗申请、三方协议、学徒协议。 */
export const PaperKind = z.enum(['consent', 'own_choice', 'three_party', 'apprenticeship'])
export type PaperKind = z.infer<typeof PaperKind>

const PaperFacts = z.object({
  /** 每月 10 日 */
  payDay: z.string().trim().min(1).max(30).default('每月 15 日前'),
  unitWeight: z.string().trim().min(1).max(10).default('50%'),
  offer: z.string().trim().max(100).default('同等条件'),
})

export const draftPapers = endpoint({
  method: 'POST',
  path: '/placements/papers',
  body: z.object({ kind: PaperKind, placementIds: z.array(z.uuid()).min(1).max(300), facts: PaperFacts.optional() }),
  reply: z.object({
    made: z.array(z.object({ placementId: z.uuid(), agreementId: z.uuid() })),
    refused: z.array(z.object({ placementId: z.uuid(), studentName: z.string(), code: z.string(), issues: z.array(z.unknown()) })),
  }),
  summary: 'Writes the consent form or agreement of many placements and opens it for signing',
})

export const PaperView = z.object({
  id: z.uuid(),
  kind: z.string(),
  number: z.string(),
  state: z.enum(['draft', 'signing', 'concluded']),
  signedOn: Day.nullable(),
  parties: z.array(z.object({ role: z.string(), name: z.string(), signedOn: Day.nullable() })),
})
export const listPapers = endpoint({ method: 'GET', path: '/placements/:placementId/papers', params: PlacementParams, reply: z.object({ rows: z.array(PaperView) }), summary: 'Consent and agreements of a placement, and who has signed' })
