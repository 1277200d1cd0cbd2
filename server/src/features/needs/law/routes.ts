import { nothing, route, seen } from '../../../kernel/route.ts'
import { changeRule, listRules } from './contract.ts'
import { mayChangeRule } from './policy.ts'
import * as law from './service.ts'

export const ruleRoutes = [
  route(listRules, { find: nothing, may: seen, run: ({ tx, actor }) => law.viewRules(tx, actor, actor.allianceId) }),
  route(changeRule, {
    find: ({ params }) => law.ruleById(params.ruleId),
    may: mayChangeRule,
    run: ({ tx, actor, found, body, now }) => law.changeRule(tx, actor, found, body, now),
  }),
]
