import { routeThen } from '../../../kernel/route.ts'
import { mayRunRound } from '../policy.ts'
import { findRound } from '../tables.ts'
import { tryRound } from './contract.ts'
import { readTrial, tryRule } from './service.ts'

export const trialRoutes = [
  routeThen(tryRound, {
    find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId),
    may: mayRunRound,
    run: ({ tx, actor, found, body }) => readTrial(tx, actor, found, body),
    after: tryRule,
  }),
]
