import { route, type Route } from '../../../kernel/route.ts'
import { mayAnswer, mayCheck, mayKeepSurvey, maySeeProgress } from '../policy.ts'
import { findSurvey, lockSurvey } from '../tables.ts'
import * as contract from './contract.ts'
import { acceptAll, answerSame, check, declineAnswer, findOwnAnswer, findResponse, lockOwnAnswer, lockResponse, sendAnswer } from './service.ts'
import { viewAnswer, viewResponse, viewResponses } from './view/service.ts'

export const responseRoutes: Route[] = [
  route(contract.listResponses, { find: ({ tx, actor, params }) => findSurvey(tx, actor, params.surveyId), may: maySeeProgress, run: ({ tx, actor, found, query }) => viewResponses(tx, actor, found.id, query) }),
  route(contract.acceptAll, { find: ({ tx, actor, params }) => lockSurvey(tx, actor, params.surveyId), may: mayKeepSurvey, run: ({ tx, actor, found, now }) => acceptAll(tx, actor, found, now) }),
  route(contract.getAnswer, { find: ({ tx, actor, params }) => findOwnAnswer(tx, actor, params.surveyId), may: mayAnswer, run: ({ tx, actor, found, now }) => viewAnswer(tx, actor, found, now) }),
  route(contract.sendAnswer, { find: ({ tx, actor, params }) => lockOwnAnswer(tx, actor, params.surveyId), may: mayAnswer, run: ({ tx, actor, found, body, now }) => sendAnswer(tx, actor, found, body, now) }),
  route(contract.answerSame, { find: ({ tx, actor, params }) => lockOwnAnswer(tx, actor, params.surveyId), may: mayAnswer, run: ({ tx, actor, found, body, now }) => answerSame(tx, actor, found, body, now) }),
  route(contract.refuseAnswer, { find: ({ tx, actor, params }) => lockOwnAnswer(tx, actor, params.surveyId), may: mayAnswer, run: ({ tx, actor, found, body, now }) => declineAnswer(tx, actor, found, body, now) }),
  route(contract.getResponse, { find: ({ tx, actor, params }) => findResponse(tx, actor, params.responseId), may: mayCheck, run: ({ tx, actor, found, now }) => viewResponse(tx, actor, found, now) }),
  route(contract.checkResponse, { find: ({ tx, actor, params }) => lockResponse(tx, actor, params.responseId), may: mayCheck, run: ({ tx, actor, found, body, now }) => check(tx, actor, found, body, now) }),
]
