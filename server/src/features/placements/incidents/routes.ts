import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import { mayReadPlacements } from '../policy.ts'
import { findPlacement } from '../tables.ts'
import * as contract from './contract.ts'
import { mayClaim, mayNoteMeasure, mayReportIncident, mayTendIncident } from './policy.ts'
import { closeIncident, noteMeasure, noteNotice, openClaim, reportIncident, stepClaim, viewIncident, viewIncidents } from './service.ts'
import { findIncident, lockIncident } from './tables.ts'

export const incidentRoutes: Route[] = [
  route(contract.reportIncident, { find: ({ tx, actor, params }) => findPlacement(tx, actor, params.placementId), may: mayReportIncident, run: ({ tx, actor, found, body, now }) => reportIncident(tx, actor, found, body, now) }),
  route(contract.listIncidents, { find: nothing, may: mayReadPlacements, run: ({ tx, actor, query }) => viewIncidents(tx, actor, query) }),
  route(contract.getIncident, { find: ({ tx, actor, params }) => findIncident(tx, actor, params.incidentId), may: seen, run: ({ tx, actor, found }) => viewIncident(tx, actor, found) }),
  route(contract.noteNotice, { find: ({ tx, actor, params }) => lockIncident(tx, actor, params.incidentId), may: mayTendIncident, run: ({ tx, actor, found, body, now }) => noteNotice(tx, actor, found, body, now) }),
  route(contract.noteMeasure, { find: ({ tx, actor, params }) => lockIncident(tx, actor, params.incidentId), may: mayNoteMeasure, run: ({ tx, actor, found, body, now }) => noteMeasure(tx, actor, found, body, now) }),
  route(contract.openClaim, { find: ({ tx, actor, params }) => lockIncident(tx, actor, params.incidentId), may: mayClaim, run: ({ tx, actor, found, body, now }) => openClaim(tx, actor, found, body, now) }),
  route(contract.stepClaim, { find: ({ tx, actor, params }) => lockIncident(tx, actor, params.incidentId), may: mayClaim, run: ({ tx, actor, found, params, body, now }) => stepClaim(tx, actor, found, params.claimId, body, now) }),
  route(contract.closeIncident, { find: ({ tx, actor, params }) => lockIncident(tx, actor, params.incidentId), may: mayClaim, run: ({ tx, actor, found, body, now }) => closeIncident(tx, actor, found, body.conclusion, now) }),
]
