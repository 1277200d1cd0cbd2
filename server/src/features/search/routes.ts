import { nothing, route, seen, type Route } from '../../kernel/route.ts'
import { searchEverything } from './contract.ts'
import { search } from './service.ts'

export const searchRoutes: readonly Route[] = [route(searchEverything, { find: nothing, may: seen, run: ({ tx, actor, query }) => search(tx, actor, query) })]
