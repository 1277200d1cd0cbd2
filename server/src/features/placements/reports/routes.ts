import { nothing, route, type Route } from '../../../kernel/route.ts'
import { mayReadChanges } from '../changes/policy.ts'
import { isOwnPlacement, mayBeIntern } from '../policy.ts'
import { lockPlacement } from '../tables.ts'
import * as contract from './contract.ts'
import { isOwnReport, mayAnswerReport } from './policy.ts'
import { answerReport, moveMine, reportProblem, viewReports, viewWayOut } from './service.ts'
import { lockReport } from './tables.ts'

export const reportRoutes: Route[] = [
  route(contract.getMyWayOut, { find: nothing, may: mayBeIntern, run: ({ tx, actor, now }) => viewWayOut(tx, actor, now) }),
  route(contract.reportProblem, { find: ({ tx, actor, body }) => lockPlacement(tx, actor, body.placementId), may: isOwnPlacement, run: ({ tx, actor, found, body, now }) => reportProblem(tx, actor, found, body, now) }),
  route(contract.moveMyReport, { find: ({ tx, actor, params }) => lockReport(tx, actor, params.reportId), may: isOwnReport, run: ({ tx, actor, found, body, now }) => moveMine(tx, actor, found, body.action, now) }),
  route(contract.listReports, { find: nothing, may: mayReadChanges, run: ({ tx, actor, query }) => viewReports(tx, actor, query) }),
  route(contract.answerReport, { find: ({ tx, actor, params }) => lockReport(tx, actor, params.reportId), may: mayAnswerReport, run: ({ tx, actor, found, body, now }) => answerReport(tx, actor, found, body.answer, now) }),
]
