import { nothing, route, seen, type Route } from '../../kernel/route.ts'
import * as contract from './contract.ts'
import { fitRoutes } from './fits/routes.ts'
import { ruleRoutes } from './law/routes.ts'
import { majorRoutes } from './majors/routes.ts'
import { mayKeepNeed, mayMoveNeed, mayRaiseNeed, seesWholeNeed } from './policy.ts'
import { exportNeeds } from './rows/service.ts'
import { change, copy, move, raise } from './service.ts'
import { findNeed, lockNeed } from './tables.ts'
import { check, viewHistory, viewNeed, viewNeeds } from './view/service.ts'

export const needRoutes: Route[] = [
  route(contract.listNeeds, { find: nothing, may: seen, run: ({ tx, actor, query }) => viewNeeds(tx, actor, query) }),
  route(contract.exportNeeds, { find: nothing, may: mayRaiseNeed, run: ({ tx, actor, query, now }) => exportNeeds(tx, actor, query, now) }),
  route(contract.getNeed, { find: ({ tx, actor, params }) => findNeed(tx, actor, params.needId), may: seen, run: ({ tx, actor, found, now }) => viewNeed(tx, actor, found, now) }),
  route(contract.raiseNeed, { find: nothing, may: mayRaiseNeed, run: ({ tx, actor, body, now }) => raise(tx, actor, body, now) }),
  route(contract.checkNeed, { find: nothing, may: mayRaiseNeed, run: ({ tx, actor, body, now }) => check(tx, actor, body, now) }),
  route(contract.changeNeed, {
    find: ({ tx, actor, params }) => lockNeed(tx, actor, params.needId),
    may: mayKeepNeed,
    run: ({ tx, actor, found, body, now }) => change(tx, actor, found, body, now),
  }),
  route(contract.moveNeed, {
    find: async ({ tx, actor, params, body }) => {
      const need = await lockNeed(tx, actor, params.needId)
      return need && { need, action: body.action }
    },
    may: mayMoveNeed,
    run: ({ tx, actor, found, body, now }) => move(tx, actor, found.need, body, now),
  }),
  route(contract.copyNeed, { find: ({ tx, actor, params }) => findNeed(tx, actor, params.needId), may: mayKeepNeed, run: ({ tx, actor, found, now }) => copy(tx, actor, found, now) }),
  route(contract.getNeedHistory, { find: ({ tx, actor, params }) => findNeed(tx, actor, params.needId), may: seesWholeNeed, run: ({ tx, found }) => viewHistory(tx, found) }),
  ...fitRoutes,
  ...majorRoutes,
  ...ruleRoutes,
]
