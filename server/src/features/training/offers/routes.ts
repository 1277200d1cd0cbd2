import { route, type Route } from '../../../kernel/route.ts'
import { isOwnPlace, mayOffer } from '../places/policy.ts'
import { lockPlace } from '../places/service.ts'
import * as contract from './contract.ts'
import { answer, offer } from './service.ts'

export const offerRoutes: Route[] = [
  route(contract.makeOffer, { find: ({ tx, actor, params }) => lockPlace(tx, actor, params.placeId), may: mayOffer, run: ({ tx, actor, found, body, now }) => offer(tx, actor, found, body, now) }),
  route(contract.answerOffer, { find: ({ tx, actor, params }) => lockPlace(tx, actor, params.placeId), may: isOwnPlace, run: ({ tx, actor, found, body, now }) => answer(tx, actor, found, body, now) }),
]
