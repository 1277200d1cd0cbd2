import type { Route } from '../../kernel/route.ts'
import { mentorshipRoutes } from './mentorships/routes.ts'
import { mentorNeedRoutes } from './needs/routes.ts'
import { peopleRoutes } from './people/routes.ts'
import { taskRoutes } from './tasks/routes.ts'

export const mentorRoutes: Route[] = [...peopleRoutes, ...mentorNeedRoutes, ...mentorshipRoutes, ...taskRoutes]
