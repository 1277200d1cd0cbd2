import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { RoundParams, RoundState } from '../contract.ts'

const When = z.iso.datetime({ offset: true })

/** What a rule says about this student at this post; the sentence stands in the words under `key`. */
export const WishFinding = z.object({
  ruleId: z.string(),
  key: z.string(),
  severity: z.enum(['block', 'warn', 'record']),
  article: z.string().nullable(),
  sourceStatus: z.enum(['V', 'P', 'K']),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const PostCard = z.object({
  id: z.uuid(),
  title: z.string(),
  titleEn: z.string().nullable(),
  organisationName: z.string(),
  town: z.string().nullable(),
  payMin: z.int().nullable(),
  payMax: z.int().nullable(),
  payPeriod: z.string().nullable(),
  shift: z.string().nullable(),
  lodging: z.string().nullable(),
  meals: z.string().nullable(),
  hoursPerDay: z.number().nullable(),
  seats: z.int(),
  /** The student's major is one the post asks for. */
  majorWanted: z.boolean(),
  findings: z.array(WishFinding),
  /** No longer part of the round, with the rule that took it out. */
  suspended: z.boolean(),
})
export type PostCard = z.infer<typeof PostCard>

export const MyRound = z.object({
  roundId: z.uuid(),
  number: z.string(),
  title: z.string(),
  titleEn: z.string().nullable(),
  state: RoundState,
  maxWishes: z.int(),
  wishesCloseAt: When.nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  listState: z.enum(['none', 'draft', 'submitted']),
  savedAt: When.nullable(),
  submittedAt: When.nullable(),
  wishes: z.array(z.object({ postId: z.uuid(), reason: z.string().nullable() })),
  posts: z.array(PostCard),
  hasLetter: z.boolean(),
  /** How the round is matched, in sentences; and whether an honest order can never cost. */
  how: z.array(z.string()),
  honest: z.boolean(),
  can: z.object({ wish: z.boolean() }),
})
export type MyRound = z.infer<typeof MyRound>

export const listMyRounds = endpoint({
  method: 'GET',
  path: '/my/rounds',
  reply: z.object({ rows: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string(), titleEn: z.string().nullable(), state: RoundState, wishesCloseAt: When.nullable(), hasLetter: z.boolean(), listState: z.enum(['none', 'draft', 'submitted']) })) }),
  summary: 'The rounds my class takes part in',
})

export const getMyRound = endpoint({
  method: 'GET',
  path: '/my/rounds/:roundId',
  params: RoundParams,
  reply: MyRound,
  summary: 'Posts I may choose, those closed to me with the rule, and my list',
})

export const PostDetail = PostCard.extend({
  tasks: z.string(),
  hoursPerWeek: z.number().nullable(),
  address: z.string().nullable(),
  hazards: z.array(z.string()),
  mentorName: z.string().nullable(),
  startsOn: z.string().nullable(),
  endsOn: z.string().nullable(),
  nightWork: z.boolean(),
})

export const getMyPost = endpoint({
  method: 'GET',
  path: '/my/rounds/:roundId/posts/:postId',
  params: RoundParams.extend({ postId: z.uuid() }),
  reply: PostDetail,
  summary: 'One post in full',
})

export const saveMyWishes = endpoint({
  method: 'PUT',
  path: '/my/rounds/:roundId/wishes',
  params: RoundParams,
  body: z.object({
    wishes: z.array(z.object({ postId: z.uuid(), reason: z.string().trim().max(500).nullish() })).max(30),
    /** false keeps a draft; true submits. A submitted list may be changed until the deadline. */
    submit: z.boolean(),
  }),
  reply: z.object({ state: z.enum(['draft', 'submitted']), savedAt: When }),
  summary: 'Save or submit my list of wishes, best first',
})

const WaiverRow = z.object({
  id: z.uuid(),
  ruleId: z.string(),
  reason: z.string(),
  studentName: z.string(),
  postTitle: z.string(),
  organisationName: z.string(),
  approvedAt: When.nullable(),
})

export const listWishWaivers = endpoint({
  method: 'GET',
  path: '/rounds/:roundId/waivers',
  params: RoundParams,
  reply: z.object({ rows: z.array(WaiverRow) }),
  summary: 'Wishes that a rule warns of, with the student’s reason, for the school to approve',
})

export const approveWishWaivers = endpoint({
  method: 'POST',
  path: '/rounds/:roundId/waivers',
  params: RoundParams,
  body: z.object({ waiverIds: z.array(z.uuid()).min(1).max(2000) }),
  reply: z.object({ approved: z.int() }),
})
