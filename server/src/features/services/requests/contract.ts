import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { DeclineCode, ServiceFamily } from '../../needs/problems/contract.ts'
import { Burden } from '../contacts/contract.ts'
import { RatingSum } from '../ratings/contract.ts'

export const requestStates = ['routed', 'accepted', 'delivered', 'confirmed', 'rated', 'declined', 'lapsed', 'withdrawn'] as const
export const RequestState = z.enum(requestStates)
export type RequestState = z.infer<typeof RequestState>
export const requestActions = ['accept', 'decline', 'deliver', 'object', 'confirm', 'withdraw'] as const
export const RequestAction = z.enum(requestActions)
export type RequestAction = z.infer<typeof RequestAction>

const RequestParams = z.object({ requestId: z.uuid() })
const NeedParams = z.object({ needId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)

export const RequestRow = z.object({
  id: z.uuid(),
  number: z.string(),
  state: RequestState,
  needId: z.uuid(),
  needNumber: z.string(),
  needTitle: z.string(),
  family: ServiceFamily,
  askerId: z.uuid(),
  askerName: z.string(),
  providerId: z.uuid(),
  providerName: z.string(),
  offerId: z.uuid().nullable(),
  offerTitle: z.string().nullable(),
  routedAt: z.string(),
  dueAt: z.string().nullable(),
  escalation: z.int(),
  deliverBy: z.string().nullable(),
  declineCode: DeclineCode.nullable(),
  stars: z.int().nullable(),
  demo: z.boolean(),
})
export type RequestRow = z.infer<typeof RequestRow>

export const RequestFilter = z.object({
  q: z.string().trim().max(60).default(''),
  state: z.union([RequestState, z.literal('live'), z.literal('late')]).optional(),
  family: ServiceFamily.optional(),
  side: z.enum(['asker', 'provider']).optional(),
  offerId: z.uuid().optional(),
  sort: z.enum(['routedAt', '-routedAt', 'dueAt', '-dueAt']).default('-routedAt'),
})
export type RequestFilter = z.infer<typeof RequestFilter>
export const listRequests = endpoint({ method: 'GET', path: '/service-requests', query: Paging.extend(RequestFilter.shape), reply: pageOf(RequestRow), summary: 'Service requests one has a part in' })

export const exportRequests = endpoint({ method: 'GET', path: '/service-requests/export', query: RequestFilter, bytes: 'download', reply: z.object({}), summary: 'The same list as a workbook' })

export const RequestView = RequestRow.extend({
  needState: z.string(),
  routedAs: z.enum(['office', 'provider']),
  message: z.string().nullable(),
  acceptedAt: z.string().nullable(),
  plan: z.string().nullable(),
  deliveredAt: z.string().nullable(),
  delivery: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  objection: z.string().nullable(),
  reason: z.string().nullable(),
  endedAt: z.string().nullable(),
  words: z.string().nullable(),
  ratedAt: z.string().nullable(),
  /** Whether accepting means promising confidentiality first. */
  confidential: z.boolean(),
  /** False: what was written about a confidential need is kept back, and null here. */
  whole: z.boolean(),
  side: z.enum(['asker', 'provider', 'office', 'authority']),
  version: z.int(),
  can: z.record(RequestAction, z.boolean()).and(z.object({ rate: z.boolean() })),
})
export type RequestView = z.input<typeof RequestView>
export const getRequest = endpoint({ method: 'GET', path: '/service-requests/:requestId', params: RequestParams, reply: RequestView })

export const moveRequest = endpoint({
  method: 'POST',
  path: '/service-requests/:requestId/moves',
  params: RequestParams,
  body: z.object({
    action: RequestAction,
    /** With `accept`: what will be done, until when; and, where the need is confidential, the promise to keep it so. */
    plan: Text(1000).optional(),
    deliverBy: z.iso.date().optional(),
    confidential: z.boolean().optional(),
    /** With `deliver`. */
    delivery: Text(2000).optional(),
    /** With `decline`. */
    declineCode: DeclineCode.optional(),
    reason: Text(500).optional(),
    /** With `confirm`: whether the need is solved by it. */
    solved: z.boolean().optional(),
    version: z.int(),
  }),
  reply: z.object({ id: z.uuid(), state: RequestState, version: z.int() }),
  summary: 'Accept, decline, deliver, send back, confirm, take back',
})
export const getRequestHistory = endpoint({
  method: 'GET',
  path: '/service-requests/:requestId/history',
  params: RequestParams,
  reply: z.object({ rows: z.array(z.object({ at: z.string(), event: z.string(), by: z.string().nullable(), details: z.record(z.string(), z.unknown()) })) }),
})

export const NeedServices = z.object({
  rows: z.array(RequestRow),
  /** Who was asked and said no or nothing. */
  can: z.object({ route: z.boolean(), take: z.boolean() }),
  /** What the asker was burdened with this month, when it is a firm and this actor routes. */
  burden: Burden.nullable(),
})
export const listOfNeed = endpoint({ method: 'GET', path: '/problems/:needId/service-requests', params: NeedParams, reply: NeedServices, summary: 'To whom a service need was routed, within what one may see' })

export const Suggestion = z.object({
  offerId: z.uuid(),
  number: z.string(),
  title: z.string(),
  providerId: z.uuid(),
  providerName: z.string(),
  pricing: z.enum(['free', 'priced', 'negotiable']),
  price: z.int().nullable(),
  priceUnit: z.string().nullable(),
  answerDays: z.int(),
  full: z.boolean(),
  /** What became of asking this provider before about this need. */
  before: RequestState.nullable(),
  rating: RatingSum,
  /** Words of the need that the offer has, too. */
  shared: z.array(z.string()),
  burden: Burden.nullable(),
})
export type Suggestion = z.infer<typeof Suggestion>
export const suggestOffers = endpoint({ method: 'GET', path: '/problems/:needId/service-suggestions', params: NeedParams, reply: z.object({ rows: z.array(Suggestion) }), summary: 'Open offers for a service need, nearest first' })

export const routeNeed = endpoint({
  method: 'POST',
  path: '/problems/:needId/service-requests',
  params: NeedParams,
  body: z.object({
    targets: z.array(z.object({ offerId: z.uuid().optional(), providerId: z.uuid().optional() }).refine(({ offerId, providerId }) => (offerId === undefined) !== (providerId === undefined), { message: 'one_of' })).min(1).max(5),
    message: Text(500).optional(),
    /** Why a firm is asked once more, past the threshold. */
    reason: Text(300).optional(),
  }),
  reply: z.object({ ids: z.array(z.uuid()) }),
  summary: 'Routes a service need to one or more offers or providers',
})
export const takeNeed = endpoint({
  method: 'POST',
  path: '/problems/:needId/own-service-request',
  params: NeedParams,
  body: z.object({ offerId: z.uuid().optional(), plan: Text(1000), deliverBy: z.iso.date(), confidential: z.boolean().optional() }),
  reply: z.object({ id: z.uuid() }),
  summary: 'A provider takes a service need itself',
})
