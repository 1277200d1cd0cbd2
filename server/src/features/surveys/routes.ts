import { nothing, route, seen, type Route } from '../../kernel/route.ts'
import { catalogueRoutes } from './catalogue/routes.ts'
import * as contract from './contract.ts'
import { gapRoutes } from './gap/routes.ts'
import { mayKeepSurvey, maySeeResult, mayWriteSurvey } from './policy.ts'
import { progressRoutes } from './progress/routes.ts'
import { mergeRoutes } from './responses/merges/routes.ts'
import { responseRoutes } from './responses/routes.ts'
import { responseRowRoutes } from './responses/rows/routes.ts'
import { changeSurvey, moveSurvey, viewSurvey, viewSurveys, writeSurvey } from './service.ts'
import { findSurvey, lockSurvey } from './tables.ts'

export const surveyRoutes: Route[] = [
  route(contract.listSurveys, { find: nothing, may: maySeeResult, run: ({ tx, actor }) => viewSurveys(tx, actor) }),
  route(contract.getSurvey, { find: ({ tx, actor, params }) => findSurvey(tx, actor, params.surveyId), may: seen, run: ({ tx, actor, found, now }) => viewSurvey(tx, actor, found, now) }),
  route(contract.writeSurvey, { find: nothing, may: mayWriteSurvey, run: ({ tx, actor, body, now }) => writeSurvey(tx, actor, body, now) }),
  route(contract.changeSurvey, { find: ({ tx, actor, params }) => lockSurvey(tx, actor, params.surveyId), may: mayKeepSurvey, run: ({ tx, actor, found, body, now }) => changeSurvey(tx, actor, found, body, now) }),
  route(contract.moveSurvey, { find: ({ tx, actor, params }) => lockSurvey(tx, actor, params.surveyId), may: mayKeepSurvey, run: ({ tx, actor, found, body, now }) => moveSurvey(tx, actor, found, body, now) }),
  ...progressRoutes,
  ...responseRoutes,
  ...responseRowRoutes,
  ...mergeRoutes,
  ...catalogueRoutes,
  ...gapRoutes,
]
