import { route } from '../../../kernel/route.ts'
import { mayRunRound } from '../policy.ts'
import { lockRound } from '../tables.ts'
import { stopRun } from './contract.ts'
import { stop } from './service.ts'

export const runRoutes = [
  route(stopRun, {
    find: ({ tx, actor, params }) => lockRound(tx, actor, params.roundId),
    may: mayRunRound,
    run: ({ tx, actor, found, now }) => stop(tx, actor, found, now),
  }),
]
