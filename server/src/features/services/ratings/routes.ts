import { nothing, route, type Route } from '../../../kernel/route.ts'
import { worksHere } from '../policy.ts'
import { mayRateRequest } from '../requests/policy.ts'
import { lockWithNeed } from '../requests/service.ts'
import * as contract from './contract.ts'
import { rate, viewRatings } from './service.ts'

export const ratingRoutes: Route[] = [
  route(contract.rateService, { find: ({ tx, actor, params }) => lockWithNeed(tx, actor, params.requestId), may: mayRateRequest, run: ({ tx, actor, found, body, now }) => rate(tx, actor, found, body, now) }),
  route(contract.listRatings, { find: nothing, may: worksHere, run: ({ tx, actor, query }) => viewRatings(tx, actor, query) }),
]
