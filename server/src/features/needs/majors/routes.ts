import { nothing, route, type Route } from '../../../kernel/route.ts'
import { mayRaiseNeed } from '../policy.ts'
import * as contract from './contract.ts'
import { suggestMajors } from './service.ts'

export const majorRoutes: Route[] = [route(contract.suggestMajors, { find: nothing, may: mayRaiseNeed, run: ({ tx, body }) => suggestMajors(tx, body) })]
