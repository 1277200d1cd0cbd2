import type { Route } from '../../kernel/route.ts'
import { choiceRoutes } from './choices/routes.ts'
import { classRoutes } from './classes/routes.ts'
import { offerRoutes } from './offers/routes.ts'
import { placeRoutes } from './places/routes.ts'
import { planRoutes } from './plans/routes.ts'
import { retentionRoutes } from './retention/routes.ts'
import { termRoutes } from './terms/routes.ts'

export const trainingRoutes: Route[] = [...classRoutes, ...planRoutes, ...choiceRoutes, ...placeRoutes, ...termRoutes, ...offerRoutes, ...retentionRoutes]
