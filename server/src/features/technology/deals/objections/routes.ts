import { open, route, seen, type Route } from '../../../../kernel/route.ts'
import { mayAnswerObjection } from '../policy.ts'
import { findDeal, lockDeal } from '../service.ts'
import * as contract from './contract.ts'
import { answerObjection, lockToAnswer, objectToPrice, viewObjections } from './service.ts'

export const objectionRoutes: Route[] = [
  open(contract.objectToPrice, ({ tx, actor, params, body, now }) => objectToPrice(tx, actor, params.dealId, body, now)),
  route(contract.listPriceObjections, { find: ({ tx, actor, params }) => findDeal(tx, actor, params.dealId), may: seen, run: ({ tx, actor, found }) => viewObjections(tx, actor, found) }),
  route(contract.answerPriceObjection, {
    find: async ({ tx, actor, params }) => lockToAnswer(tx, await lockDeal(tx, actor, params.dealId), params.objectionId),
    may: mayAnswerObjection,
    run: ({ tx, actor, found, body, now }) => answerObjection(tx, actor, found, body, now),
  }),
]
