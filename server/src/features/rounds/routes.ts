import { nothing, route, seen } from '../../kernel/route.ts'
import {
  chooseCohorts,
  choosePosts,
  createRound,
  getRound,
  getRoundHistory,
  getRoundProgress,
  listRoundCohorts,
  listRoundPosts,
  listRounds,
  moveRound,
  remindStudents,
  startSecondRound,
  tryRound,
  updateRound,
} from './contract.ts'
import { helpRoutes } from './help/routes.ts'
import { letterRoutes } from './letters/routes.ts'
import { objectionRoutes } from './objections/routes.ts'
import { mayCreateRound, mayRemindStudents, mayRunRound } from './policy.ts'
import { scoreRoutes } from './scores/routes.ts'
import { changeRound, move, prepareRound, prepareSecondRound, remind, takeCohorts, takePosts, viewCohorts, viewHistory, viewPosts, viewProgress, viewRound, viewRounds } from './service.ts'
import { findRound, lockRound } from './tables.ts'
import { tryRule } from './trials/service.ts'
import { wishRoutes } from './wishes/routes.ts'

export const placementRoutes = [
  route(listRounds, { find: nothing, may: seen, run: ({ tx, actor, query }) => viewRounds(tx, actor, query) }),
  route(createRound, { find: nothing, may: mayCreateRound, run: ({ tx, actor, body, now }) => prepareRound(tx, actor, body, now) }),
  route(getRound, {
    find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId),
    may: seen,
    run: ({ tx, actor, found, now }) => viewRound(tx, actor, found, now),
  }),
  route(updateRound, {
    find: ({ tx, actor, params }) => lockRound(tx, actor, params.roundId),
    may: mayRunRound,
    run: ({ tx, actor, found, body, now }) => changeRound(tx, actor, found, body, now),
  }),
  route(listRoundCohorts, {
    find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId),
    may: mayRemindStudents,
    run: ({ tx, actor, found, query }) => viewCohorts(tx, actor, found, query.all === 'true'),
  }),
  route(chooseCohorts, {
    find: ({ tx, actor, params }) => lockRound(tx, actor, params.roundId),
    may: mayRunRound,
    run: ({ tx, actor, found, body, now }) => takeCohorts(tx, actor, found, body.cohortIds, now),
  }),
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
  route(moveRound, {
    find: ({ tx, actor, params }) => lockRound(tx, actor, params.roundId),
    may: mayRunRound,
    run: ({ tx, actor, found, params, body, now }) => move(tx, actor, found, params.action, now, body.reason),
  }),
  route(remindStudents, {
    find: ({ tx, actor, params }) => lockRound(tx, actor, params.roundId),
    may: mayRemindStudents,
    run: ({ tx, actor, found, body, now }) => remind(tx, actor, found, body.cohortIds, now),
  }),
  route(getRoundProgress, {
    find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId),
    may: mayRemindStudents,
    run: ({ tx, found }) => viewProgress(tx, found),
  }),
  route(tryRound, {
    find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId),
    may: mayRunRound,
    run: ({ tx, found, body }) => tryRule(tx, found, body),
  }),
  route(startSecondRound, {
    find: ({ tx, actor, params }) => lockRound(tx, actor, params.roundId),
    may: mayRunRound,
    run: ({ tx, actor, found, body, now }) => prepareSecondRound(tx, actor, found, body.title, now),
  }),
  route(getRoundHistory, {
    find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId),
    may: mayRunRound,
    run: ({ tx, found }) => viewHistory(tx, found),
  }),
  ...wishRoutes,
  ...scoreRoutes,
  ...letterRoutes,
  ...objectionRoutes,
  ...helpRoutes,
]
