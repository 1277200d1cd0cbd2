import { route, seen } from '../../../kernel/route.ts'
import { mayRunRound } from '../policy.ts'
import { findRound, lockRound } from '../tables.ts'
import { choosePosts, listRoundPosts } from './contract.ts'
import { takePosts, viewPosts } from './service.ts'

export const roundPostRoutes = [
  route(listRoundPosts, {
    find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId),
    may: seen,
    run: ({ tx, actor, found, query }) => viewPosts(tx, actor, found, query.all === 'true'),
  }),
  route(choosePosts, {
    find: ({ tx, actor, params }) => lockRound(tx, actor, params.roundId),
    may: mayRunRound,
    run: ({ tx, actor, found, body, now }) => takePosts(tx, actor, found, body.posts, now),
  }),
]
