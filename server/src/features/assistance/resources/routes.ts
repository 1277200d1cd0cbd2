import { refuse } from '../../../kernel/refusal.ts'
import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { mayAddResourceEvidence, mayAnswerResource, mayCorrect, mayGive, mayReadResources } from './policy.ts'
import { addEvidence, correctResource, exportResources, findResource, giveResource, lockResource, moveResource, viewHistory, viewResource, viewResources } from './service.ts'

const missingFile = () => refuse('invalid_input', { issues: [{ path: ['file'], code: 'missing' }] })

export const resourceRoutes: Route[] = [
  route(contract.listResources, { find: nothing, may: mayReadResources, run: ({ tx, actor, query }) => viewResources(tx, actor, query) }),
  route(contract.exportResources, { find: nothing, may: mayReadResources, run: ({ tx, actor, query, now }) => exportResources(tx, actor, query, now) }),
  route(contract.giveResource, { find: nothing, may: mayGive, run: ({ tx, actor, body, now }) => giveResource(tx, actor, body, now) }),
  route(contract.getResource, { find: ({ tx, actor, params }) => findResource(tx, actor, params.resourceId), may: seen, run: ({ tx, actor, found, now }) => viewResource(tx, actor, found, now) }),
  route(contract.getResourceHistory, { find: ({ tx, actor, params }) => findResource(tx, actor, params.resourceId), may: seen, run: ({ tx, found }) => viewHistory(tx, found) }),
  route(contract.correctResource, { find: ({ tx, actor, params }) => lockResource(tx, actor, params.resourceId), may: mayCorrect, run: ({ tx, actor, found, body, now }) => correctResource(tx, actor, found, body, now) }),
  route(contract.moveResource, { find: ({ tx, actor, params }) => lockResource(tx, actor, params.resourceId), may: mayAnswerResource, run: ({ tx, actor, found, body, now }) => moveResource(tx, actor, found, body, now) }),
  route(contract.addResourceEvidence, { find: ({ tx, actor, params }) => lockResource(tx, actor, params.resourceId), may: mayAddResourceEvidence, run: ({ tx, actor, found, wire, now }) => addEvidence(tx, actor, found, wire.upload ?? missingFile(), now) }),
]
