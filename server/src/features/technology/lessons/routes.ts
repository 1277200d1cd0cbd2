import { nothing, route, type Route } from '../../../kernel/route.ts'
import { worksHere } from '../policy.ts'
import * as contract from './contract.ts'
import { maySeeLessons, mayUndoLesson } from './policy.ts'
import { findLesson, setLesson, viewLessons, viewReport } from './service.ts'

export const lessonRoutes: Route[] = [
  route(contract.getAnswerReport, { find: nothing, may: worksHere, run: ({ tx, actor, query }) => viewReport(tx, actor, query) }),
  route(contract.listLessons, { find: nothing, may: maySeeLessons, run: ({ tx, actor, query }) => viewLessons(tx, actor, query) }),
  route(contract.setLesson, { find: ({ tx, actor, params }) => findLesson(tx, actor, params.introductionId), may: mayUndoLesson, run: ({ tx, actor, found, body, now }) => setLesson(tx, actor, found, body, now) }),
]
