import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { mayRunRound } from '../policy.ts'
import type { Reserve, Round } from '../tables.ts'
import { listOfferedSeats, listPostRules, listPosts, replacePosts } from './tables.ts'

type Given = { postId: string; seats: number; scoring: 'score' | 'rank'; reserves?: Reserve[]; minimum?: number; target?: number | null; schoolCap?: number | null }
const plain = { reserves: [], minimum: 0, target: null, schoolCap: null }

/** Only open posts, and never more seats than the firm offers; what is kept or asked for fits inside them. All faults at once. */
export async function takePosts(tx: Tx, actor: Actor, round: Locked<Round>, given: readonly Given[], now: Date) {
  if (round.state !== 'draft') refuse('wrong_state', { state: round.state })
  const before = new Map((await listPostRules(tx, round.id)).map((post) => [post.postId, post]))
  const posts = given.map((one) => {
    const { reserves, minimum, target, schoolCap } = { ...plain, ...before.get(one.postId), ...one }
    return { postId: one.postId, seats: one.seats, scoring: one.scoring, reserves, minimum, target, schoolCap }
  })
  const offered = new Map((await listOfferedSeats(tx, round.allianceId, posts.map((one) => one.postId))).map((row) => [row.id, row]))
  const issues = posts.flatMap((one, index): { path: (string | number)[]; code: string; [fact: string]: unknown }[] => {
    const offer = offered.get(one.postId)
    if (!offer || offer.state !== 'open') return [{ path: ['posts', index, 'postId'], code: 'not_open' }]
    const tooMany = (field: string, number: number) => (number > one.seats ? [{ path: ['posts', index, field], code: 'more_than_seats', seats: one.seats }] : [])
    return [
      ...(one.seats > (offer.seats ?? 0) ? [{ path: ['posts', index, 'seats'], code: 'more_than_offered', offered: offer.seats }] : []),
      ...tooMany('reserves', one.reserves.reduce((sum, reserve) => sum + reserve.seats, 0)),
      ...tooMany('minimum', one.minimum),
      ...tooMany('target', one.target ?? 0),
    ]
  })
  if (new Set(posts.map((one) => one.postId)).size !== posts.length) issues.push({ path: ['posts'], code: 'twice' })
  if (issues.length > 0) refuse('invalid_input', { issues })
  await replacePosts(tx, round.id, posts)
  const seats = posts.reduce((sum, one) => sum + one.seats, 0)
  audit(tx, actor, now, { event: 'round.posts_chosen', subjectType: 'round', subjectId: round.id, details: { posts: posts.length, seats } })
  return { posts: posts.length, seats }
}

export async function viewPosts(tx: Tx, actor: Actor, round: Round, all: boolean) {
  const rows = await listPosts(tx, actor, round, all && mayRunRound(actor, round))
  const known = round.publishedAt !== null || (mayRunRound(actor, round) && round.resultDigest !== null)
  return { rows: rows.map((row) => ({ ...row, offered: row.offered ?? 0, seats: row.seats ?? row.offered ?? 0, filled: known ? row.filled : null })) }
}
