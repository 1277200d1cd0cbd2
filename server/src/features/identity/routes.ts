import { nothing, route, seen } from '../../kernel/route.ts'
import { getSession } from './contract.ts'
import { viewSession } from './service.ts'

export const identityRoutes = [route(getSession, { find: nothing, may: seen, run: ({ tx, actor }) => viewSession(tx, actor) })]
