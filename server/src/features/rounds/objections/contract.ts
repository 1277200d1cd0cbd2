import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { RoundParams } from '../contract.ts'

const When = z.iso.datetime({ offset: true })

export const objectToResult = endpoint({
  method: 'POST',
  path: '/my/rounds/:roundId/objections',
  params: RoundParams,
  body: z.object({ body: z.string().trim().min(10).max(2000) }),
  reply: z.object({ id: z.uuid(), dueAt: When }),
  summary: 'Object to my result during publicity; answered in writing within 3 working days',
})

export const objectInPublic = endpoint({
  method: 'POST',
  path: '/public/rounds/:roundId/objections',
  params: RoundParams,
  body: z.object({ body: z.string().trim().min(10).max(2000), name: z.string().trim().min(1).max(50), contact: z.string().trim().min(5).max(100) }),
  reply: z.object({ id: z.uuid(), dueAt: When }),
  open: true,
  summary: 'Object during publicity without an account',
})

export const ObjectionRow = z.object({
  id: z.uuid(),
  studentName: z.string().nullable(),
  name: z.string(),
  contact: z.string(),
  body: z.string(),
  state: z.enum(['open', 'answered']),
  answer: z.string().nullable(),
  createdAt: When,
  dueAt: When,
})

export const listObjections = endpoint({ method: 'GET', path: '/rounds/:roundId/objections', params: RoundParams, reply: z.object({ rows: z.array(ObjectionRow) }) })

export const answerObjection = endpoint({
  method: 'POST',
  path: '/objections/:objectionId/answer',
  params: z.object({ objectionId: z.uuid() }),
  body: z.object({ answer: z.string().trim().min(5).max(2000) }),
  reply: z.object({ id: z.uuid() }),
})
