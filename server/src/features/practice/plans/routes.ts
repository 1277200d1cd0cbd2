import { refuse } from '../../../kernel/refusal.ts'
import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import { worksHere } from '../policy.ts'
import { draftFor } from './agreement/service.ts'
import * as contract from './contract.ts'
import { addPaper } from './papers/service.ts'
import { mayCheck, mayDecide, mayKeepPlan, mayMovePlan, mayWritePlan } from './policy.ts'
import { changePlan, findPlan, lockPlan, movePlan, writeCheck, writePlan } from './service.ts'
import { exportPlans, viewHistory, viewPlan, viewPlans } from './view/service.ts'

export const planRoutes: Route[] = [
  route(contract.listPlans, { find: nothing, may: worksHere, run: ({ tx, actor, query, now }) => viewPlans(tx, actor, query, now) }),
  route(contract.exportPlans, { find: nothing, may: worksHere, run: ({ tx, actor, query, now }) => exportPlans(tx, actor, query, now) }),
  route(contract.getPlan, { find: ({ tx, actor, params }) => findPlan(tx, actor, params.planId), may: seen, run: ({ tx, actor, found, now }) => viewPlan(tx, actor, found, now) }),
  route(contract.writePlan, { find: nothing, may: mayWritePlan, run: ({ tx, actor, body, now }) => writePlan(tx, actor, body, now) }),
  route(contract.changePlan, { find: ({ tx, actor, params }) => lockPlan(tx, actor, params.planId), may: mayKeepPlan, run: ({ tx, actor, found, body, now }) => changePlan(tx, actor, found, body, now) }),
  route(contract.movePlan, {
    find: async ({ tx, actor, params, body }) => {
      const plan = await lockPlan(tx, actor, params.planId)
      return plan && { plan, action: body.action }
    },
    may: mayMovePlan,
    run: ({ tx, actor, found, body, now }) => movePlan(tx, actor, found.plan, body, now),
  }),
  route(contract.addPaper, { find: ({ tx, actor, params }) => lockPlan(tx, actor, params.planId), may: mayDecide, run: ({ tx, actor, found, body, wire, now }) => addPaper(tx, actor, found, body.part, wire.upload ?? refuse('invalid_input', { issues: [{ path: ['file'], code: 'missing' }] }), now) }),
  route(contract.writeCheck, { find: ({ tx, actor, params }) => lockPlan(tx, actor, params.planId), may: mayCheck, run: ({ tx, actor, found, body, now }) => writeCheck(tx, actor, found, body, now) }),
  route(contract.draftPlanAgreement, { find: ({ tx, actor, params }) => lockPlan(tx, actor, params.planId), may: mayDecide, run: ({ tx, actor, found, now }) => draftFor(tx, actor, found, now) }),
  route(contract.getPlanHistory, { find: ({ tx, actor, params }) => findPlan(tx, actor, params.planId), may: seen, run: ({ tx, actor, found }) => viewHistory(tx, actor, found) }),
]
