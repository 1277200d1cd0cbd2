import { nothing, route, seen } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { mayInsure, mayKeepPolicy } from './policy.ts'
import { addPolicyFile, cover, endPolicy, findPolicy, lockPolicy, uncover, viewPolicies, viewPolicy, writePolicy } from './service.ts'

export const insuranceRoutes = [
  route(contract.listPolicies, { find: nothing, may: seen, run: ({ tx, actor, query }) => viewPolicies(tx, actor, query) }),
  route(contract.writePolicy, { find: nothing, may: mayInsure, run: ({ tx, actor, body, now }) => writePolicy(tx, actor, body, now) }),
  route(contract.getPolicy, { find: ({ tx, actor, params }) => findPolicy(tx, actor, params.policyId), may: seen, run: ({ tx, actor, found }) => viewPolicy(tx, actor, found) }),
  route(contract.coverPlacements, { find: ({ tx, actor, params }) => lockPolicy(tx, actor, params.policyId), may: mayKeepPolicy, run: ({ tx, actor, found, body, now }) => cover(tx, actor, found, body, now) }),
  route(contract.uncoverPlacement, { find: ({ tx, actor, params }) => lockPolicy(tx, actor, params.policyId), may: mayKeepPolicy, run: ({ tx, actor, found, params, now }) => uncover(tx, actor, found, params.placementId, now) }),
  route(contract.endPolicy, { find: ({ tx, actor, params }) => lockPolicy(tx, actor, params.policyId), may: mayKeepPolicy, run: ({ tx, actor, found, body, now }) => endPolicy(tx, actor, found, body, now) }),
  route(contract.addPolicyFile, { find: ({ tx, actor, params }) => findPolicy(tx, actor, params.policyId), may: mayKeepPolicy, run: ({ tx, actor, found, wire, now }) => addPolicyFile(tx, actor, found, wire.upload!, now) }),
]
