import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { mayMoveRequest, mayRoute, mayTakeNeed, seesSuggestions } from './policy.ts'
import { routeNeed, takeNeed } from './routing/service.ts'
import { exportRequests } from './rows/service.ts'
import { findProblem, findRequest, lockProblem, lockWithNeed, moveRequest } from './service.ts'
import { suggestOffers } from './suggestions/service.ts'
import { viewHistory, viewOfNeed, viewRequest, viewRequests } from './view/service.ts'

export const requestRoutes: Route[] = [
  route(contract.listRequests, { find: nothing, may: seen, run: ({ tx, actor, query, now }) => viewRequests(tx, actor, query, now) }),
  route(contract.exportRequests, { find: nothing, may: seen, run: ({ tx, actor, query, now }) => exportRequests(tx, actor, query, now) }),
  route(contract.getRequest, { find: ({ tx, actor, params }) => findRequest(tx, actor, params.requestId), may: seen, run: async ({ actor, found, now }) => viewRequest(actor, found, now) }),
  route(contract.moveRequest, {
    find: async ({ tx, actor, params, body }) => {
      const held = await lockWithNeed(tx, actor, params.requestId)
      return held && { ...held, action: body.action }
    },
    may: mayMoveRequest,
    run: ({ tx, actor, found, body, now }) => moveRequest(tx, actor, found, body, now),
  }),
  route(contract.getRequestHistory, { find: ({ tx, actor, params }) => findRequest(tx, actor, params.requestId), may: seen, run: ({ tx, actor, found }) => viewHistory(tx, actor, found) }),
  route(contract.listOfNeed, { find: ({ tx, actor, params }) => findProblem(tx, actor, params.needId), may: seen, run: ({ tx, actor, found, now }) => viewOfNeed(tx, actor, found, now) }),
  route(contract.suggestOffers, { find: ({ tx, actor, params }) => findProblem(tx, actor, params.needId), may: seesSuggestions, run: ({ tx, actor, found, now }) => suggestOffers(tx, actor, found, now) }),
  route(contract.routeNeed, { find: ({ tx, actor, params }) => lockProblem(tx, actor, params.needId), may: mayRoute, run: ({ tx, actor, found, body, now }) => routeNeed(tx, actor, found, body, now) }),
  route(contract.takeNeed, { find: ({ tx, actor, params }) => lockProblem(tx, actor, params.needId), may: mayTakeNeed, run: ({ tx, actor, found, body, now }) => takeNeed(tx, actor, found, body, now) }),
]
