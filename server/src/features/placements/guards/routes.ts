import { route, seen } from '../../../kernel/route.ts'
import { findPlacement } from '../tables.ts'
import * as contract from './contract.ts'
import { viewGuards } from './service.ts'

export const guardRoutes = [
  route(contract.listGuards, { find: ({ tx, actor, params }) => findPlacement(tx, actor, params.placementId), may: seen, run: ({ tx, actor, found, now }) => viewGuards(tx, actor, found, now) }),
]
