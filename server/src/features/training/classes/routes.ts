import { nothing, open, route, seen, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { viewFigure } from './figures/service.ts'
import { mayDraftClassAgreement, mayEditRequest, mayJudge, mayMoveClass, mayRequestClass, maySeeRoll, worksInTraining } from './policy.ts'
import { change, draftTerms, findClass, judge, lockClass, move, request } from './service.ts'
import { listFound } from './tables.ts'
import { exportRoll, viewClass, viewClasses, viewCosts, viewHistory, viewSchools } from './view/service.ts'

export const classRoutes: Route[] = [
  route(contract.listClasses, { find: nothing, may: worksInTraining, run: ({ tx, actor, query, now }) => viewClasses(tx, actor, query, now) }),
  route(contract.getClass, { find: ({ tx, actor, params }) => findClass(tx, actor, params.classId), may: seen, run: ({ tx, actor, found, now }) => viewClass(tx, actor, found, now) }),
  route(contract.requestClass, { find: nothing, may: mayRequestClass, run: ({ tx, actor, body, now }) => request(tx, actor, body, now) }),
  route(contract.changeClass, { find: ({ tx, actor, params }) => lockClass(tx, actor, params.classId), may: mayEditRequest, run: ({ tx, actor, found, body, now }) => change(tx, actor, found, body, now) }),
  route(contract.judgeClass, { find: ({ tx, actor, params }) => lockClass(tx, actor, params.classId), may: mayJudge, run: ({ tx, actor, found, body, now }) => judge(tx, actor, found, body, now) }),
  route(contract.draftClassAgreement, { find: ({ tx, actor, params }) => lockClass(tx, actor, params.classId), may: mayDraftClassAgreement, run: ({ tx, actor, found, body, now }) => draftTerms(tx, actor, found, body, now) }),
  route(contract.moveClass, {
    find: async ({ tx, actor, params, body }) => {
      const one = await lockClass(tx, actor, params.classId)
      return one && { one, action: body.action }
    },
    may: mayMoveClass,
    run: ({ tx, actor, found, body, now }) => move(tx, actor, found.one, body, now),
  }),
  route(contract.getFigure, { find: ({ tx, actor, params }) => findClass(tx, actor, params.classId), may: maySeeRoll, run: ({ tx, found, params, now }) => viewFigure(tx, [found], params.figure, now) }),
  route(contract.getFigureOfAll, { find: nothing, may: worksInTraining, run: async ({ tx, actor, params, query, now }) => viewFigure(tx, await listFound(tx, actor, query), params.figure, now) }),
  route(contract.exportRoll, { find: ({ tx, actor, params }) => findClass(tx, actor, params.classId), may: maySeeRoll, run: ({ tx, actor, found, now }) => exportRoll(tx, actor, found, now) }),
  route(contract.getClassHistory, { find: ({ tx, actor, params }) => findClass(tx, actor, params.classId), may: seen, run: ({ tx, found }) => viewHistory(tx, found) }),
  open(contract.listClassCosts, ({ tx }) => viewCosts(tx)),
  route(contract.listPartnerSchools, { find: nothing, may: mayRequestClass, run: ({ tx, actor }) => viewSchools(tx, actor) }),
]
