import { nothing, route, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { isOwnStay, mayBeAsked, mayReadStays } from './policy.ts'
import { answerStay, findStay, lockStay, viewMyStay, viewMyStays, viewStays } from './service.ts'

export const stayRoutes: Route[] = [
  route(contract.listStays, { find: nothing, may: mayReadStays, run: ({ tx, actor, query }) => viewStays(tx, actor, query) }),
  route(contract.listMyStays, { find: nothing, may: mayBeAsked, run: ({ tx, actor, now }) => viewMyStays(tx, actor, now) }),
  route(contract.getMyStay, { find: ({ tx, actor, params }) => findStay(tx, actor, params.stayId), may: isOwnStay, run: async ({ found, now }) => viewMyStay(found, now) }),
  route(contract.answerStay, { find: ({ tx, actor, params }) => lockStay(tx, actor, params.stayId), may: isOwnStay, run: ({ tx, actor, found, body, now }) => answerStay(tx, actor, found, body, now) }),
]
