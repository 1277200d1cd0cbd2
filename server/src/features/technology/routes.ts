import type { Route } from '../../kernel/route.ts'
import { achievementRoutes } from './achievements/routes.ts'
import { objectionRoutes } from './deals/objections/routes.ts'
import { dealRoutes } from './deals/routes.ts'
import { introductionRoutes } from './introductions/routes.ts'
import { lessonRoutes } from './lessons/routes.ts'
import { previewRoutes } from './preview/routes.ts'
import { proposalRoutes } from './proposals/routes.ts'
import { teamRoutes } from './teams/routes.ts'

export const technologyRoutes: Route[] = [...achievementRoutes, ...teamRoutes, ...introductionRoutes, ...proposalRoutes, ...previewRoutes, ...lessonRoutes, ...dealRoutes, ...objectionRoutes]
