import { nothing, route, type Route, seen } from '../../../kernel/route.ts'
import { worksHere } from '../policy.ts'
import * as contract from './contract.ts'
import { mayKeepOpening, mayWriteOpening } from './policy.ts'
import { changeOpening, findOpening, lockOpening, moveOpening, writeOpening } from './service.ts'
import { viewOpening, viewOpenings } from './view/service.ts'

export const openingRoutes: Route[] = [
  route(contract.listOpenings, { find: nothing, may: worksHere, run: ({ tx, actor, query }) => viewOpenings(tx, actor, query) }),
  route(contract.getOpening, { find: ({ tx, actor, params }) => findOpening(tx, actor, params.openingId), may: seen, run: async ({ actor, found, now }) => viewOpening(actor, found, now) }),
  route(contract.writeOpening, { find: nothing, may: mayWriteOpening, run: ({ tx, actor, body, now }) => writeOpening(tx, actor, body, now) }),
  route(contract.changeOpening, { find: ({ tx, actor, params }) => lockOpening(tx, actor, params.openingId), may: mayKeepOpening, run: ({ tx, actor, found, body, now }) => changeOpening(tx, actor, found, body, now) }),
  route(contract.moveOpening, { find: ({ tx, actor, params }) => lockOpening(tx, actor, params.openingId), may: mayKeepOpening, run: ({ tx, actor, found, body, now }) => moveOpening(tx, actor, found, body, now) }),
]
