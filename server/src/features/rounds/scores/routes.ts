import { nothing, route, seen } from '../../../kernel/route.ts'
import { isFirmSide, mayScorePost } from '../policy.ts'
import { listApplicants, listMyRoundPosts, saveScores } from './contract.ts'
import { score, viewApplicants, viewMyPosts } from './service.ts'
import { findRoundPost, lockRoundPost } from './tables.ts'

export const scoreRoutes = [
  route(listMyRoundPosts, { find: nothing, may: isFirmSide, run: ({ tx, actor }) => viewMyPosts(tx, actor) }),
  route(listApplicants, {
    find: ({ tx, actor, params }) => findRoundPost(tx, actor, params.roundId, params.postId),
    may: seen,
    run: ({ tx, actor, found, now }) => viewApplicants(tx, actor, found, now),
  }),
  route(saveScores, {
    find: ({ tx, actor, params }) => lockRoundPost(tx, actor, params.roundId, params.postId),
    may: mayScorePost,
    run: ({ tx, actor, found, body, now }) => score(tx, actor, found, body.scores, now),
  }),
]
