import { nothing, route } from '../../../kernel/route.ts'
import { mayBeIntern } from '../policy.ts'
import * as contract from './contract.ts'
import { viewMine } from './service.ts'

export const mineRoutes = [route(contract.getMyPlacement, { find: nothing, may: mayBeIntern, run: ({ tx, actor, now }) => viewMine(tx, actor, now) })]
