import { z } from 'zod'
import { endpoint } from '../../contract/endpoint.ts'
import { pageOf, Paging } from '../../contract/paging.ts'
import { FindingView, RuleStateView } from './law/contract.ts'

export const needStates = ['draft', 'submitted', 'open', 'stale', 'closed', 'declined', 'withdrawn'] as const
export const NeedState = z.enum(needStates)
export type NeedState = z.infer<typeof NeedState>
export const needActions = ['submit', 'verify', 'return', 'decline', 'withdraw', 'confirm', 'close'] as const
export const NeedAction = z.enum(needActions)
export type NeedAction = z.infer<typeof NeedAction>
export const CloseReason = z.enum(['filled', 'cancelled', 'not_lawful', 'expired', 'moved'])
export const NeedParams = z.object({ needId: z.uuid() })

export const PayPeriod = z.enum(['hour', 'day', 'month', 'year'])
export const Shift = z.enum(['day', 'two_shifts', 'three_shifts', 'flexible'])
export const Provision = z.enum(['none', 'free', 'paid', 'subsidy'])
export const Hazard = z.enum(['height', 'underground', 'radioactive', 'toxic', 'flammable', 'other'])

const Text = (most: number) => z.string().trim().max(most)
const Yuan = z.int().min(0).max(1_000_000).nullable().default(null)
const Day = z.iso.date().nullable().default(null)

/** Everything about a post; a draft may leave it open, submission says what is missing. */
export const PostFields = z.object({
  title: Text(100).min(1),
  titleEn: Text(200).nullable().default(null),
  occupationCode: z.string().regex(/^[\dX](-\d\d){1,3}$/).nullable().default(null),
  majorCodes: z.array(z.string().regex(/^\d{6}[A-Z]?$/)).max(20).default([]),
  tasks: Text(2000).default(''),
  seats: z.int().min(1).max(2000).nullable().default(null),
  payMin: Yuan,
  payMax: Yuan,
  payPeriod: PayPeriod.nullable().default(null),
  samePostWage: Yuan,
  lowestTierWage: Yuan,
  payDirect: z.boolean().default(true),
  hoursPerDay: z.number().positive().max(24).nullable().default(null),
  hoursPerWeek: z.number().positive().max(168).nullable().default(null),
  shift: Shift.nullable().default(null),
  nightWork: z.boolean().default(false),
  restDayWork: z.boolean().default(false),
  divisionCode: z.string().regex(/^\d{6}$/).nullable().default(null),
  town: Text(50).nullable().default(null),
  address: Text(200).nullable().default(null),
  lodging: Provision.nullable().default(null),
  meals: Provision.nullable().default(null),
  benefits: Text(500).default(''),
  hazards: z.array(Hazard).default([]),
  labourIntensity: z.int().min(1).max(4).nullable().default(null),
  minorForbidden: z.boolean().default(false),
  femaleForbidden: z.boolean().default(false),
  entertainmentVenue: z.boolean().default(false),
  agency: z.boolean().default(false),
  specialNeedFiling: Text(60).nullable().default(null),
  specialNeedFiledOn: Day,
  postStaff: z.int().min(0).max(2_000_000).nullable().default(null),
  mentorName: Text(50).nullable().default(null),
  mentorPhone: Text(30).nullable().default(null),
  startsOn: Day,
  endsOn: Day,
  validUntil: Day,
})
export type PostFields = z.infer<typeof PostFields>

/** Why something that is not generally allowed is asked for all the same, by rule. */
const Reasons = z.record(z.string().max(10), z.string().trim().max(500)).default({})

export const NeedRow = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  state: NeedState,
  organisationId: z.uuid(),
  organisationName: z.string(),
  occupationCode: z.string().nullable(),
  occupationName: z.string().nullable(),
  seats: z.int().nullable(),
  payMin: z.int().nullable(),
  payMax: z.int().nullable(),
  payPeriod: PayPeriod.nullable(),
  town: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  validUntil: z.string().nullable(),
  createdAt: z.string(),
  confirmedAt: z.string().nullable(),
  warnings: z.int(),
  demo: z.boolean(),
})
export type NeedRow = z.infer<typeof NeedRow>

export const NeedFilter = z.object({
  q: z.string().trim().max(60).default(''),
  state: z.union([NeedState, z.literal('live')]).optional(),
  organisationId: z.uuid().optional(),
  occupationCode: z.string().max(20).optional(),
  majorCode: z.string().max(10).optional(),
  /** Those of my own organisation, or that I speak for. */
  mine: z.stringbool().default(false),
  /** A column, with `-` downwards. */
  sort: z.enum(['createdAt', '-createdAt', 'startsOn', '-startsOn', 'payMin', '-payMin', 'seats', '-seats']).default('-createdAt'),
})

