import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'

export const SuggestedMajor = z.object({
  code: z.string(),
  name: z.string(),
  /** The words of the post that led here, and how far they speak for it: 0 to 1. */
  words: z.array(z.string()),
  fit: z.number(),
})
export type SuggestedMajor = z.infer<typeof SuggestedMajor>

export const suggestMajors = endpoint({
  method: 'POST',
  path: '/needs/major-suggestions',
  body: z.object({ title: z.string().trim().max(100).default(''), tasks: z.string().trim().max(2000).default(''), occupationCode: z.string().max(20).nullable().default(null) }),
  reply: z.object({ rows: z.array(SuggestedMajor) }),
  summary: 'Majors that a post asks for, read from its title, tasks and occupation; none when none fits',
})
