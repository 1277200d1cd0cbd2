import { refuse } from '../../../../kernel/refusal.ts'
import { route, type Route } from '../../../../kernel/route.ts'
import { mayAnswer, maySeeProgress } from '../../policy.ts'
import { findSurvey } from '../../tables.ts'
import { findOwnAnswer } from '../service.ts'
import * as contract from './contract.ts'
import { answerFile, exportResponses, readAnswer } from './service.ts'

export const responseRowRoutes: Route[] = [
  route(contract.exportResponses, { find: ({ tx, actor, params }) => findSurvey(tx, actor, params.surveyId), may: maySeeProgress, run: ({ tx, actor, found, query }) => exportResponses(tx, actor, found, query) }),
  route(contract.getAnswerSheet, { find: ({ tx, actor, params }) => findOwnAnswer(tx, actor, params.surveyId), may: mayAnswer, run: ({ tx, actor, found, now }) => answerFile(tx, actor, found, now) }),
  route(contract.readAnswerSheet, { find: ({ tx, actor, params }) => findOwnAnswer(tx, actor, params.surveyId), may: mayAnswer, run: ({ tx, actor, wire, now }) => readAnswer(tx, actor, wire.upload ?? refuse('invalid_input', { issues: [{ path: ['file'], code: 'missing' }] }), now) }),
]
