import { nothing, route, type Route } from '../../kernel/route.ts'
import * as contract from './contract.ts'
import { mayEditLexicon, mayReadLexicon } from './policy.ts'
import { discard, publish, putConcept, removeConcept, restore, viewChanges, viewConcepts, viewVersions } from './service.ts'
import { findVersion } from './tables.ts'

export const lexiconRoutes: Route[] = [
  route(contract.listConcepts, { find: nothing, may: mayReadLexicon, run: ({ tx, query }) => viewConcepts(tx, query) }),
  route(contract.listLexiconVersions, { find: nothing, may: mayReadLexicon, run: ({ tx, actor }) => viewVersions(tx, actor) }),
  route(contract.getLexiconChanges, { find: ({ tx, params }) => findVersion(tx, params.number), may: mayReadLexicon, run: ({ tx, found }) => viewChanges(tx, found) }),
  route(contract.putConcept, { find: nothing, may: mayEditLexicon, run: ({ tx, actor, params, body, now }) => putConcept(tx, actor, { ...body.concept, id: params.conceptId }, body.before, now) }),
  route(contract.removeConcept, { find: nothing, may: mayEditLexicon, run: ({ tx, actor, params, now }) => removeConcept(tx, actor, params.conceptId, now) }),
  route(contract.publishLexicon, { find: nothing, may: mayEditLexicon, run: ({ tx, actor, body, now }) => publish(tx, actor, body.note, now) }),
  route(contract.discardLexicon, { find: nothing, may: mayEditLexicon, run: ({ tx, actor, now }) => discard(tx, actor, now) }),
  route(contract.restoreLexicon, { find: ({ tx, params }) => findVersion(tx, params.number), may: mayEditLexicon, run: ({ tx, actor, found, now }) => restore(tx, actor, found, now) }),
]
