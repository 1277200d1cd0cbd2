import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day } from '../../../contract/moment.ts'
import { ClassParams } from '../classes/contract.ts'

const Text = (most: number, least = 0) => z.string().trim().min(least).max(most)
export const planClass = endpoint({
  method: 'PUT',
  path: '/order-classes/:classId/plan',
  params: ClassParams,
  body: z.object({ title: Text(60, 2), courses: z.array(z.object({ name: Text(60, 1), hours: z.int().min(1).max(2000), term: z.int().min(1).max(12), taughtBy: z.enum(['school', 'firm', 'both']) })).max(40), version: z.int() }),
  reply: z.object({ version: z.int() }),
  summary: 'The courses of the training plan, before the academic committee',
})
export const addMentor = endpoint({
  method: 'POST',
  path: '/order-classes/:classId/mentors',
  params: ClassParams,
  body: z.object({ side: z.enum(['school', 'firm']), teacherId: z.uuid().optional(), name: Text(50).optional(), phone: z.string().regex(/^\+?\d{6,15}$/).nullable().default(null), duty: Text(200).default(''), since: Day }),
  reply: z.object({ id: z.uuid() }),
  summary: 'A guide: a teacher of the school, or somebody of the firm',
})
export const endMentor = endpoint({ method: 'POST', path: '/order-classes/:classId/mentors/:mentorId/end', params: ClassParams.extend({ mentorId: z.uuid() }), body: z.object({ until: Day, reason: Text(200, 2) }), reply: z.object({ id: z.uuid() }), summary: 'A guide is replaced; who it was stays in the list' })
