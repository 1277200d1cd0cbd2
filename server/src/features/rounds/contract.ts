import { z } from 'zod'
import { endpoint } from '../../contract/endpoint.ts'
import { pageOf, Paging } from '../../contract/paging.ts'

export const roundStates = ['draft', 'wishing', 'ranking', 'frozen', 'matched', 'publicity', 'confirming', 'closed', 'cancelled'] as const
export const RoundState = z.enum(roundStates)
export type RoundState = z.infer<typeof RoundState>

export const RoundParams = z.object({ roundId: z.uuid() })
const When = z.iso.datetime({ offset: true })
const Day = z.iso.date()

/** How a round places its students; every choice has a guarantee and a price. */
export const RoundRule = z.object({
  mechanism: z.enum(['student-proposing', 'score-first', 'project-allocation', 'flexible', 'greedy-audited', 'total-satisfaction', 'post-proposing']),
  /** Of total satisfaction: the least sum of wish numbers, or the largest sum of scores. */
  objective: z.enum(['min-rank', 'max-weight']),
  ties: z.enum(['keys-then-lottery', 'admit-all', 'admit-none']),
  /** What decides between equal scores before the draw, in this order. */
  tieKeys: z.array(z.enum(['schoolMark', 'interview', 'certificate', 'certificates'])).max(4),
  reserveMode: z.enum(['guarantee', 'additional', 'set-aside']),
  lowerQuota: z.enum(['close', 'ignore']),
  /** Posts with fewer seats never show another student's mark. */
  privacyFloor: z.int().min(1).max(10),
})
export type RoundRule = z.infer<typeof RoundRule>

export const limitKinds = ['firm', 'region', 'school_firm'] as const
/** At most `most` over several posts. Of `school_firm` a school or firm left out means each of them. */
export const RoundLimitView = z.object({
  kind: z.enum(limitKinds),
  organisationId: z.uuid().nullable(),
  organisationName: z.string().nullable(),
  schoolId: z.uuid().nullable(),
  schoolName: z.string().nullable(),
  region: z.string().nullable(),
  regionName: z.string().nullable(),
  most: z.int(),
})
export type RoundLimitView = z.infer<typeof RoundLimitView>

/** What an officer decides about a round; everything may be missing while it is prepared. */
export const RoundSettings = z.object({
  title: z.string().trim().min(2).max(100),
  titleEn: z.string().trim().max(100).nullish(),
  leaveYear: z.int().min(2000).max(2100),
  maxWishes: z.int().min(1).max(30).default(10),
  weightSchool: z.int().min(0).max(100).default(60),
  weightInterview: z.int().min(0).max(100).default(30),
  weightCertificate: z.int().min(0).max(100).default(10),
  wishesOpenAt: When.nullish(),
  wishesCloseAt: When.nullish(),
  rankingCloseAt: When.nullish(),
  publicityUntil: When.nullish(),
  confirmUntil: When.nullish(),
  startsOn: Day.nullish(),
  endsOn: Day.nullish(),
})
export type RoundSettings = z.infer<typeof RoundSettings>

const Counts = z.object({
  cohorts: z.int(),
  students: z.int(),
  submitted: z.int(),
  drafts: z.int(),
  posts: z.int(),
  seats: z.int(),
  reserved: z.int(),
  /** Posts that somebody wished for and whose applicants are all scored or ranked. */
  scored: z.int(),
  wished: z.int(),
  placed: z.int(),
  accepted: z.int(),
  declined: z.int(),
  objections: z.int(),
})

const Claim = z.object({ holds: z.boolean(), because: z.string(), sentence: z.string().optional() })
export const GuaranteesView = z.object({ stable: Claim, studentOptimal: Claim, strategyProof: Claim, efficient: Claim })

export const RoundRun = z.object({
  state: z.enum(['running', 'done', 'cancelled', 'failed']),
  step: z.string(),
  /** Between 0 and 1. */
  done: z.number(),
  startedAt: When,
  startedBy: z.string().nullable(),
  endedAt: When.nullable(),
})
export type RoundRun = z.infer<typeof RoundRun>

export const roundActions = ['open', 'closeWishes', 'freeze', 'match', 'publish', 'endPublicity', 'close', 'cancel'] as const
export const RoundAction = z.enum(roundActions)
export type RoundAction = z.infer<typeof RoundAction>

