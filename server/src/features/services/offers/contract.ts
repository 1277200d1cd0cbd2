import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { ServiceFamily } from '../../needs/problems/contract.ts'
import { RatingSum } from '../ratings/contract.ts'

export const offerStates = ['draft', 'submitted', 'open', 'closed', 'declined'] as const
export const OfferState = z.enum(offerStates)
export type OfferState = z.infer<typeof OfferState>
export const offerActions = ['submit', 'verify', 'return', 'decline', 'confirm', 'revise', 'close'] as const
export const OfferAction = z.enum(offerActions)
export type OfferAction = z.infer<typeof OfferAction>
export const pricings = ['free', 'priced', 'negotiable'] as const
export const Pricing = z.enum(pricings)
export const CloseCode = z.enum(['owner', 'office', 'expired'])

const OfferParams = z.object({ offerId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)

/** Everything about an offer; a draft may leave it open, submission says what is missing. */
export const OfferFields = z.object({
  family: ServiceFamily,
  title: Text(100).min(1),
  titleEn: Text(200).nullable().default(null),
  description: Text(4000).default(''),
  descriptionEn: Text(4000).nullable().default(null),
  audience: Text(300).default(''),
  pricing: Pricing.default('free'),
  /** Yuan. */
  price: z.int().min(1).max(1_000_000_000).nullable().default(null),
  priceUnit: Text(20).nullable().default(null),
  capacity: z.int().min(1).max(10_000).nullable().default(null),
  answerDays: z.int().min(1).max(10).default(5),
  contactName: Text(60).nullable().default(null),
  contactPhone: Text(30).nullable().default(null),
  validUntil: z.iso.date().nullable().default(null),
})
export type OfferFields = z.infer<typeof OfferFields>

export const OfferRow = z.object({
  id: z.uuid(),
  number: z.string(),
  family: ServiceFamily,
  title: z.string(),
  titleEn: z.string().nullable(),
  state: OfferState,
  organisationId: z.uuid(),
  organisationName: z.string(),
  organisationKind: z.string(),
  pricing: Pricing,
  price: z.int().nullable(),
  priceUnit: z.string().nullable(),
  capacity: z.int().nullable(),
  /** Requests that run now. */
  running: z.int(),
  answerDays: z.int(),
  validUntil: z.string().nullable(),
  rating: RatingSum,
  createdAt: z.string(),
  demo: z.boolean(),
})
export type OfferRow = z.infer<typeof OfferRow>

export const OfferFilter = z.object({
  q: z.string().trim().max(60).default(''),
  state: OfferState.optional(),
  family: ServiceFamily.optional(),
  pricing: Pricing.optional(),
  organisationId: z.uuid().optional(),
  mine: z.stringbool().default(false),
  sort: z.enum(['createdAt', '-createdAt', 'validUntil', '-validUntil']).default('-createdAt'),
})
export type OfferFilter = z.infer<typeof OfferFilter>

export const listOffers = endpoint({ method: 'GET', path: '/service-offers', query: Paging.extend(OfferFilter.shape), reply: pageOf(OfferRow), summary: 'What providers offer, within what one may see' })
export const exportOffers = endpoint({ method: 'GET', path: '/service-offers/export', query: OfferFilter, bytes: 'download', reply: z.object({}), summary: 'The same list as a workbook' })

export const OfferView = OfferRow.extend({
  allianceId: z.uuid(),
  organisationTown: z.string().nullable(),
  description: z.string(),
  descriptionEn: z.string().nullable(),
  audience: z.string(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  closeCode: CloseCode.nullable(),
  reason: z.string().nullable(),
  submittedAt: z.string().nullable(),
  verifiedAt: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  gaps: z.array(z.object({ field: z.string(), reason: z.string() })),
  /** Until when the office answers, or the owner repairs or confirms. */
  until: z.string().nullable(),
  version: z.int(),
  can: z.record(OfferAction, z.boolean()).and(z.object({ edit: z.boolean() })),
})
export type OfferView = z.input<typeof OfferView>

export const getOffer = endpoint({ method: 'GET', path: '/service-offers/:offerId', params: OfferParams, reply: OfferView })

const Written = z.object({ id: z.uuid(), number: z.string(), version: z.int() })
export const writeOffer = endpoint({ method: 'POST', path: '/service-offers', body: OfferFields.extend({ organisationId: z.uuid().optional() }), reply: Written, summary: 'A new offer, as a draft; it may be half empty' })
export const changeOffer = endpoint({ method: 'PATCH', path: '/service-offers/:offerId', params: OfferParams, body: OfferFields.extend({ version: z.int() }), reply: Written, summary: 'Changes a draft' })

export const moveOffer = endpoint({
  method: 'POST',
  path: '/service-offers/:offerId/moves',
  params: OfferParams,
  body: z.object({
    action: OfferAction,
    reason: Text(500).optional(),
    /** With `confirm`. */
    validUntil: z.iso.date().optional(),
    version: z.int(),
  }),
  reply: z.object({ id: z.uuid(), state: OfferState, version: z.int() }),
  summary: 'Submit, open, send back, decline, confirm that it still holds, take back to change it, close',
})

export const getOfferHistory = endpoint({
  method: 'GET',
  path: '/service-offers/:offerId/history',
  params: OfferParams,
  reply: z.object({ rows: z.array(z.object({ at: z.string(), event: z.string(), by: z.string().nullable(), details: z.record(z.string(), z.unknown()) })) }),
})
