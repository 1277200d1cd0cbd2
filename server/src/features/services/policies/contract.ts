import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

export const policyStates = ['draft', 'open', 'closed'] as const
export const PolicyState = z.enum(policyStates)
export const sentenceRoles = ['required', 'alternative', 'plain'] as const
export const SentenceRole = z.enum(sentenceRoles)
export const verdicts = ['fits', 'unknown', 'does_not'] as const
export const Verdict = z.enum(verdicts)
export type Verdict = z.infer<typeof Verdict>

/** What is known of a firm, and what a sentence can ask about. */
export const facts = ['kind', 'industry', 'size', 'staff', 'division', 'town', 'member', 'seat', 'park', 'openPosts', 'openNeeds', 'interns', 'honest'] as const
export const Fact = z.enum(facts)
export type Fact = z.infer<typeof Fact>

const Words = z.array(z.string().trim().min(1).max(40)).min(1).max(40)
const Bounds = { min: z.int().min(0).max(2_000_000).optional(), max: z.int().min(0).max(2_000_000).optional() }
const bounded = ({ min, max }: { min?: number; max?: number }) => (min !== undefined || max !== undefined) && (min ?? 0) <= (max ?? Infinity)

/** One condition, as data: a fact in a list, beginning with one of some codes, within bounds, or simply so. */
export const Condition = z.union([
  z.object({ fact: z.enum(['kind', 'size', 'town', 'seat']), in: Words }),
  z.object({ fact: z.enum(['industry', 'division']), prefixes: Words }),
  z.object({ fact: z.enum(['staff', 'openPosts', 'openNeeds', 'interns']), ...Bounds }).refine(bounded, { message: 'bounds' }),
  z.object({ fact: z.enum(['member', 'park', 'honest']), is: z.boolean() }),
])
export type Condition = z.infer<typeof Condition>

export const SentenceFields = z
  .object({ text: z.string().trim().min(1).max(1000), role: SentenceRole, conditions: z.array(Condition).max(8).default([]) })
  .refine(({ role, conditions }) => (role === 'plain') === (conditions.length === 0), { message: 'role_and_conditions', path: ['conditions'] })
export type SentenceFields = z.infer<typeof SentenceFields>

const Text = (most: number) => z.string().trim().max(most)
const Day = z.iso.date().nullable().default(null)
export const PolicyFields = z.object({
  title: Text(200).min(1),
  titleEn: Text(300).nullable().default(null),
  issuer: Text(100).min(1),
  documentNumber: Text(60).nullable().default(null),
  source: Text(500).nullable().default(null),
  issuedOn: Day,
  validFrom: Day,
  validUntil: Day,
  summary: Text(1000).default(''),
  how: Text(1000).nullable().default(null),
  sentences: z.array(SentenceFields).max(40).default([]),
})
export type PolicyFields = z.infer<typeof PolicyFields>

const PolicyParams = z.object({ policyId: z.uuid() })
export const PolicyRow = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  issuer: z.string(),
  documentNumber: z.string().nullable(),
  issuedOn: z.string().nullable(),
  validFrom: z.string().nullable(),
  validUntil: z.string().nullable(),
  state: PolicyState,
  /** Open, and today lies within its days. */
  inForce: z.boolean(),
  demo: z.boolean(),
})
export type PolicyRow = z.infer<typeof PolicyRow>
export const PolicyFilter = z.object({ q: z.string().trim().max(60).default(''), state: PolicyState.optional() })
export const listPolicies = endpoint({ method: 'GET', path: '/support-policies', query: Paging.extend(PolicyFilter.shape), reply: pageOf(PolicyRow), summary: 'Support policies' })

export const PolicyView = PolicyRow.extend({
  source: z.string().nullable(),
  summary: z.string(),
  how: z.string().nullable(),
  sentences: z.array(z.object({ text: z.string(), role: SentenceRole, conditions: z.array(Condition) })),
  updatedAt: z.string(),
  version: z.int(),
  can: z.object({ edit: z.boolean(), publish: z.boolean(), close: z.boolean() }),
})
export type PolicyView = z.input<typeof PolicyView>
export const getPolicy = endpoint({ method: 'GET', path: '/support-policies/:policyId', params: PolicyParams, reply: PolicyView })

const Written = z.object({ id: z.uuid(), number: z.string(), version: z.int() })
export const writePolicy = endpoint({ method: 'POST', path: '/support-policies', body: PolicyFields, reply: Written, summary: 'A policy, as a draft' })
export const changePolicy = endpoint({ method: 'PATCH', path: '/support-policies/:policyId', params: PolicyParams, body: PolicyFields.extend({ version: z.int() }), reply: Written })
export const movePolicy = endpoint({
  method: 'POST',
  path: '/support-policies/:policyId/moves',
  params: PolicyParams,
  body: z.object({ action: z.enum(['publish', 'close']), version: z.int() }),
  reply: z.object({ id: z.uuid(), state: PolicyState, version: z.int() }),
  summary: 'Shows a policy to firms, or takes it away',
})

export const ConditionFit = z.object({ condition: Condition, verdict: Verdict, /** What is known of the firm, as text; null where nothing is. */ has: z.string().nullable() })
export const SentenceFit = z.object({ text: z.string(), role: SentenceRole, verdict: Verdict.nullable(), conditions: z.array(ConditionFit) })
export const PolicyFit = PolicyRow.extend({
  source: z.string().nullable(),
  summary: z.string(),
  how: z.string().nullable(),
  verdict: Verdict,
  sentences: z.array(SentenceFit),
  /** Facts that are missing and would decide it. */
  missing: z.array(Fact),
})
export type PolicyFit = z.infer<typeof PolicyFit>
export const fitPolicies = endpoint({
  method: 'GET',
  path: '/firms/:organisationId/policies',
  params: z.object({ organisationId: z.uuid() }),
  reply: z.object({ organisationId: z.uuid(), organisationName: z.string(), asOf: z.string(), rows: z.array(PolicyFit) }),
  summary: 'Which policies fit a firm by its facts: those that fit first, then those for which a fact is missing',
})

export const previewPolicy = endpoint({
  method: 'POST',
  path: '/support-policies/preview',
  body: z.object({ sentences: z.array(SentenceFields).max(40) }),
  reply: z.object({
    firms: z.int(),
    fits: z.int(),
    unknown: z.int(),
    doesNot: z.int(),
    missing: z.array(z.object({ fact: Fact, firms: z.int() })),
    /** The first twenty that fit, then the first twenty for which a fact is missing. */
    examples: z.array(z.object({ organisationId: z.uuid(), name: z.string(), verdict: Verdict, missing: z.array(Fact) })),
  }),
  summary: 'How many firms of the alliance a policy would fit; stores nothing',
})
