import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { settle } from '../../inbox/service.ts'
import { mayScorePost } from '../policy.ts'
import { ruleOf } from '../rule/service.ts'
import { isScored, scoreOf, whyNotScore } from '../rules.ts'
import { listApplicants, listMyPosts, spreadScores, upsertScores, type RoundPost, type ScoreValues } from './tables.ts'

const iso = (moment: Date | null) => moment?.toISOString() ?? null

export async function viewMyPosts(tx: Tx, actor: Actor) {
  const rows = await listMyPosts(tx, actor)
  return { rows: rows.map((row) => ({ ...row, rankingCloseAt: iso(row.rankingCloseAt), hasReport: row.publishedAt !== null, ...hiddenWhileWishing(row) })) }
}

/** While students still choose nobody is told who, or how many, so that nobody is talked out of a wish. */
const hiddenWhileWishing = (row: { state: string; applicants: number }) => (row.state === 'wishing' ? { applicants: 0 } : {})

export async function viewApplicants(tx: Tx, actor: Actor, post: RoundPost, now: Date) {
  const rows = post.state === 'wishing' ? [] : await listApplicants(tx, post.roundId, post.postId)
  return {
    roundTitle: post.roundTitle,
    postTitle: post.postTitle,
    state: post.state,
    rankingCloseAt: iso(post.rankingCloseAt),
    seats: post.seats,
    scoring: post.scoring,
    weights: { school: post.weightSchool, interview: post.weightInterview, certificate: post.weightCertificate },
    rows: rows.map((row) => ({ ...row, total: scoreOf(row, post, post.scoring) })),
    oneForAll: isOneForAll(post),
    can: { score: mayScorePost(actor, post) && whyNotScore(post, now) === null },
  }
}

/** Under enterprise totals a firm has one score for a student at all its posts. */
const isOneForAll = (post: Pick<RoundPost, 'policy'>) => ruleOf(post).mechanism === 'project-allocation'

type Given = { studentId: string; interview?: number | null; certificate?: number | null; rank?: number | null; refused?: string | null }

export async function score(tx: Tx, actor: Actor, post: Locked<RoundPost>, given: readonly Given[], now: Date) {
  const no = whyNotScore(post, now)
  if (no) refuse(no, { state: post.state })
  const applicants = new Map((await listApplicants(tx, post.roundId, post.postId)).map((row) => [row.studentId, row]))
  const issues = given.flatMap((one, index) => (applicants.has(one.studentId) ? [] : [{ path: ['scores', index, 'studentId'], code: 'unknown' }]))
  if (issues.length > 0) refuse('invalid_input', { issues })

  const values = given.map(({ studentId, interview = null, certificate = null, rank = null, refused = null }): ScoreValues => ({ studentId, interview, certificate, rank, refused }))
  await upsertScores(tx, post.roundId, post.postId, actor.accountId, now, values)
  if (isOneForAll(post)) await spreadScores(tx, post.roundId, post.postId, values.map(({ studentId }) => studentId))
  audit(tx, actor, now, { event: 'applicants.scored', subjectType: 'round', subjectId: post.roundId, details: { post: post.postId, applicants: values.length } })
  await settleWhenDone(tx, actor, post, now)
  return { saved: values.length }
}

/** The firm's inbox item goes when its last applicant in the round is scored. */
async function settleWhenDone(tx: Tx, actor: Actor, post: RoundPost, now: Date) {
  const mine = (await listMyPosts(tx, actor)).filter((row) => row.roundId === post.roundId)
  for (const { postId } of mine) {
    const applicants = await listApplicants(tx, post.roundId, postId)
    if (applicants.some((row) => !isScored(row, post, post.scoring))) return
  }
  await settle(tx, actor, { subjectType: 'round', subjectIds: [post.roundId], kinds: ['round.score_applicants'], organisationId: actor.organisationId }, 'scored', now)
}
