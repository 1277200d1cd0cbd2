import { z } from 'zod'
import { endpoint } from '../../../../contract/endpoint.ts'

const DealParams = z.object({ dealId: z.uuid() })
const When = z.iso.datetime({ offset: true })

export const objectToPrice = endpoint({
  method: 'POST',
  path: '/public/deals/:dealId/objections',
  params: DealParams,
  body: z.object({ body: z.string().trim().min(10).max(2000), name: z.string().trim().min(1).max(50), contact: z.string().trim().min(5).max(100) }),
  reply: z.object({ id: z.uuid(), number: z.string(), dueAt: When }),
  open: true,
  summary: 'Object to an agreed price while it is published, without an account',
})

export const outcomes = ['kept', 'changed'] as const
export const PriceObjection = z.object({
  id: z.uuid(),
  number: z.string(),
  /** For the unit that answers and the office; null for others. */
  name: z.string().nullable(),
  contact: z.string().nullable(),
  body: z.string(),
  madeAt: When,
  dueAt: When,
  outcome: z.enum(outcomes).nullable(),
  answer: z.string().nullable(),
  answeredAt: When.nullable(),
  can: z.object({ answer: z.boolean() }),
})
export type PriceObjection = z.infer<typeof PriceObjection>

export const listPriceObjections = endpoint({ method: 'GET', path: '/deals/:dealId/objections', params: DealParams, reply: z.object({ rows: z.array(PriceObjection) }), summary: 'What was said against the price, and the answers' })
export const answerPriceObjection = endpoint({
  method: 'POST',
  path: '/deals/:dealId/objections/:objectionId/answer',
  params: DealParams.extend({ objectionId: z.uuid() }),
  /** changed: it was right; the notice is void, and name or price are published anew. */
  body: z.object({ outcome: z.enum(outcomes), answer: z.string().trim().min(10).max(2000) }),
  reply: z.object({ id: z.uuid() }),
  summary: 'Answered in writing by the unit that sells, or by the office',
})
