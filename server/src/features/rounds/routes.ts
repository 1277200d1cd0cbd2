import { nothing, route, seen } from '../../kernel/route.ts'
import { roundCohortRoutes } from './cohorts/routes.ts'
import { createRound, getRound, getRoundHistory, listRounds, moveRound, startSecondRound, updateRound } from './contract.ts'
import { fitRoutes } from './fits/routes.ts'
import { helpRoutes } from './help/routes.ts'
import { letterRoutes } from './letters/routes.ts'
import { objectionRoutes } from './objections/routes.ts'
import { mayCreateRound, mayRunRound } from './policy.ts'
import { roundPostRoutes } from './posts/routes.ts'
import { ruleRoutes } from './rule/routes.ts'
import { runRoutes } from './runs/routes.ts'
import { scoreRoutes } from './scores/routes.ts'
import { changeRound, move, prepareRound, prepareSecondRound, viewHistory, viewRound, viewRounds } from './service.ts'
import { findRound, lockRound } from './tables.ts'
import { trialRoutes } from './trials/routes.ts'
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
  route(moveRound, {
    find: ({ tx, actor, params }) => lockRound(tx, actor, params.roundId),
    may: mayRunRound,
    run: ({ tx, actor, found, params, body, now }) => move(tx, actor, found, params.action, now, body.reason),
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
  ...roundCohortRoutes,
  ...roundPostRoutes,
  ...ruleRoutes,
  ...runRoutes,
  ...trialRoutes,
  ...wishRoutes,
  ...fitRoutes,
  ...scoreRoutes,
  ...letterRoutes,
  ...objectionRoutes,
  ...helpRoutes,
]
