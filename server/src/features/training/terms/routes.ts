import { route, seen, type Route } from '../../../kernel/route.ts'
import { findClass, lockClass } from '../classes/tables.ts'
import { isSchool, isSide } from '../policy.ts'
import * as contract from './contract.ts'
import { beginTerm, evaluate, viewTerms } from './service.ts'
import { lockTerm } from './tables.ts'

export const termRoutes: Route[] = [
  route(contract.listTerms, { find: ({ tx, actor, params }) => findClass(tx, actor, params.classId), may: seen, run: ({ tx, actor, found }) => viewTerms(tx, actor, found) }),
  route(contract.addTerm, { find: ({ tx, actor, params }) => lockClass(tx, actor, params.classId), may: isSchool, run: ({ tx, actor, found, body, now }) => beginTerm(tx, actor, found, body, now) }),
  route(contract.evaluateTerm, { find: ({ tx, actor, params }) => lockTerm(tx, actor, params.termId), may: isSide, run: ({ tx, actor, found, body, now }) => evaluate(tx, actor, found, body, now) }),
]
