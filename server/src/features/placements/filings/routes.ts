import { nothing, route, seen } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { mayFile, mayKeepFiling } from './policy.ts'
import { addFilingFile, changeFiling, findFiling, lockFiling, moveFiling, prepareFiling, viewFiling, viewFilings } from './service.ts'

export const filingRoutes = [
  route(contract.listFilings, { find: nothing, may: seen, run: ({ tx, actor, query }) => viewFilings(tx, actor, query) }),
  route(contract.prepareFiling, { find: nothing, may: mayFile, run: ({ tx, actor, body, now }) => prepareFiling(tx, actor, body, now) }),
  route(contract.getFiling, { find: ({ tx, actor, params }) => findFiling(tx, actor, params.filingId), may: seen, run: ({ tx, actor, found, now }) => viewFiling(tx, actor, found, now) }),
  route(contract.changeFiling, { find: ({ tx, actor, params }) => lockFiling(tx, actor, params.filingId), may: mayKeepFiling, run: ({ tx, actor, found, body, now }) => changeFiling(tx, actor, found, body, now) }),
  route(contract.moveFiling, { find: ({ tx, actor, params }) => lockFiling(tx, actor, params.filingId), may: mayKeepFiling, run: ({ tx, actor, found, body, now }) => moveFiling(tx, actor, found, body, now) }),
  route(contract.addFilingFile, { find: ({ tx, actor, params }) => findFiling(tx, actor, params.filingId), may: mayKeepFiling, run: ({ tx, actor, found, wire, now }) => addFilingFile(tx, actor, found, wire.upload!, now) }),
]
