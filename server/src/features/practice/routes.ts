import type { Route } from '../../kernel/route.ts'
import { claimRoutes } from './claims/routes.ts'
import { journalRoutes } from './journals/routes.ts'
import { openingRoutes } from './openings/routes.ts'
import { planRoutes } from './plans/routes.ts'
import { rosterRoutes } from './roster/routes.ts'

export const practiceRoutes: Route[] = [...openingRoutes, ...planRoutes, ...journalRoutes, ...rosterRoutes, ...claimRoutes]
