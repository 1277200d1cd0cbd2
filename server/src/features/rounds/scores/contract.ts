import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { RoundParams, RoundState } from '../contract.ts'

export const RoundPostParams = RoundParams.extend({ postId: z.uuid() })
const Mark = z.int().min(0).max(100_000)

export const ApplicantRow = z.object({
  studentId: z.uuid(),
  name: z.string(),
  schoolName: z.string(),
  programmeName: z.string(),
  certificates: z.array(z.string()),
  /** Thousandths. */
  schoolMark: Mark.nullable(),
  interview: Mark.nullable(),
  certificate: Mark.nullable(),
  rank: z.int().nullable(),
  refused: z.string().nullable(),
  total: z.int(),
})

export const listMyRoundPosts = endpoint({
  method: 'GET',
  path: '/my/round-posts',
  reply: z.object({
    rows: z.array(
      z.object({ roundId: z.uuid(), roundTitle: z.string(), roundNumber: z.string(), state: RoundState, rankingCloseAt: z.string().nullable(), postId: z.uuid(), title: z.string(), seats: z.int(), applicants: z.int(), scored: z.int(), hasReport: z.boolean() }),
    ),
  }),
  summary: 'Posts of my organisation in rounds: applicants to score, reports to read',
})

export const listApplicants = endpoint({
  method: 'GET',
  path: '/rounds/:roundId/posts/:postId/applicants',
  params: RoundPostParams,
  reply: z.object({
    roundTitle: z.string(),
    postTitle: z.string(),
    state: RoundState,
    rankingCloseAt: z.string().nullable(),
    seats: z.int(),
    scoring: z.enum(['score', 'rank']),
    weights: z.object({ school: z.int(), interview: z.int(), certificate: z.int() }),
    rows: z.array(ApplicantRow),
    /** What is said of an applicant here is said at all posts of the firm. */
    oneForAll: z.boolean(),
    can: z.object({ score: z.boolean() }),
  }),
  summary: 'Who wished for this post, without their other wishes',
})

export const saveScores = endpoint({
  method: 'PUT',
  path: '/rounds/:roundId/posts/:postId/scores',
  params: RoundPostParams,
  body: z.object({
    scores: z
      .array(
        z.object({
          studentId: z.uuid(),
          interview: Mark.nullish(),
          certificate: Mark.nullish(),
          rank: z.int().min(1).max(10_000).nullish(),
          refused: z.string().trim().min(5).max(200).nullish(),
        }),
      )
      .max(5000),
  }),
  reply: z.object({ saved: z.int() }),
  summary: 'Score or rank applicants; ties allowed; refusing one needs a reason',
})
