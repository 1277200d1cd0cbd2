import { nothing, route, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { mayReadTemplates, mayWriteTemplates } from './policy.ts'
import { viewTemplates, writeTemplate } from './service.ts'

export const templateRoutes: Route[] = [
  route(contract.listTemplates, { find: nothing, may: mayReadTemplates, run: ({ tx, actor }) => viewTemplates(tx, actor) }),
  route(contract.writeTemplate, { find: nothing, may: mayWriteTemplates, run: ({ tx, actor, params, body, now }) => writeTemplate(tx, actor, params.kind, body, now) }),
]
