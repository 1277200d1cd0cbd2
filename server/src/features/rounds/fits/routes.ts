import { route } from '../../../kernel/route.ts'
import { mayBeStudent } from '../policy.ts'
import { findRound } from '../tables.ts'
import { getMyFits } from './contract.ts'
import { viewMyFits } from './service.ts'

export const fitRoutes = [route(getMyFits, { find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId), may: mayBeStudent, run: ({ tx, actor, found }) => viewMyFits(tx, actor, found) })]
