import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { DeclineCode } from '../../needs/problems/contract.ts'
import { ReasonView } from '../../lexicon/matching/contract.ts'

export const introductionStates = ['proposed', 'accepted', 'talking', 'contracted', 'declined', 'withdrawn', 'lapsed'] as const
export const IntroductionState = z.enum(introductionStates)
export type IntroductionState = z.infer<typeof IntroductionState>
export const introductionActions = ['accept', 'decline', 'withdraw'] as const
export const IntroductionAction = z.enum(introductionActions)
export type IntroductionAction = z.infer<typeof IntroductionAction>
export const Side = z.enum(['asker', 'answerer'])

const IntroductionParams = z.object({ introductionId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)

export const IntroductionRow = z.object({
  id: z.uuid(),
  number: z.string(),
  state: IntroductionState,
  need: z.object({ id: z.uuid(), number: z.string(), title: z.string() }),
  answer: z.object({ kind: z.enum(['achievement', 'team']), id: z.uuid(), number: z.string(), title: z.string() }),
  askerId: z.uuid(),
  askerName: z.string(),
  answererId: z.uuid(),
  answererName: z.string(),
  madeAs: z.enum(['manager', 'asker', 'answerer']),
  madeByName: z.string().nullable(),
  madeAt: z.string(),
  dueAt: z.string().nullable(),
  askerAccepted: z.boolean(),
  answererAccepted: z.boolean(),
  endedAt: z.string().nullable(),
  endedSide: z.enum(['asker', 'answerer', 'manager', 'clock']).nullable(),
  declineCode: DeclineCode.nullable(),
  declineNote: z.string().nullable(),
  dealId: z.uuid().nullable(),
})
export type IntroductionRow = z.infer<typeof IntroductionRow>

export const IntroductionFilter = z.object({
  state: z.union([IntroductionState, z.literal('live'), z.literal('ended')]).optional(),
  needId: z.uuid().optional(),
  achievementId: z.uuid().optional(),
  teamId: z.uuid().optional(),
  declineCode: DeclineCode.optional(),
  /** Only those that wait for my side's word. */
  waiting: z.stringbool().default(false),
  /** So far at least, or lost at exactly this stage: what a figure of the funnel stands for. */
  reached: z.coerce.number().int().min(0).max(6).optional(),
  lostAt: z.coerce.number().int().min(0).max(6).optional(),
  endedIn: z.string().regex(/^\d{4}-\d{2}$/).optional(),
})
export const listIntroductions = endpoint({ method: 'GET', path: '/introductions', query: Paging.extend(IntroductionFilter.shape), reply: pageOf(IntroductionRow), summary: 'Introductions one has a part in' })

export const IntroductionView = IntroductionRow.extend({
  allianceId: z.uuid(),
  message: z.string().nullable(),
  reasons: z.array(ReasonView),
  score: z.number().nullable(),
  minutes: z.array(z.object({ id: z.uuid(), heldOn: z.string(), text: z.string(), nextStep: z.string().nullable(), by: z.string().nullable() })),
  confidentiality: z.object({
    /** Whether the need or the achievement keeps something back until then. */
    needed: z.boolean(),
    holds: z.boolean(),
    version: z.string(),
    text: z.string(),
    sha256: z.string(),
    confirmed: z.array(z.object({ side: Side, organisationName: z.string(), by: z.string().nullable(), at: z.string(), sha256: z.string() })),
  }),
  next: z.object({ who: z.enum(['asker', 'answerer', 'both', 'manager', 'nobody']), until: z.string().nullable() }),
  version: z.int(),
  /** Which side I am on. */
  side: z.enum(['asker', 'answerer', 'manager']),
  can: z.record(IntroductionAction, z.boolean()).and(z.object({ confirmSecrecy: z.boolean(), write: z.boolean(), contract: z.boolean(), read: z.boolean() })),
})
export type IntroductionView = z.input<typeof IntroductionView>
export const getIntroduction = endpoint({ method: 'GET', path: '/introductions/:introductionId', params: IntroductionParams, reply: IntroductionView })

export const introduce = endpoint({
  method: 'POST',
  path: '/introductions',
  body: z
    .object({
      needId: z.uuid(),
      achievementId: z.uuid().optional(),
      teamId: z.uuid().optional(),
      message: Text(500).optional(),
      /** It came from the matcher's proposals: its reasons are kept with it. */
      proposed: z.boolean().default(false),
    })
    .refine(({ achievementId, teamId }) => (achievementId === undefined) !== (teamId === undefined), { message: 'one_answer', path: ['achievementId'] }),
  reply: z.object({ id: z.uuid(), number: z.string() }),
  summary: 'Brings a need together with an achievement or a team',
})

const Moved = z.object({ id: z.uuid(), state: IntroductionState, version: z.int() })
export const moveIntroduction = endpoint({
  method: 'POST',
  path: '/introductions/:introductionId/moves',
  params: IntroductionParams,
  body: z.object({ action: IntroductionAction, declineCode: DeclineCode.optional(), note: Text(500).optional(), version: z.int() }),
  reply: Moved,
  summary: 'Yes, no with a reason, or taken back',
})
export const confirmSecrecy = endpoint({ method: 'POST', path: '/introductions/:introductionId/confidentiality', params: IntroductionParams, body: z.object({ sha256: z.string().length(64) }), reply: z.object({ holds: z.boolean() }), summary: 'One side promises secrecy to the text of this hash' })
export const writeMinutes = endpoint({
  method: 'POST',
  path: '/introductions/:introductionId/minutes',
  params: IntroductionParams,
  body: z.object({ heldOn: z.iso.date(), text: Text(4000).min(5), nextStep: Text(200).optional() }),
  reply: Moved,
  summary: 'What was said when they met',
})
export const readOutcome = endpoint({ method: 'POST', path: '/introductions/:introductionId/reading', params: IntroductionParams, reply: z.object({}), summary: 'I have read how it ended' })
export const getIntroductionHistory = endpoint({
  method: 'GET',
  path: '/introductions/:introductionId/history',
  params: IntroductionParams,
  reply: z.object({ rows: z.array(z.object({ at: z.string(), event: z.string(), by: z.string().nullable(), details: z.record(z.string(), z.unknown()) })) }),
})