export const RoundView = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  leaveYear: z.int(),
  state: RoundState,
  maxWishes: z.int(),
  weightSchool: z.int(),
  weightInterview: z.int(),
  weightCertificate: z.int(),
  wishesOpenAt: When.nullable(),
  wishesCloseAt: When.nullable(),
  rankingCloseAt: When.nullable(),
  publicityUntil: When.nullable(),
  confirmUntil: When.nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  openedAt: When.nullable(),
  frozenAt: When.nullable(),
  matchedAt: When.nullable(),
  publishedAt: When.nullable(),
  closedAt: When.nullable(),
  reason: z.string().nullable(),
  ownerName: z.string().nullable(),
  previousRoundId: z.uuid().nullable(),
  seedCommitment: z.string().nullable(),
  seedRevealed: z.string().nullable(),
  listDigest: z.string().nullable(),
  inputDigest: z.string().nullable(),
  resultDigest: z.string().nullable(),
  rule: RoundRule,
  /** Over several posts, in the order in which they were set. */
  limits: z.array(RoundLimitView),
  /** The rule in sentences, in the reader's language. */
  ruleText: z.array(z.string()),
  /** What these settings keep, read before anything is run; the sentence is in the reader's language. */
  guarantees: GuaranteesView,
  /** A match that runs in the background, or how the last one ended. */
  run: RoundRun.nullable(),
  audit: z.object({ violations: z.int(), blockingPairs: z.int(), wasted: z.int(), envy: z.int() }).nullable(),
  demo: z.boolean(),
  version: z.int(),
  counts: Counts,
  can: z.object({ edit: z.boolean(), stopRun: z.boolean(), remind: z.boolean(), trial: z.boolean(), second: z.boolean(), seeResults: z.boolean() }).extend(
    z.object(Object.fromEntries(roundActions.map((action) => [action, z.boolean()])) as Record<RoundAction, z.ZodBoolean>).shape,
  ),
  /** Why the next step cannot be taken yet: refusal code and facts; empty when it can. */
  obstacles: z.array(z.object({ code: z.string(), details: z.record(z.string(), z.unknown()) })),
})
export type RoundView = z.infer<typeof RoundView>

const RoundRow = RoundView.pick({ id: true, number: true, title: true, titleEn: true, leaveYear: true, state: true, wishesCloseAt: true, publishedAt: true, demo: true }).extend({
  students: z.int(),
  seats: z.int(),
})

export const listRounds = endpoint({
  method: 'GET',
  path: '/rounds',
  query: Paging.extend({ state: RoundState.optional(), leaveYear: z.coerce.number().int().optional() }),
  reply: pageOf(RoundRow),
  summary: 'Rounds this seat may see',
})

export const createRound = endpoint({ method: 'POST', path: '/rounds', body: RoundSettings, reply: z.object({ id: z.uuid() }), summary: 'Prepare a round' })

export const getRound = endpoint({ method: 'GET', path: '/rounds/:roundId', params: RoundParams, reply: RoundView })

export const updateRound = endpoint({
  method: 'PATCH',
  path: '/rounds/:roundId',
  params: RoundParams,
  body: RoundSettings.extend({ version: z.int() }),
  reply: z.object({ version: z.int() }),
  summary: 'Change a round that is still being prepared',
})

export const moveRound = endpoint({
  method: 'POST',
  path: '/rounds/:roundId/actions/:action',
  params: RoundParams.extend({ action: RoundAction }),
  body: z.object({ reason: z.string().trim().max(500).optional() }),
  reply: z.object({ state: RoundState }),
  summary: 'One step of the lifecycle: open, closeWishes, freeze, match, publish, endPublicity, close, cancel',
})

export const startSecondRound = endpoint({
  method: 'POST',
  path: '/rounds/:roundId/second',
  params: RoundParams,
  body: z.object({ title: z.string().trim().min(2).max(100) }),
  reply: z.object({ id: z.uuid() }),
  summary: 'A further round for those without a seat, with the seats left',
})

export const getRoundHistory = endpoint({
  method: 'GET',
  path: '/rounds/:roundId/history',
  params: RoundParams,
  reply: z.object({ rows: z.array(z.object({ at: When, event: z.string(), by: z.string().nullable(), details: z.record(z.string(), z.unknown()) })) }),
})
