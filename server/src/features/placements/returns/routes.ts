import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { mayKeepReturn, mayReadReturns, mayWriteReturns } from './policy.ts'
import { changeForm, preview, viewForm, viewForms, write, writeForm } from './service.ts'
import { findForm, lockForm } from './tables.ts'

export const returnRoutes: Route[] = [
  route(contract.listReturnForms, { find: nothing, may: mayReadReturns, run: ({ tx, actor }) => viewForms(tx, actor) }),
  route(contract.getReturnForm, { find: ({ tx, actor, params }) => findForm(tx, actor, params.formId), may: seen, run: async ({ actor, found }) => viewForm(actor, found) }),
  route(contract.writeReturnForm, { find: nothing, may: mayWriteReturns, run: ({ tx, actor, body, now }) => writeForm(tx, actor, body, now) }),
  route(contract.changeReturnForm, { find: ({ tx, actor, params }) => lockForm(tx, actor, params.formId), may: mayKeepReturn, run: ({ tx, actor, found, body, now }) => changeForm(tx, actor, found, body, now) }),
  route(contract.previewReturn, { find: ({ tx, actor, params }) => findForm(tx, actor, params.formId), may: mayReadReturns, run: ({ tx, actor, found, query }) => preview(tx, actor, found, query) }),
  route(contract.exportReturn, { find: ({ tx, actor, params }) => findForm(tx, actor, params.formId), may: mayReadReturns, run: ({ tx, actor, found, body, now }) => write(tx, actor, found, body, now) }),
]
