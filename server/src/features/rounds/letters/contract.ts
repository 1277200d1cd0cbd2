import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { GuaranteesView, RoundParams, RoundRule, RoundState } from '../contract.ts'
import { RoundPostParams } from '../scores/contract.ts'

const When = z.iso.datetime({ offset: true })

/** Why one wish came out as it did: a reason code with facts; the sentence is made from it in three languages. */
export const WishOutcome = z.object({
  choice: z.int(),
  postId: z.uuid(),
  postTitle: z.string(),
  postTitleEn: z.string().nullable(),
  organisationName: z.string(),
  reason: z.string(),
  facts: z.record(z.string(), z.unknown()),
  sentence: z.string(),
})

export const LetterView = z.object({
  roundId: z.uuid(),
  roundNumber: z.string(),
  roundTitle: z.string(),
  roundTitleEn: z.string().nullable(),
  state: RoundState,
  letterNumber: z.string(),
  publishedAt: When,
  publicityUntil: When.nullable(),
  confirmUntil: When.nullable(),
  allianceName: z.string(),
  studentName: z.string(),
  schoolName: z.string(),
  placed: z
    .object({
      choice: z.int(),
      postTitle: z.string(),
      postTitleEn: z.string().nullable(),
      organisationName: z.string(),
      seat: z.string(),
      startsOn: z.string().nullable(),
      endsOn: z.string().nullable(),
      payMin: z.int().nullable(),
      payMax: z.int().nullable(),
      payPeriod: z.string().nullable(),
      shift: z.string().nullable(),
      hoursPerDay: z.number().nullable(),
      lodging: z.string().nullable(),
      address: z.string().nullable(),
      mentorName: z.string().nullable(),
    })
    .nullable(),
  outcomes: z.array(WishOutcome),
  lottery: z.object({ place: z.int(), number: z.string(), seed: z.string(), commitment: z.string(), verifies: z.boolean() }),
  digests: z.object({ list: z.string(), input: z.string(), result: z.string() }),
  guarantees: GuaranteesView,
  supervisor: z.object({ name: z.string(), phone: z.string().nullable() }).nullable(),
  answer: z.enum(['accepted', 'declined']).nullable(),
  answeredAt: When.nullable(),
  objections: z.array(z.object({ id: z.uuid(), body: z.string(), state: z.string(), answer: z.string().nullable(), createdAt: When, dueAt: When })),
  /** SVG of the code on the sheet; it holds the letter's address. */
  qr: z.string(),
  can: z.object({ answer: z.boolean(), object: z.boolean(), whatIf: z.boolean() }),
})
export type LetterView = z.infer<typeof LetterView>

export const getMyLetter = endpoint({ method: 'GET', path: '/my/rounds/:roundId/letter', params: RoundParams, reply: LetterView, summary: 'My placement letter' })

export const getLetter = endpoint({
  method: 'GET',
  path: '/rounds/:roundId/letters/:studentId',
  params: RoundParams.extend({ studentId: z.uuid() }),
  reply: LetterView,
  summary: 'A student’s letter, for the school and the secretariat',
})

export const answerPlacement = endpoint({
  method: 'POST',
  path: '/my/rounds/:roundId/answer',
  params: RoundParams,
  body: z.object({ answer: z.enum(['accepted', 'declined']), reason: z.string().trim().max(500).optional() }),
  reply: z.object({ answer: z.enum(['accepted', 'declined']) }),
  summary: 'Accept or decline my placement',
})

export const tryMyWishes = endpoint({
  method: 'POST',
  path: '/my/rounds/:roundId/what-if',
  params: RoundParams,
  body: z.object({ choices: z.array(z.uuid()).max(30) }),
  reply: z.object({ post: z.object({ id: z.uuid(), title: z.string(), choice: z.int() }).nullable(), same: z.boolean(), milliseconds: z.int() }),
  summary: 'The whole round run again with my list changed and nothing else; changes nothing',
})

