import type { Route } from '../../kernel/route.ts'
import { batchRoutes } from './batches/routes.ts'
import { checkRoutes } from './checks/routes.ts'
import { exchangeRoutes } from './exchanges/routes.ts'
import { resourceRoutes } from './resources/routes.ts'
import { stayRoutes } from './stays/routes.ts'
import { totalRoutes } from './totals/routes.ts'

/** Paired assistance 对口帮扶. */
export const assistanceRoutes: Route[] = [...totalRoutes, ...batchRoutes, ...checkRoutes, ...stayRoutes, ...exchangeRoutes, ...resourceRoutes]
