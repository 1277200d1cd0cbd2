import { nothing, route } from '../../../kernel/route.ts'
import { mayReadPlacements } from '../policy.ts'
import * as contract from './contract.ts'
import { exportPlacements, viewBoard } from './service.ts'

export const boardRoutes = [
  route(contract.getBoard, { find: nothing, may: mayReadPlacements, run: ({ tx, actor, now }) => viewBoard(tx, actor, now) }),
  route(contract.exportPlacements, { find: nothing, may: mayReadPlacements, run: ({ tx, actor, query, now }) => exportPlacements(tx, actor, query, now) }),
]
