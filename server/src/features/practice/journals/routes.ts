import { refuse } from '../../../kernel/refusal.ts'
import { route, seen, type Route } from '../../../kernel/route.ts'
import { findPlan, lockPlan } from '../plans/service.ts'
import * as contract from './contract.ts'
import { mayMoveWeek, mayWriteWeek } from './policy.ts'
import { addPhoto, moveJournal, removePhoto, viewJournals, writeJournal } from './service.ts'

export const journalRoutes: Route[] = [
  route(contract.listJournals, { find: ({ tx, actor, params }) => findPlan(tx, actor, params.planId), may: seen, run: ({ tx, actor, found, now }) => viewJournals(tx, actor, found, now) }),
  route(contract.writeJournal, { find: ({ tx, actor, params }) => lockPlan(tx, actor, params.planId), may: mayWriteWeek, run: ({ tx, actor, found, params, body, now }) => writeJournal(tx, actor, found, params.weekOn, body, now) }),
  route(contract.moveJournal, {
    find: async ({ tx, actor, params, body }) => {
      const plan = await lockPlan(tx, actor, params.planId)
      return plan && { plan, action: body.action }
    },
    may: mayMoveWeek,
    run: ({ tx, actor, found, params, body, now }) => moveJournal(tx, actor, found.plan, params.weekOn, body, now),
  }),
  route(contract.addPhoto, { find: ({ tx, actor, params }) => lockPlan(tx, actor, params.planId), may: mayWriteWeek, run: ({ tx, actor, found, params, wire, now }) => addPhoto(tx, actor, found, params.weekOn, wire.upload ?? refuse('invalid_input', { issues: [{ path: ['file'], code: 'missing' }] }), now) }),
  route(contract.removePhoto, { find: ({ tx, actor, params }) => lockPlan(tx, actor, params.planId), may: mayWriteWeek, run: ({ tx, actor, found, params, now }) => removePhoto(tx, actor, found, params, now) }),
]
