import type { Route } from '../../kernel/route.ts'
import { contactRoutes } from './contacts/routes.ts'
import { offerRoutes } from './offers/routes.ts'
import { policyRoutes } from './policies/routes.ts'
import { ratingRoutes } from './ratings/routes.ts'
import { requestRoutes } from './requests/routes.ts'

export const serviceRoutes: Route[] = [...offerRoutes, ...requestRoutes, ...ratingRoutes, ...policyRoutes, ...contactRoutes]
