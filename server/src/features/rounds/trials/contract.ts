import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { GuaranteesView, RoundParams, RoundRule } from '../contract.ts'

const Numbers = z.object({
  placed: z.int(),
  first: z.int(),
  topThree: z.int(),
  unplaced: z.int(),
  /** Placed students by tag. */
  tags: z.record(z.string(), z.int()),
})

export const tryRound = endpoint({
  method: 'POST',
  path: '/rounds/:roundId/trials',
  params: RoundParams,
  body: z.object({
    rule: RoundRule.partial().default({}),
    seats: z.array(z.object({ postId: z.uuid(), seats: z.int().min(0).max(2000) })).max(200).default([]),
  }),
  reply: z.object({
    applicants: z.int(), rule: Numbers, trial: Numbers, ruleGuarantees: GuaranteesView, trialGuarantees: GuaranteesView, milliseconds: z.int(),
  }),
  summary: 'What another rule would give, with a demonstration seed; changes nothing',
})
