import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import { isOwnPlacement } from '../policy.ts'
import { lockPlacement } from '../tables.ts'
import * as contract from './contract.ts'
import { isOwnChange, mayDecideChange, mayReadChanges } from './policy.ts'
import { askToChange, decide, moveMine, viewChange, viewChanges } from './service.ts'
import { findChange, lockChange } from './tables.ts'

export const changeRoutes: Route[] = [
  route(contract.askForChange, { find: ({ tx, actor, body }) => lockPlacement(tx, actor, body.placementId), may: isOwnPlacement, run: ({ tx, actor, found, body, now }) => askToChange(tx, actor, found, body, now) }),
  route(contract.moveMyChange, { find: ({ tx, actor, params }) => lockChange(tx, actor, params.changeId), may: isOwnChange, run: ({ tx, actor, found, body, now }) => moveMine(tx, actor, found, body.action, now) }),
  route(contract.listChanges, { find: nothing, may: mayReadChanges, run: ({ tx, actor, query, now }) => viewChanges(tx, actor, query, now) }),
  route(contract.getChange, { find: ({ tx, actor, params }) => findChange(tx, actor, params.changeId), may: seen, run: async ({ actor, found, now }) => viewChange(actor, found, now) }),
  route(contract.moveChange, { find: ({ tx, actor, params }) => lockChange(tx, actor, params.changeId), may: mayDecideChange, run: ({ tx, actor, found, body, now }) => decide(tx, actor, found, body, now) }),
]
