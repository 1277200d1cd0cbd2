import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import { hasPartIn } from '../introductions/policy.ts'
import { lockIntroduction } from '../introductions/service.ts'
import { worksHere } from '../policy.ts'
import * as contract from './contract.ts'
import { planMilestones, reachMilestone, writeReceipt } from './milestones/service.ts'
import { hasPartInDeal, mayChangeRules, mayMoveDeal, mayPublishPrice, mayReachMilestone, maySetReward, mayWriteReceipt } from './policy.ts'
import { changeRule, lockRule, viewRules } from './registration/service.ts'
import { addFile, change, draft, findDeal, lockDeal, move, publishPrice, setReward } from './service.ts'
import { viewBoard, viewDeal, viewDeals, viewHistory } from './view/service.ts'

export const dealRoutes: Route[] = [
  route(contract.listDeals, { find: nothing, may: worksHere, run: ({ tx, actor, query }) => viewDeals(tx, actor, query) }),
  route(contract.getBoard, { find: nothing, may: worksHere, run: ({ tx, actor }) => viewBoard(tx, actor) }),
  route(contract.getDeal, { find: ({ tx, actor, params }) => findDeal(tx, actor, params.dealId), may: seen, run: ({ tx, actor, found, now }) => viewDeal(tx, actor, found, now) }),
  route(contract.draftDeal, { find: ({ tx, actor, body }) => lockIntroduction(tx, actor, body.introductionId), may: hasPartIn, run: ({ tx, actor, found, body: { introductionId: _introduction, ...fields }, now }) => draft(tx, actor, found, fields, now) }),
  route(contract.changeDeal, { find: ({ tx, actor, params }) => lockDeal(tx, actor, params.dealId), may: hasPartInDeal, run: ({ tx, actor, found, body, now }) => change(tx, actor, found, body, now) }),
  route(contract.moveDeal, {
    find: async ({ tx, actor, params, body }) => {
      const deal = await lockDeal(tx, actor, params.dealId)
      return deal && { deal, action: body.action }
    },
    may: mayMoveDeal,
    run: ({ tx, actor, found, body, now }) => move(tx, actor, found.deal, body, now),
  }),
  route(contract.publishPrice, { find: ({ tx, actor, params }) => lockDeal(tx, actor, params.dealId), may: mayPublishPrice, run: ({ tx, actor, found, body, now }) => publishPrice(tx, actor, found, body, now) }),
  route(contract.addDealFile, { find: ({ tx, actor, params }) => lockDeal(tx, actor, params.dealId), may: hasPartInDeal, run: ({ tx, actor, found, wire, now }) => addFile(tx, actor, found, wire.upload!, now) }),
  route(contract.planMilestones, { find: ({ tx, actor, params }) => lockDeal(tx, actor, params.dealId), may: hasPartInDeal, run: ({ tx, actor, found, body, now }) => planMilestones(tx, actor, found, body, now) }),
  route(contract.reachMilestone, { find: ({ tx, actor, params }) => lockDeal(tx, actor, params.dealId), may: mayReachMilestone, run: ({ tx, actor, found, params, body, now }) => reachMilestone(tx, actor, found, params.milestoneId, body, now) }),
  route(contract.writeReceipt, { find: ({ tx, actor, params }) => lockDeal(tx, actor, params.dealId), may: mayWriteReceipt, run: ({ tx, actor, found, body, now }) => writeReceipt(tx, actor, found, body, now) }),
  route(contract.setReward, { find: ({ tx, actor, params }) => lockDeal(tx, actor, params.dealId), may: maySetReward, run: ({ tx, actor, found, body, now }) => setReward(tx, actor, found, body, now) }),
  route(contract.getDealHistory, { find: ({ tx, actor, params }) => findDeal(tx, actor, params.dealId), may: seen, run: ({ tx, found }) => viewHistory(tx, found) }),
  route(contract.listRegistrationRules, { find: nothing, may: worksHere, run: ({ tx, actor }) => viewRules(tx, actor) }),
  route(contract.changeRegistrationRule, { find: ({ tx, params }) => lockRule(tx, params.ruleId), may: mayChangeRules, run: ({ tx, actor, found, body, now }) => changeRule(tx, actor, found, body, now) }),
]
