import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import { findClass, lockClass } from '../classes/tables.ts'
import * as contract from './contract.ts'
import { isOwnPlace, isSchool, mayLearn, mayMark, mayMovePlace, mayReplace } from './policy.ts'
import { findPlace, lockPlace, mark, movePlace, replace } from './service.ts'
import { viewMyPlace, viewMyPlaces, viewPlaces, viewWaiting } from './view/service.ts'

export const placeRoutes: Route[] = [
  route(contract.listPlaces, { find: ({ tx, actor, params }) => findClass(tx, actor, params.classId), may: seen, run: ({ tx, actor, found }) => viewPlaces(tx, actor, found) }),
  route(contract.listWaiting, { find: ({ tx, actor, params }) => findClass(tx, actor, params.classId), may: isSchool, run: ({ tx, found }) => viewWaiting(tx, found) }),
  route(contract.replacePlace, { find: ({ tx, actor, params }) => lockClass(tx, actor, params.classId), may: mayReplace, run: ({ tx, actor, found, body, now }) => replace(tx, actor, found, body, now) }),
  route(contract.movePlace, {
    find: async ({ tx, actor, params, body }) => {
      const place = await lockPlace(tx, actor, params.placeId)
      return place && { place, action: body.action }
    },
    may: mayMovePlace,
    run: ({ tx, actor, found, body, now }) => movePlace(tx, actor, found.place, body, now),
  }),
  route(contract.markPlace, { find: ({ tx, actor, params }) => lockPlace(tx, actor, params.placeId), may: mayMark, run: ({ tx, actor, found, body, now }) => mark(tx, actor, found, body, now) }),
  route(contract.listMyPlaces, { find: nothing, may: mayLearn, run: ({ tx, actor, now }) => viewMyPlaces(tx, actor, now) }),
  route(contract.getMyPlace, { find: ({ tx, actor, params }) => findPlace(tx, actor, params.placeId), may: isOwnPlace, run: ({ tx, actor, found, now }) => viewMyPlace(tx, actor, found, now) }),
]
