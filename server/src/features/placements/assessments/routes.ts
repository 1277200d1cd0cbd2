import { nothing, open, route, seen, type Route } from '../../../kernel/route.ts'
import { lockPlacement } from '../tables.ts'
import * as contract from './contract.ts'
import { mayAnswerMarkObjection, mayKeepScheme, mayMark, mayPublishResult, mayReadAssessments, mayReadSchemes, mayWriteScheme, mayWriteText } from './policy.ts'
import { approveScheme, changeScheme, viewSchemes, writeScheme } from './schemes/service.ts'
import { answerMarkObjection, certificateOf, giveMarks, objectToMark, publishResult, verifyCertificate, viewAssessment, viewAssessments, writeText } from './service.ts'
import { findToMark, lockScheme, lockToMark } from './tables.ts'

export const assessmentRoutes: Route[] = [
  route(contract.listSchemes, { find: nothing, may: mayReadSchemes, run: ({ tx, actor }) => viewSchemes(tx, actor) }),
  route(contract.writeScheme, { find: nothing, may: mayWriteScheme, run: ({ tx, actor, body, now }) => writeScheme(tx, actor, body, now) }),
  route(contract.changeScheme, { find: ({ tx, actor, params }) => lockScheme(tx, actor, params.schemeId), may: mayKeepScheme, run: ({ tx, actor, found, body, now }) => changeScheme(tx, actor, found, body, now) }),
  route(contract.approveScheme, { find: ({ tx, actor, params }) => lockScheme(tx, actor, params.schemeId), may: mayKeepScheme, run: ({ tx, actor, found, body, now }) => approveScheme(tx, actor, found, body, now) }),
  route(contract.listAssessments, { find: nothing, may: mayReadAssessments, run: ({ tx, actor, query, now }) => viewAssessments(tx, actor, query, now) }),
  route(contract.getAssessment, { find: ({ tx, actor, params }) => findToMark(tx, actor, params.placementId), may: seen, run: ({ tx, actor, found, now }) => viewAssessment(tx, actor, found, now) }),
  route(contract.giveMarks, {
    find: async ({ tx, actor, params }) => {
      const placement = await lockToMark(tx, actor, params.placementId)
      return placement && { ...placement, part: params.part }
    },
    may: mayMark,
    run: ({ tx, actor, found, params, body, now }) => giveMarks(tx, actor, found, params.part, body, now),
  }),
  route(contract.writeText, { find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId), may: mayWriteText, run: ({ tx, actor, found, params, body, now }) => writeText(tx, actor, found, params.kind, body, now) }),
  route(contract.publishResult, { find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId), may: mayPublishResult, run: ({ tx, actor, found, now }) => publishResult(tx, actor, found, now) }),
  route(contract.objectToMark, { find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId), may: mayWriteText, run: ({ tx, actor, found, body, now }) => objectToMark(tx, actor, found, body.reason, now) }),
  route(contract.answerMarkObjection, { find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId), may: mayAnswerMarkObjection, run: ({ tx, actor, found, body, now }) => answerMarkObjection(tx, actor, found, body, now) }),
  route(contract.getMarkCertificate, { find: ({ tx, actor, params }) => findToMark(tx, actor, params.placementId), may: seen, run: ({ tx, found }) => certificateOf(tx, found) }),
  open(contract.verifyCertificate, ({ tx, query }) => verifyCertificate(tx, query)),
]
