import { refuse } from '../../../kernel/refusal.ts'
import { nothing, route, type Route } from '../../../kernel/route.ts'
import { findPlacement, lockPlacement } from '../tables.ts'
import * as contract from './contract.ts'
import { mayAddPaper, mayAddPlan, mayArchive, mayReadArchive, mayReadPlans } from './policy.ts'
import { addPaper, addPlan, archive, bundle, removePaper, removePlan, viewArchive, viewPlans } from './service.ts'
import { findCohort } from './tables.ts'

export const archiveRoutes: Route[] = [
  route(contract.getArchive, { find: ({ tx, actor, params }) => findPlacement(tx, actor, params.placementId), may: mayReadArchive, run: ({ tx, actor, found }) => viewArchive(tx, actor, found) }),
  route(contract.addArchivePaper, { find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId), may: mayAddPaper, run: ({ tx, actor, found, wire, now }) => addPaper(tx, actor, found, wire.upload ?? refuse('file_empty'), now) }),
  route(contract.addCohortPlan, { find: ({ tx, params }) => findCohort(tx, params.cohortId), may: mayAddPlan, run: ({ tx, actor, found, wire, now }) => addPlan(tx, actor, found, wire.upload ?? refuse('file_empty'), now) }),
  route(contract.listCohortPlans, { find: nothing, may: mayReadPlans, run: ({ tx, actor }) => viewPlans(tx, actor) }),
  route(contract.removeCohortPlan, { find: ({ tx, params }) => findCohort(tx, params.cohortId), may: mayAddPlan, run: ({ tx, found, params }) => removePlan(tx, found, params.paperId) }),
  route(contract.removeArchivePaper, { find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId), may: mayAddPaper, run: ({ tx, found, params }) => removePaper(tx, found, params.paperId) }),
  route(contract.archivePlacement, { find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId), may: mayArchive, run: ({ tx, actor, found, now }) => archive(tx, actor, found, now) }),
  route(contract.getBundle, { find: ({ tx, actor, params }) => findPlacement(tx, actor, params.placementId), may: mayReadArchive, run: ({ tx, found }) => bundle(tx, found) }),
]
