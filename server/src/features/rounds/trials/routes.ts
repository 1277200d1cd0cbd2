import { route } from '../../../kernel/route.ts'
import { mayRunRound } from '../policy.ts'
import { findRound } from '../tables.ts'
import { tryRound } from './contract.ts'
import { tryRule } from './service.ts'

export const trialRoutes = [
  route(tryRound, {
    find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId),
    may: mayRunRound,
    run: ({ tx, actor, found, body }) => tryRule(tx, actor, found, body),
  }),
]
