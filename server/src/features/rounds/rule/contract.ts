import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { limitKinds, RoundLimitView, RoundParams, RoundRule, RoundState } from '../contract.ts'
import { PostRule } from '../posts/contract.ts'

const LimitBody = z.object({
  kind: z.enum(limitKinds),
  organisationId: z.uuid().nullable().default(null),
  schoolId: z.uuid().nullable().default(null),
  region: z.string().regex(/^\d{6}$/).nullable().default(null),
  most: z.int().min(0).max(100_000),
})
export type LimitBody = z.infer<typeof LimitBody>

export const RulePostRow = PostRule.extend({
  postId: z.uuid(),
  number: z.string(),
  title: z.string(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  /** A division of six digits. */
  region: z.string().nullable(),
  seats: z.int(),
  scoring: z.enum(['score', 'rank']),
})
export type RulePostRow = z.infer<typeof RulePostRow>

const Fault = z.object({ path: z.array(z.union([z.string(), z.number()])), code: z.string(), details: z.record(z.string(), z.union([z.string(), z.number()])).optional() })

export const RulesView = z.object({
  roundId: z.uuid(),
  number: z.string(),
  title: z.string(),
  state: RoundState,
  version: z.int(),
  weights: z.object({ school: z.int(), interview: z.int(), certificate: z.int() }),
  rule: RoundRule,
  limits: z.array(RoundLimitView),
  posts: z.array(RulePostRow),
  /** Those that take part: what limits and caps may name. */
  schools: z.array(z.object({ id: z.uuid(), name: z.string() })),
  /** Divisions the posts lie in, and those around them. */
  regions: z.array(z.object({ code: z.string(), name: z.string() })),
  /** What reserves may be for, with how many students have it. */
  tags: z.array(z.object({ tag: z.string(), students: z.int() })),
  /** Seats confirmed in earlier rounds are not reopened. */
  further: z.boolean(),
  faults: z.array(Fault),
  can: z.object({ edit: z.boolean() }),
})
export type RulesView = z.infer<typeof RulesView>

export const getRules = endpoint({ method: 'GET', path: '/rounds/:roundId/rules', params: RoundParams, reply: RulesView, summary: 'All a round is set to, what it may be set to, and what does not fit together' })

export const saveRules = endpoint({
  method: 'PUT',
  path: '/rounds/:roundId/rules',
  params: RoundParams,
  body: z.object({
    version: z.int(),
    rule: RoundRule,
    limits: z.array(LimitBody).max(200),
    posts: z.array(PostRule.extend({ postId: z.uuid() })).max(5000),
  }),
  reply: z.object({ version: z.int() }),
  summary: 'Set the rule of a round being prepared; every fault is named at once, each with its place',
})
