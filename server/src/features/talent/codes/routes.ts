import { nothing, route, seen } from '../../../kernel/route.ts'
import { refuse } from '../../../kernel/refusal.ts'
import * as contract from './contract.ts'
import { mayImportCodes } from './policy.ts'
import { findCodes, importCodes, viewCodeSystems } from './service.ts'

export const codeRoutes = [
  route(contract.listCodeSystems, { find: nothing, may: seen, run: ({ tx, actor }) => viewCodeSystems(tx, actor) }),
  route(contract.searchCodes, { find: nothing, may: seen, run: ({ tx, params, query }) => findCodes(tx, { ...query, ...params }) }),
  route(contract.importCodes, {
    find: nothing,
    may: mayImportCodes,
    run: ({ tx, actor, params, body, wire, now }) => importCodes(tx, actor, params.system, wire.upload ?? refuse('invalid_input', { issues: [] }), body, now),
  }),
]
