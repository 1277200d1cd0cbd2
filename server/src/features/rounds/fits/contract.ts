import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { RoundParams } from '../contract.ts'

export const MyFit = z.object({
  postId: z.uuid(),
  /** The post names my major. */
  named: z.boolean(),
  /** The occupation by which the official tables say that my major leads there. */
  official: z.string().nullable(),
  /** Words of the post that my programme's name led to. */
  words: z.array(z.string()),
})
export type MyFit = z.infer<typeof MyFit>

export const getMyFits = endpoint({
  method: 'GET',
  path: '/my/rounds/:roundId/fits',
  params: RoundParams,
  reply: z.object({ programmeName: z.string(), rows: z.array(MyFit), nothingFits: z.boolean() }),
  summary: 'Posts of the round that fit my programme, the nearest first, each with why; what does not fit is not listed',
})
