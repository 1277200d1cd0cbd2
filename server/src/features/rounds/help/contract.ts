import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'

const When = z.iso.datetime({ offset: true })
export const helpTopics = ['question', 'unsafe', 'unfair', 'pay', 'other'] as const

const HelpRequest = z.object({
  id: z.uuid(),
  topic: z.enum(helpTopics),
  body: z.string(),
  pastParties: z.boolean(),
  state: z.enum(['open', 'answered']),
  answer: z.string().nullable(),
  createdAt: When,
  studentName: z.string().nullable(),
  schoolName: z.string().nullable(),
})

export const listMyHelp = endpoint({
  method: 'GET',
  path: '/my/help',
  reply: z.object({ contacts: z.array(z.object({ name: z.string(), role: z.string(), phone: z.string().nullable() })), rows: z.array(HelpRequest) }),
  summary: 'Whom I can ask, and what I asked',
})

export const askForHelp = endpoint({
  method: 'POST',
  path: '/my/help',
  body: z.object({ topic: z.enum(helpTopics), body: z.string().trim().min(2).max(2000), pastParties: z.boolean().default(false) }),
  reply: z.object({ id: z.uuid() }),
  summary: 'Ask for help; pastParties goes to the secretariat alone',
})

export const listHelpRequests = endpoint({ method: 'GET', path: '/help-requests', reply: z.object({ rows: z.array(HelpRequest) }) })

export const answerHelp = endpoint({
  method: 'POST',
  path: '/help-requests/:helpId/answer',
  params: z.object({ helpId: z.uuid() }),
  body: z.object({ answer: z.string().trim().min(2).max(2000) }),
  reply: z.object({ id: z.uuid() }),
})
