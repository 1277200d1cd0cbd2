import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { findFirmToFit, fitOf, previewPolicy } from './fit/service.ts'
import { mayKeepPolicy, mayWritePolicy, seesFitOf } from './policy.ts'
import { changePolicy, findPolicy, lockPolicy, movePolicy, writePolicy } from './service.ts'
import { viewPolicies, viewPolicy } from './view/service.ts'

export const policyRoutes: Route[] = [
  route(contract.listPolicies, { find: nothing, may: seen, run: ({ tx, actor, query, now }) => viewPolicies(tx, actor, query, now) }),
  route(contract.previewPolicy, { find: nothing, may: mayWritePolicy, run: ({ tx, actor, body }) => previewPolicy(tx, actor, body) }),
  route(contract.getPolicy, { find: ({ tx, actor, params }) => findPolicy(tx, actor, params.policyId), may: seen, run: async ({ actor, found, now }) => viewPolicy(actor, found, now) }),
  route(contract.writePolicy, { find: nothing, may: mayWritePolicy, run: ({ tx, actor, body, now }) => writePolicy(tx, actor, body, now) }),
  route(contract.changePolicy, { find: ({ tx, actor, params }) => lockPolicy(tx, actor, params.policyId), may: mayKeepPolicy, run: ({ tx, actor, found, body, now }) => changePolicy(tx, actor, found, body, now) }),
  route(contract.movePolicy, { find: ({ tx, actor, params }) => lockPolicy(tx, actor, params.policyId), may: mayKeepPolicy, run: ({ tx, actor, found, body, now }) => movePolicy(tx, actor, found, body, now) }),
  route(contract.fitPolicies, { find: ({ tx, actor, params }) => findFirmToFit(tx, actor, params.organisationId), may: seesFitOf, run: ({ tx, found, now }) => fitOf(tx, found, now) }),
]
