import type { Route } from '../../kernel/route.ts'
import { codeRoutes } from './codes/routes.ts'
import { programmeRoutes } from './programmes/routes.ts'
import { studentRoutes } from './students/routes.ts'
import { teacherRoutes } from './teachers/routes.ts'

export const talentRoutes: Route[] = [...codeRoutes, ...programmeRoutes, ...teacherRoutes, ...studentRoutes]
