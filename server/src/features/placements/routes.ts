import { nothing, route, seen, type Route } from '../../kernel/route.ts'
import { archiveRoutes } from './archive/routes.ts'
import { assessmentRoutes } from './assessments/routes.ts'
import { changeRoutes } from './changes/routes.ts'
import { complaintRoutes } from './complaints/routes.ts'
import { incidentRoutes } from './incidents/routes.ts'
import { reportRoutes } from './reports/routes.ts'
import { returnRoutes } from './returns/routes.ts'
import { rollRoutes } from './roll/routes.ts'
import * as contract from './contract.ts'
import { makeFromRound, makePlacement } from './making/service.ts'
import { movingRoutes } from './moving/routes.ts'
import { paperRoutes } from './papers/routes.ts'
import { guardRoutes } from './guards/routes.ts'
import { unitRoutes } from './units/routes.ts'
import { boardRoutes } from './board/routes.ts'
import { mineRoutes } from './mine/routes.ts'
import { insuranceRoutes } from './insurance/routes.ts'
import { safetyRoutes } from './safety/routes.ts'
import { filingRoutes } from './filings/routes.ts'
import { waiverRoutes } from './waivers/routes.ts'
import { mayMakePlacements } from './policy.ts'
import { findPlacement } from './service.ts'
import { viewHistory, viewPlacement, viewPlacements } from './view/service.ts'

export const internshipRoutes: Route[] = [
  route(contract.listPlacements, { find: nothing, may: seen, run: ({ tx, actor, query }) => viewPlacements(tx, actor, query) }),
  route(contract.createPlacement, { find: nothing, may: mayMakePlacements, run: ({ tx, actor, body, now }) => makePlacement(tx, actor, body, now) }),
  route(contract.createFromRound, { find: nothing, may: mayMakePlacements, run: ({ tx, actor, body, now }) => makeFromRound(tx, actor, body, now) }),
  ...boardRoutes,
  ...mineRoutes,
  route(contract.getPlacement, { find: ({ tx, actor, params }) => findPlacement(tx, actor, params.placementId), may: seen, run: ({ tx, actor, found, now }) => viewPlacement(tx, actor, found, now) }),
  route(contract.getPlacementHistory, { find: ({ tx, actor, params }) => findPlacement(tx, actor, params.placementId), may: seen, run: ({ tx, actor, found }) => viewHistory(tx, actor, found) }),
  ...movingRoutes,
  ...paperRoutes,
  ...guardRoutes,
  ...unitRoutes,
  ...insuranceRoutes,
  ...safetyRoutes,
  ...filingRoutes,
  ...waiverRoutes,
  ...reportRoutes,
  ...changeRoutes,
  ...complaintRoutes,
  ...incidentRoutes,
  ...rollRoutes,
  ...assessmentRoutes,
  ...archiveRoutes,
  ...returnRoutes,
]