export const ResultRow = z.object({
  studentId: z.uuid(),
  name: z.string(),
  schoolName: z.string(),
  cohortName: z.string(),
  letterNumber: z.string().nullable(),
  postTitle: z.string().nullable(),
  organisationName: z.string().nullable(),
  choice: z.int().nullable(),
  seat: z.string().nullable(),
  answer: z.enum(['accepted', 'declined']).nullable(),
  readAt: When.nullable(),
})

export const listResults = endpoint({
  method: 'GET',
  path: '/rounds/:roundId/results',
  params: RoundParams,
  query: Paging.extend({ placed: z.enum(['yes', 'no']).optional(), answer: z.enum(['accepted', 'declined', 'none']).optional(), q: z.string().max(50).optional() }),
  reply: pageOf(ResultRow),
})

/** A limit over several posts as far as it speaks of one school or firm, and how far it was used. */
const LimitUse = z.object({ name: z.string(), used: z.int(), most: z.int() })

export const getResultSummary = endpoint({
  method: 'GET',
  path: '/rounds/:roundId/summary',
  params: RoundParams,
  reply: z.object({
    applicants: z.int(),
    placed: z.int(),
    byChoice: z.array(z.object({ choice: z.int(), students: z.int() })),
    byPost: z.array(z.object({ postId: z.uuid(), title: z.string(), organisationName: z.string(), seats: z.int(), filled: z.int(), applicants: z.int() })),
    bySchool: z.array(z.object({ schoolName: z.string(), applicants: z.int(), placed: z.int(), first: z.int() })),
    /** Both counts of every reserve, to be read before publishing. */
    reserves: z.array(z.object({ postId: z.uuid(), title: z.string(), organisationName: z.string(), tag: z.string(), seats: z.int(), guarantee: z.int(), additional: z.int() })),
    reserveMode: RoundRule.shape.reserveMode,
    limits: z.array(LimitUse),
    closings: z.array(z.object({ postId: z.uuid(), title: z.string(), step: z.int(), had: z.int(), minimum: z.int() })),
  }),
  summary: 'Fill by post, wish reached, by school, and what the rules about seats did',
})

export const SeatReport = z.object({
  roundTitle: z.string(),
  roundNumber: z.string(),
  postTitle: z.string(),
  organisationName: z.string(),
  seats: z.array(
    z.object({
      seat: z.string(), seats: z.int(), filled: z.int(), lastScore: z.int().nullable(), lastLottery: z.int().nullable(),
      /** Of reserved seats: students with the tag under either order of processing. */
      guarantee: z.int().nullable(), additional: z.int().nullable(),
    }),
  ),
  reserveMode: RoundRule.shape.reserveMode,
  ruleText: z.array(z.string()),
  /** With fewer it does not run; 0 for none. */
  minimum: z.int(),
  closing: z.object({ step: z.int(), had: z.int(), minimum: z.int() }).nullable(),
  schoolCap: z.object({ most: z.int(), full: z.array(z.string()) }).nullable(),
  /** Those that count this post. */
  limits: z.array(LimitUse),
  applicants: z.int(),
  admitted: z.array(z.object({ studentId: z.uuid(), name: z.string(), schoolName: z.string(), choice: z.int(), score: z.int(), seat: z.string(), answer: z.string().nullable() })),
  /** Applicants who were not admitted, by what became of them; never with names. */
  others: z.array(z.object({ reason: z.string(), students: z.int() })),
  weights: z.object({ school: z.int(), interview: z.int(), certificate: z.int() }),
  guarantees: GuaranteesView,
  resultDigest: z.string(),
})

export const getSeatReport = endpoint({ method: 'GET', path: '/rounds/:roundId/posts/:postId/report', params: RoundPostParams, reply: SeatReport, summary: 'Seats, last admitted, and what the rule was' })

export const exportResults = endpoint({
  method: 'GET',
  path: '/rounds/:roundId/results.xlsx',
  params: RoundParams,
  reply: z.unknown(),
  bytes: 'download',
  summary: 'Results as a sheet',
})

export const exportRound = endpoint({
  method: 'GET',
  path: '/public/rounds/:roundId/round.json',
  params: RoundParams,
  reply: z.unknown(),
  bytes: 'download',
  open: true,
  summary: 'The frozen input, the seed and the result of a published round, under pseudonyms: anybody can run it again',
})
