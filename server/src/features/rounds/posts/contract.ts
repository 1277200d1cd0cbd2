import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { RoundParams } from '../contract.ts'

export const Reserve = z.object({
  /** A tag of students, such as 'paired_county'. */
  tag: z.string().min(1).max(40),
  seats: z.int().min(1).max(2000),
})

/** What the rule says of one post beyond its seats. */
export const PostRule = z.object({
  /** In published order. */
  reserves: z.array(Reserve).max(5),
  /** With fewer the post does not run; 0 for none. */
  minimum: z.int().min(0).max(2000),
  /** Seats it gets before shared ones are handed out in turn. */
  target: z.int().min(0).max(2000).nullable(),
  /** At most this many of one school. */
  schoolCap: z.int().min(1).max(2000).nullable(),
})

const RoundPostRow = z.object({
  postId: z.uuid(),
  number: z.string(),
  title: z.string(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  offered: z.int(),
  chosen: z.boolean(),
  seats: z.int(),
  reserves: z.array(Reserve),
  minimum: z.int(),
  target: z.int().nullable(),
  schoolCap: z.int().nullable(),
  scoring: z.enum(['score', 'rank']),
  wishes: z.int(),
  firstWishes: z.int(),
  scored: z.int(),
  filled: z.int().nullable(),
  suspendRule: z.string().nullable(),
})
export type RoundPostRow = z.infer<typeof RoundPostRow>

export const listRoundPosts = endpoint({
  method: 'GET',
  path: '/rounds/:roundId/posts',
  params: RoundParams,
  query: z.object({ all: z.enum(['true', 'false']).default('false') }),
  reply: z.object({ rows: z.array(RoundPostRow) }),
  summary: 'Posts of the round; all=true offers every open post',
})

export const choosePosts = endpoint({
  method: 'PUT',
  path: '/rounds/:roundId/posts',
  params: RoundParams,
  body: z.object({
    posts: z
      .array(z.object({ postId: z.uuid(), seats: z.int().min(0).max(2000), scoring: z.enum(['score', 'rank']).default('score'), ...PostRule.partial().shape }))
      .max(5000),
  }),
  reply: z.object({ posts: z.int(), seats: z.int() }),
  summary: 'The posts of a round being prepared; what is left out of a post’s rule stays as it was',
})
