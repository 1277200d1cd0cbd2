import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

/** How many ratings, and their mean; null while they are too few for one to say anything but who gave it. */
export const RatingSum = z.object({ count: z.int(), average: z.number().nullable() })
export type RatingSum = z.infer<typeof RatingSum>

export const rateService = endpoint({
  method: 'POST',
  path: '/service-requests/:requestId/rating',
  params: z.object({ requestId: z.uuid() }),
  body: z.object({ stars: z.int().min(1).max(5), words: z.string().trim().max(500).optional(), version: z.int() }),
  reply: z.object({ id: z.uuid(), state: z.string(), version: z.int() }),
  summary: 'What the asker says of a service, once',
})

export const RatingRow = z.object({
  requestId: z.uuid(),
  stars: z.int(),
  ratedAt: z.string(),
  family: z.string(),
  providerId: z.uuid(),
  providerName: z.string(),
  offerTitle: z.string().nullable(),
  /** What was said and by whom: for the two sides and the office. */
  words: z.string().nullable(),
  askerName: z.string().nullable(),
  requestNumber: z.string().nullable(),
})
export type RatingRow = z.infer<typeof RatingRow>

export const RatingFilter = z.object({ offerId: z.uuid().optional(), providerId: z.uuid().optional() })
export const listRatings = endpoint({ method: 'GET', path: '/service-ratings', query: Paging.extend(RatingFilter.shape), reply: pageOf(RatingRow), summary: 'The ratings behind a figure' })