export const listNeeds = endpoint({ method: 'GET', path: '/needs', query: Paging.extend(NeedFilter.shape), reply: pageOf(NeedRow), summary: 'Talent posts, within what one may see' })

export const exportNeeds = endpoint({ method: 'GET', path: '/needs/export', query: NeedFilter, bytes: 'download', reply: z.object({}), summary: 'The same list as a workbook that can be imported again' })

const Waiver = z.object({ ruleId: z.string(), reason: z.string(), askedByName: z.string().nullable(), approvedByName: z.string().nullable(), approvedAt: z.string().nullable() })

export const NeedView = NeedRow.extend(PostFields.omit({ majorCodes: true }).shape).extend({
  allianceId: z.uuid(),
  spokenByName: z.string().nullable(),
  majors: z.array(z.object({ code: z.string(), name: z.string().nullable() })),
  divisionName: z.string().nullable(),
  /** Null where only the parties see it. */
  samePostWage: z.int().nullable(),
  lowestTierWage: z.int().nullable(),
  mentorPhone: z.string().nullable(),
  submittedAt: z.string().nullable(),
  verifiedAt: z.string().nullable(),
  verifiedByName: z.string().nullable(),
  closedAt: z.string().nullable(),
  closeReason: CloseReason.nullable(),
  reason: z.string().nullable(),
  /** Who acts next, until when: the bar below the line of states. */
  next: z.object({ who: z.enum(['firm', 'verifier', 'clock', 'nobody']), until: z.string().nullable() }),
  findings: z.array(FindingView),
  checks: z.array(RuleStateView),
  gaps: z.array(z.object({ field: z.string(), reason: z.string() })),
  waivers: z.array(Waiver),
  whole: z.boolean(),
  version: z.int(),
  can: z.record(NeedAction, z.boolean()).and(z.object({ edit: z.boolean(), copy: z.boolean() })),
})
export type NeedView = z.infer<typeof NeedView>

export const getNeed = endpoint({ method: 'GET', path: '/needs/:needId', params: NeedParams, reply: NeedView })

const Written = z.object({ id: z.uuid(), number: z.string(), version: z.int() })

export const raiseNeed = endpoint({
  method: 'POST',
  path: '/needs',
  /** The organisation is one's own, unless one speaks for it or is the office. */
  body: PostFields.extend({ organisationId: z.uuid().optional(), reasons: Reasons }),
  reply: Written,
  summary: 'A new post, as a draft; it may be half empty',
})

export const changeNeed = endpoint({ method: 'PATCH', path: '/needs/:needId', params: NeedParams, body: PostFields.extend({ reasons: Reasons, version: z.int() }), reply: Written })

export const checkNeed = endpoint({
  method: 'POST',
  path: '/needs/check',
  body: PostFields.extend({ title: Text(100).default(''), organisationId: z.uuid().optional(), needId: z.uuid().optional() }),
  reply: z.object({ findings: z.array(FindingView), checks: z.array(RuleStateView), gaps: z.array(z.object({ field: z.string(), reason: z.string() })) }),
  summary: 'What the law says about a post that is being written; stores nothing',
})

export const moveNeed = endpoint({
  method: 'POST',
  path: '/needs/:needId/moves',
  params: NeedParams,
  body: z.object({
    action: NeedAction,
    reason: z.string().trim().max(500).optional(),
    closeReason: CloseReason.optional(),
    /** With `confirm`: until when the post holds now. */
    validUntil: z.iso.date().optional(),
    version: z.int(),
  }),
  reply: z.object({ id: z.uuid(), state: NeedState, version: z.int() }),
  summary: 'Submit, verify, send back, decline, withdraw, confirm or close a post',
})

export const copyNeed = endpoint({ method: 'POST', path: '/needs/:needId/copy', params: NeedParams, reply: Written, summary: 'A new draft with the same content' })

export const getNeedHistory = endpoint({
  method: 'GET',
  path: '/needs/:needId/history',
  params: NeedParams,
  reply: z.object({ rows: z.array(z.object({ at: z.string(), event: z.string(), name: z.string().nullable(), organisationName: z.string().nullable(), details: z.record(z.string(), z.unknown()) })) }),
})
