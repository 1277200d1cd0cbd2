import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day } from '../../../contract/moment.ts'
import { AnswerCode, PlaceParams, PlaceState } from '../places/contract.ts'

const Text = (most: number, least = 0) => z.string().trim().min(least).max(most)
const Moved = z.object({ id: z.uuid(), state: PlaceState, version: z.int() })
export const makeOffer = endpoint({
  method: 'POST',
  path: '/class-places/:placeId/offer',
  params: PlaceParams,
  body: z.object({ postTitle: Text(60, 2), pay: z.int().min(1).max(1_000_000), place: Text(100).default(''), startsOn: Day, replyUntil: z.iso.datetime({ offset: true }), note: Text(500).default(''), version: z.int() }),
  reply: Moved,
  summary: 'The firm offers the post; not below what the agreement says',
})
export const answerOffer = endpoint({
  method: 'POST',
  path: '/my/class-places/:placeId/offer-answer',
  params: PlaceParams,
  body: z.object({ answer: z.enum(['accepted', 'declined']), code: AnswerCode.optional(), reason: Text(500).optional(), version: z.int() }),
  reply: Moved,
  summary: 'The student accepts, or declines with a reason',
})
