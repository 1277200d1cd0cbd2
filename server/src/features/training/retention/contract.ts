import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { AnswerCode } from '../places/contract.ts'

export const confirmRetention = endpoint({
  method: 'POST',
  path: '/my/class-retentions/:retentionId',
  params: z.object({ retentionId: z.uuid() }),
  body: z.object({ stays: z.boolean(), code: AnswerCode.optional(), note: z.string().trim().max(500).optional() }),
  reply: z.object({ id: z.uuid(), stays: z.boolean() }),
  summary: 'Whether one is still at the firm, said by the student and nobody else',
})
