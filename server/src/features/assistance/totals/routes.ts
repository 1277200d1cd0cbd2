import { nothing, route, type Route } from '../../../kernel/route.ts'
import { maySeeTotals } from '../policy.ts'
import * as contract from './contract.ts'
import { exportTotals, viewTotals } from './service.ts'

export const totalRoutes: Route[] = [
  route(contract.getTotals, { find: nothing, may: maySeeTotals, run: ({ tx, actor, query, now }) => viewTotals(tx, actor, query.year, now) }),
  route(contract.exportTotals, { find: nothing, may: maySeeTotals, run: ({ tx, actor, query, now }) => exportTotals(tx, actor, query.year, now) }),
]
