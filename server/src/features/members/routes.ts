import type { Route } from '../../kernel/route.ts'
import { allianceRoutes } from './alliances/routes.ts'
import { membershipRoutes } from './memberships/routes.ts'
import { organisationRoutes } from './organisations/routes.ts'
import { representationRoutes } from './representation/routes.ts'

export const membersRoutes: Route[] = [...organisationRoutes, ...representationRoutes, ...allianceRoutes, ...membershipRoutes]
