import { nothing, route, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { mayMoveVisit, mayReadVisits } from './policy.ts'
import { lockVisit, moveVisit, planVisit } from './service.ts'
import { viewDue, viewVisits } from './view/service.ts'

export const visitRoutes: Route[] = [
  route(contract.listVisits, { find: nothing, may: mayReadVisits, run: ({ tx, actor, query }) => viewVisits(tx, actor, query) }),
  route(contract.listDueVisits, { find: nothing, may: mayReadVisits, run: ({ tx, actor, query, now }) => viewDue(tx, actor, query, now) }),
  route(contract.planVisit, { find: nothing, may: mayReadVisits, run: ({ tx, actor, body, now }) => planVisit(tx, actor, body, now) }),
  route(contract.moveVisit, {
    find: async ({ tx, actor, params }) => {
      const visit = await lockVisit(tx, actor, params.visitId)
      return visit && { visit }
    },
    may: mayMoveVisit,
    run: ({ tx, actor, found, body, now }) => moveVisit(tx, actor, found.visit, body, now),
  }),
]
