import { route, seen, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { findNeed, findProgramme, viewFittingPosts, viewFittingProgrammes } from './service.ts'

export const fitRoutes: Route[] = [
  route(contract.getFittingPosts, { find: ({ tx, params }) => findProgramme(tx, params.programmeId), may: seen, run: ({ tx, actor, found }) => viewFittingPosts(tx, actor, found) }),
  route(contract.getFittingProgrammes, { find: ({ tx, actor, params }) => findNeed(tx, actor, params.needId), may: seen, run: ({ tx, found, now }) => viewFittingProgrammes(tx, found, now) }),
]
