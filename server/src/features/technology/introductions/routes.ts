import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import { worksHere } from '../policy.ts'
import { confirmSecrecy } from './confidentiality/service.ts'
import * as contract from './contract.ts'
import { hasPartIn, mayConfirmSecrecy, mayIntroduce, mayMoveIntroduction, mayWriteMinutes } from './policy.ts'
import { findIntroduction, findPair, introduce, lockIntroduction, move, readOutcome, writeMinutes } from './service.ts'
import { viewHistory, viewIntroduction, viewIntroductions } from './view/service.ts'

export const introductionRoutes: Route[] = [
  route(contract.listIntroductions, { find: nothing, may: worksHere, run: ({ tx, actor, query }) => viewIntroductions(tx, actor, query) }),
  route(contract.introduce, { find: ({ tx, actor, body }) => findPair(tx, actor, body), may: mayIntroduce, run: ({ tx, actor, found, body, now }) => introduce(tx, actor, found, body, now) }),
  route(contract.getIntroduction, { find: ({ tx, actor, params }) => findIntroduction(tx, actor, params.introductionId), may: seen, run: ({ tx, actor, found }) => viewIntroduction(tx, actor, found) }),
  route(contract.moveIntroduction, {
    find: async ({ tx, actor, params, body }) => {
      const introduction = await lockIntroduction(tx, actor, params.introductionId)
      return introduction && { introduction, action: body.action }
    },
    may: mayMoveIntroduction,
    run: ({ tx, actor, found, body, now }) => move(tx, actor, found.introduction, body, now),
  }),
  route(contract.confirmSecrecy, {
    find: ({ tx, actor, params }) => lockIntroduction(tx, actor, params.introductionId),
    may: mayConfirmSecrecy,
    run: ({ tx, actor, found, body, now }) => confirmSecrecy(tx, actor, found, body.sha256, now),
  }),
  route(contract.writeMinutes, {
    find: ({ tx, actor, params }) => lockIntroduction(tx, actor, params.introductionId),
    may: mayWriteMinutes,
    run: ({ tx, actor, found, body, now }) => writeMinutes(tx, actor, found, body, now),
  }),
  route(contract.readOutcome, { find: ({ tx, actor, params }) => findIntroduction(tx, actor, params.introductionId), may: hasPartIn, run: ({ tx, actor, found, now }) => readOutcome(tx, actor, found, now) }),
  route(contract.getIntroductionHistory, { find: ({ tx, actor, params }) => findIntroduction(tx, actor, params.introductionId), may: seen, run: ({ tx, found }) => viewHistory(tx, found) }),
]
