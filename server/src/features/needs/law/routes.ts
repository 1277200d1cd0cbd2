import { nothing, route, seen } from '../../../kernel/route.ts'
import { changeRule, getRuleHistory, listRules } from './contract.ts'
import { mayChangeRule } from './policy.ts'
import * as law from './service.ts'

export const ruleRoutes = [
  route(listRules, { find: nothing, may: seen, run: ({ tx, actor }) => law.viewRules(tx, actor) }),
  route(getRuleHistory, { find: ({ params }) => law.ruleById(params.ruleId), may: seen, run: ({ tx, actor, found }) => law.viewRuleHistory(tx, actor, found) }),
  route(changeRule, {
    find: ({ params }) => law.ruleById(params.ruleId),
    may: mayChangeRule,
    run: ({ tx, actor, found, body, now }) => law.changeRule(tx, actor, found, body, now),
  }),
]
