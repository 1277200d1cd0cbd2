import { route, type Route } from '../../../kernel/route.ts'
import { maySeeResult } from '../policy.ts'
import { findSurvey } from '../tables.ts'
import { getGap } from './contract.ts'
import { viewGap } from './service.ts'

export const gapRoutes: Route[] = [
  route(getGap, { find: ({ tx, actor, params }) => findSurvey(tx, actor, params.surveyId), may: maySeeResult, run: ({ tx, actor, found }) => viewGap(tx, actor, found) }),
]
