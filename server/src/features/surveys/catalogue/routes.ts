import { route, type Route } from '../../../kernel/route.ts'
import { mayKeepSurvey, maySeeResult } from '../policy.ts'
import { findSurvey, lockSurvey } from '../tables.ts'
import * as contract from './contract.ts'
import { exportCatalogue } from './rows/service.ts'
import { adjust, setCutOff, setWeights, viewCatalogue, viewLines } from './service.ts'

export const catalogueRoutes: Route[] = [
  route(contract.getCatalogue, { find: ({ tx, actor, params }) => findSurvey(tx, actor, params.surveyId), may: maySeeResult, run: ({ tx, actor, found }) => viewCatalogue(tx, actor, found) }),
  route(contract.exportCatalogue, { find: ({ tx, actor, params }) => findSurvey(tx, actor, params.surveyId), may: maySeeResult, run: ({ tx, actor, found, query }) => exportCatalogue(tx, actor, found, query.format) }),
  route(contract.getOccupationLines, { find: ({ tx, actor, params }) => findSurvey(tx, actor, params.surveyId), may: mayKeepSurvey, run: ({ tx, found, params }) => viewLines(tx, found, params.occupationCode) }),
  route(contract.adjustOccupation, { find: ({ tx, actor, params }) => lockSurvey(tx, actor, params.surveyId), may: mayKeepSurvey, run: ({ tx, actor, found, params, body, now }) => adjust(tx, actor, found, params.occupationCode, body, now) }),
  route(contract.setCutOff, { find: ({ tx, actor, params }) => lockSurvey(tx, actor, params.surveyId), may: mayKeepSurvey, run: ({ tx, actor, found, body, now }) => setCutOff(tx, actor, found, body, now) }),
  route(contract.setWeights, { find: ({ tx, actor, params }) => lockSurvey(tx, actor, params.surveyId), may: mayKeepSurvey, run: ({ tx, actor, found, body, now }) => setWeights(tx, actor, found, body, now) }),
]
