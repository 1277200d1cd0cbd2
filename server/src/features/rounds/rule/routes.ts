import { route } from '../../../kernel/route.ts'
import { mayRunRound } from '../policy.ts'
import { findRound, lockRound } from '../tables.ts'
import { getRules, saveRules } from './contract.ts'
import { setRules, viewRules } from './service.ts'

export const ruleRoutes = [
  route(getRules, {
    find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId),
    may: mayRunRound,
    run: ({ tx, actor, found }) => viewRules(tx, actor, found),
  }),
  route(saveRules, {
    find: ({ tx, actor, params }) => lockRound(tx, actor, params.roundId),
    may: mayRunRound,
    run: ({ tx, actor, found, body, now }) => setRules(tx, actor, found, body, now),
  }),
]
