import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Moment } from '../../../contract/moment.ts'

export const Severity = z.enum(['block', 'warn', 'record'])
export type Severity = z.infer<typeof Severity>

export const FindingView = z.object({
  ruleId: z.string(),
  /** The sentence: words, namespace rules, findings. */
  key: z.string(),
  severity: Severity,
  field: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  repairs: z.array(z.object({ field: z.string(), value: z.union([z.string(), z.number(), z.boolean()]) })),
  article: z.string().nullable(),
  sourceStatus: z.enum(['V', 'P', 'K']),
})
export type FindingView = z.infer<typeof FindingView>

export const RuleStateView = z.object({ ruleId: z.string(), state: z.enum(['ok', 'open', 'block', 'warn', 'record']), article: z.string().nullable(), sourceStatus: z.enum(['V', 'P', 'K']) })
export type RuleStateView = z.infer<typeof RuleStateView>

export const RuleView = z.object({
  id: z.string(),
  key: z.string(),
  article: z.string().nullable(),
  severity: Severity,
  /** As it is unless this alliance decides otherwise. */
  usualSeverity: Severity,
  sourceStatus: z.enum(['V', 'P', 'K']),
  checkedOn: z.array(z.string()),
  source: z.string(),
  /** One of the 27 不得, or the 严禁. */
  ban: z.enum(['strict', 'not']).nullable(),
  /** The last decision of this alliance about it. */
  lastChange: z.object({ at: Moment, by: z.string().nullable(), reason: z.string(), from: Severity, to: Severity }).nullable(),
  can: z.object({ change: z.boolean() }),
})
export type RuleView = z.input<typeof RuleView>

export const listRules = endpoint({ method: 'GET', path: '/rules', reply: z.object({ rows: z.array(RuleView) }), summary: 'The rules the platform checks, with article, severity and whether the text was read' })

export const getRuleHistory = endpoint({
  method: 'GET',
  path: '/rules/:ruleId/history',
  params: z.object({ ruleId: z.string().max(10) }),
  reply: z.object({ rows: z.array(z.object({ at: Moment, by: z.string().nullable(), reason: z.string(), from: Severity, to: Severity })) }),
  summary: 'Who changed how strictly this rule is taken here, when and why',
})

export const changeRule = endpoint({
  method: 'PUT',
  path: '/rules/:ruleId',
  params: z.object({ ruleId: z.string().max(10) }),
  body: z.object({ severity: Severity, reason: z.string().trim().min(5).max(500) }),
  reply: RuleView,
  summary: 'An alliance decides how strictly a rule is taken; the decision is kept',
})
