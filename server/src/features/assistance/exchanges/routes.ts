import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { mayMoveExchange, mayNameSchools, mayPropose, mayReadExchanges, mayReport } from './policy.ts'
import { exportExchanges, findExchange, lockExchange, moveExchange, proposeExchange, viewExchange, viewExchanges, viewHistory, viewSchools, writeReport } from './service.ts'

export const exchangeRoutes: Route[] = [
  route(contract.listExchanges, { find: nothing, may: mayReadExchanges, run: ({ tx, actor, query }) => viewExchanges(tx, actor, query) }),
  route(contract.exportExchanges, { find: nothing, may: mayReadExchanges, run: ({ tx, actor, query, now }) => exportExchanges(tx, actor, query, now) }),
  route(contract.listAssistanceSchools, { find: nothing, may: mayNameSchools, run: ({ tx, actor }) => viewSchools(tx, actor) }),
  route(contract.proposeExchange, { find: nothing, may: mayPropose, run: ({ tx, actor, body, now }) => proposeExchange(tx, actor, body, now) }),
  route(contract.getExchange, { find: ({ tx, actor, params }) => findExchange(tx, actor, params.exchangeId), may: seen, run: async ({ actor, found, now }) => viewExchange(actor, found, now) }),
  route(contract.getExchangeHistory, { find: ({ tx, actor, params }) => findExchange(tx, actor, params.exchangeId), may: seen, run: ({ tx, found }) => viewHistory(tx, found) }),
  route(contract.moveExchange, {
    find: async ({ tx, actor, params, body }) => {
      const exchange = await lockExchange(tx, actor, params.exchangeId)
      return exchange && { exchange, action: body.action }
    },
    may: mayMoveExchange,
    run: ({ tx, actor, found, body, now }) => moveExchange(tx, actor, found.exchange, body, now),
  }),
  route(contract.writeReport, { find: ({ tx, actor, params }) => lockExchange(tx, actor, params.exchangeId), may: mayReport, run: ({ tx, actor, found, body, now }) => writeReport(tx, actor, found, body, now) }),
]
