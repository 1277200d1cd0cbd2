import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { mayCare, mayHandleCheck, mayReadChecks, mayWriteCheck } from './policy.ts'
import { findCared, findCheck, handleCheck, lockCheck, viewCare, viewCheck, viewChecks, writeCheck, writeFine } from './service.ts'

export const checkRoutes: Route[] = [
  route(contract.listChecks, { find: nothing, may: mayReadChecks, run: ({ tx, actor, query }) => viewChecks(tx, actor, query) }),
  route(contract.writeFine, { find: nothing, may: mayCare, run: ({ tx, actor, body, now }) => writeFine(tx, actor, body, now) }),
  route(contract.getCheck, { find: ({ tx, actor, params }) => findCheck(tx, actor, params.checkId), may: seen, run: async ({ actor, found }) => viewCheck(actor, found) }),
  route(contract.handleCheck, { find: ({ tx, actor, params }) => lockCheck(tx, actor, params.checkId), may: mayHandleCheck, run: ({ tx, actor, found, body, now }) => handleCheck(tx, actor, found, body, now) }),
  route(contract.getCare, { find: nothing, may: mayCare, run: ({ tx, actor, query, now }) => viewCare(tx, actor, query.weekOn, now) }),
  route(contract.writeCheck, { find: ({ tx, actor, params }) => findCared(tx, actor, params.placementId), may: mayWriteCheck, run: ({ tx, actor, found, params, body, now }) => writeCheck(tx, actor, found, params.weekOn, body, now) }),
]
