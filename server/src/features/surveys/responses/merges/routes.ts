import { route, type Route } from '../../../../kernel/route.ts'
import { mayKeepSurvey } from '../../policy.ts'
import { lockSurvey } from '../../tables.ts'
import * as contract from './contract.ts'
import { merge } from './service.ts'

export const mergeRoutes: Route[] = [
  route(contract.mergeOccupations, { find: ({ tx, actor, params }) => lockSurvey(tx, actor, params.surveyId), may: mayKeepSurvey, run: ({ tx, actor, found, body, now }) => merge(tx, actor, found, body, now) }),
]
