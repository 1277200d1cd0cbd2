import { route } from '../../../kernel/route.ts'
import { mayMakePlacements, mayRunPlacement } from '../policy.ts'
import { lockPlacement, lockVisible } from '../tables.ts'
import * as contract from './contract.ts'
import { activateMany, approveChoice, changePlacement, moveAlong, movePlacement } from './service.ts'

export const movingRoutes = [
  route(contract.changePlacement, {
    find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId),
    may: mayRunPlacement,
    run: ({ tx, actor, found, body, now }) => changePlacement(tx, actor, found, body, now),
  }),
  route(contract.approveChoice, {
    find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId),
    may: mayRunPlacement,
    run: ({ tx, actor, found, body, now }) => approveChoice(tx, actor, found, body.version, now),
  }),
  route(contract.movePlacement, {
    find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId),
    may: mayRunPlacement,
    run: ({ tx, actor, found, body, now }) => movePlacement(tx, actor, found, body, now),
  }),
  route(contract.movePlacements, {
    find: ({ tx, actor, body }) => lockVisible(tx, actor, body.placementIds),
    may: mayMakePlacements,
    run: ({ tx, actor, found, now }) => activateMany(tx, actor, found, now),
  }),
  route(contract.checkPlacements, {
    find: ({ tx, actor, body }) => lockVisible(tx, actor, body.placementIds),
    may: mayMakePlacements,
    run: async ({ tx, actor, found, now }) => ({ moved: await moveAlong(tx, actor, found.map(({ id }) => id), now) }),
  }),
]
