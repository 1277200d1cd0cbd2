import { route, type Route } from '../../../kernel/route.ts'
import { mayRemindFirms, maySeeProgress } from '../policy.ts'
import { findSurvey } from '../tables.ts'
import * as contract from './contract.ts'
import { lookBeforeReminding, remindSilent, viewProgress } from './service.ts'

export const progressRoutes: Route[] = [
  route(contract.getProgress, { find: ({ tx, actor, params }) => findSurvey(tx, actor, params.surveyId), may: maySeeProgress, run: ({ tx, actor, found }) => viewProgress(tx, actor, found) }),
  route(contract.lookBeforeReminding, { find: ({ tx, actor, params }) => findSurvey(tx, actor, params.surveyId), may: mayRemindFirms, run: ({ tx, actor, found, query, now }) => lookBeforeReminding(tx, actor, found, query, now) }),
  route(contract.remindSilent, { find: ({ tx, actor, params }) => findSurvey(tx, actor, params.surveyId), may: mayRemindFirms, run: ({ tx, actor, found, body, now }) => remindSilent(tx, actor, found, body, now) }),
]
