import { nothing, route, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { mayReadRoll, mayUnmaskRoll } from './policy.ts'
import { openRoll, viewRoll } from './service.ts'

export const rollRoutes: Route[] = [
  route(contract.getRoll, { find: nothing, may: mayReadRoll, run: ({ tx, actor, query, now }) => viewRoll(tx, actor, query, now) }),
  route(contract.unmaskRoll, { find: nothing, may: mayUnmaskRoll, run: ({ tx, actor, body, now }) => openRoll(tx, actor, body, now) }),
]
