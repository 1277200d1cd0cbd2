import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { ClassParams } from '../classes/contract.ts'

const Text = (most: number, least = 0) => z.string().trim().min(least).max(most)
const TermParams = z.object({ termId: z.uuid() })
export const TermView = z.object({
  id: z.uuid(),
  number: z.int(),
  startsOn: Day,
  endsOn: Day,
  schoolNote: z.string().nullable(),
  schoolNotedAt: Moment.nullable(),
  firmNote: z.string().nullable(),
  firmNotedAt: Moment.nullable(),
  marks: z.array(z.object({ placeId: z.uuid(), name: z.string(), schoolMark: z.number().nullable(), firmMark: z.number().nullable() })),
  can: z.object({ evaluate: z.boolean() }),
})
export type TermView = z.input<typeof TermView>
export const listTerms = endpoint({ method: 'GET', path: '/order-classes/:classId/terms', params: ClassParams, reply: z.object({ rows: z.array(TermView) }), summary: 'The terms of a class with their evaluation' })
export const addTerm = endpoint({ method: 'POST', path: '/order-classes/:classId/terms', params: ClassParams, body: z.object({ startsOn: Day, endsOn: Day }), reply: z.object({ id: z.uuid(), number: z.int() }), summary: 'The next term begins' })
export const evaluateTerm = endpoint({
  method: 'PUT',
  path: '/class-terms/:termId/evaluation',
  params: TermParams,
  body: z.object({ note: Text(2000, 5), marks: z.array(z.object({ placeId: z.uuid(), mark: z.number().min(0).max(100) })).max(500) }),
  reply: z.object({ id: z.uuid() }),
  summary: 'What one’s own side says of the term, and its marks',
})
