import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { ReasonView, Verdict } from '../../lexicon/matching/contract.ts'

const Compared = z.object({ title: z.string(), text: z.string() })
/** Firms that would be asked for an answer, so that what they received this month is looked at first. */
const FirmsAsked = z.array(z.uuid())
const Introduced = z.object({ id: z.uuid(), state: z.string() }).nullable()

export const AnswerProposal = Compared.extend({
  kind: z.enum(['achievement', 'team']),
  id: z.uuid(),
  number: z.string(),
  organisationName: z.string(),
  level: z.int().nullable(),
  levelConfirmed: z.boolean(),
  fit: z.number(),
  reasons: z.array(ReasonView),
  introduced: Introduced,
  firms: FirmsAsked,
  can: z.object({ introduce: z.boolean() }),
})
export type AnswerProposal = z.infer<typeof AnswerProposal>

export const getProposals = endpoint({
  method: 'GET',
  path: '/problems/:needId/proposals',
  params: z.object({ needId: z.uuid() }),
  reply: z.object({ need: Compared, rows: z.array(AnswerProposal), ...Verdict }),
  summary: 'Achievements and teams that may answer a technology need, with reasons',
})

export const NeedProposal = Compared.extend({ id: z.uuid(), number: z.string(), organisationName: z.string(), validUntil: z.string().nullable(), fit: z.number(), reasons: z.array(ReasonView), introduced: Introduced, firms: FirmsAsked, can: z.object({ introduce: z.boolean() }) })
export type NeedProposal = z.infer<typeof NeedProposal>
const Needs = { rows: z.array(NeedProposal), ...Verdict }
export const getNeedsForAchievement = endpoint({
  method: 'GET',
  path: '/achievements/:achievementId/proposals',
  params: z.object({ achievementId: z.uuid() }),
  reply: z.object({ achievement: Compared, ...Needs }),
  summary: 'Open technology needs that an achievement may answer, with reasons',
})
export const getNeedsForTeam = endpoint({
  method: 'GET',
  path: '/teams/:teamId/proposals',
  params: z.object({ teamId: z.uuid() }),
  reply: z.object({ team: Compared, ...Needs }),
  summary: 'Open technology needs that a team may answer, with reasons',
})
