import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { ReasonView, Verdict } from '../../lexicon/matching/contract.ts'
import { ProgrammeLevel } from '../../talent/programmes/contract.ts'
import { NeedParams, PayPeriod } from '../contract.ts'

/** Why the two go together besides their words: neither is a guess. */
export const Sure = {
  /** The post names this major. */
  named: z.boolean(),
  /** The occupation by which the official tables say that the major leads there. */
  official: z.string().nullable(),
}

export const FittingPost = z.object({
  ...Sure,
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  text: z.string(),
  organisationName: z.string(),
  town: z.string().nullable(),
  seats: z.int().nullable(),
  payMin: z.int().nullable(),
  payMax: z.int().nullable(),
  payPeriod: PayPeriod.nullable(),
  startsOn: z.string().nullable(),
  validUntil: z.string().nullable(),
  fit: z.number(),
  reasons: z.array(ReasonView),
})
export type FittingPost = z.infer<typeof FittingPost>

const ProgrammeBrief = z.object({ id: z.uuid(), name: z.string(), majorCode: z.string(), level: ProgrammeLevel, schoolName: z.string() })

export const getFittingPosts = endpoint({
  method: 'GET',
  path: '/programmes/:programmeId/posts',
  params: z.object({ programmeId: z.uuid() }),
  reply: z.object({ programme: ProgrammeBrief, rows: z.array(FittingPost), ...Verdict }),
  summary: 'Open posts that fit a programme: those that name its major first, with reasons',
})

export const FittingProgramme = ProgrammeBrief.extend({
  ...Sure,
  majorName: z.string(),
  /** Who leaves this school year and next, as the rolls stand. */
  leaving: z.array(z.object({ year: z.int(), students: z.int() })),
  fit: z.number(),
  reasons: z.array(ReasonView),
})
export type FittingProgramme = z.infer<typeof FittingProgramme>

export const getFittingProgrammes = endpoint({
  method: 'GET',
  path: '/needs/:needId/programmes',
  params: NeedParams,
  reply: z.object({ post: z.object({ title: z.string(), text: z.string() }), rows: z.array(FittingProgramme), ...Verdict }),
  summary: 'Programmes of the alliance’s schools that fit a post, with reasons and how many leave',
})
