import { route, seen } from '../../../kernel/route.ts'
import { mayMakePlacements } from '../policy.ts'
import { findPlacement, lockVisible } from '../tables.ts'
import * as contract from './contract.ts'
import { draftPapers, viewPapers } from './service.ts'

export const paperRoutes = [
  route(contract.draftPapers, { find: ({ tx, actor, body }) => lockVisible(tx, actor, body.placementIds), may: mayMakePlacements, run: ({ tx, actor, found, body, now }) => draftPapers(tx, actor, found, body, now) }),
  route(contract.listPapers, { find: ({ tx, actor, params }) => findPlacement(tx, actor, params.placementId), may: seen, run: ({ tx, actor, found }) => viewPapers(tx, actor, found) }),
]
