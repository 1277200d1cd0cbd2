import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import { worksHere } from '../policy.ts'
import * as contract from './contract.ts'
import { mayKeepMentorNeed, mayWriteMentorNeed } from './policy.ts'
import { changeNeed, findNeed, lockNeed, moveNeed, viewNeed, viewNeeds, writeNeed } from './service.ts'

export const mentorNeedRoutes: Route[] = [
  route(contract.listMentorNeeds, { find: nothing, may: worksHere, run: ({ tx, actor, query }) => viewNeeds(tx, actor, query) }),
  route(contract.getMentorNeed, { find: ({ tx, actor, params }) => findNeed(tx, actor, params.needId), may: seen, run: async ({ actor, found, now }) => viewNeed(actor, found, now) }),
  route(contract.writeMentorNeed, { find: nothing, may: mayWriteMentorNeed, run: ({ tx, actor, body, now }) => writeNeed(tx, actor, body, now) }),
  route(contract.changeMentorNeed, { find: ({ tx, actor, params }) => lockNeed(tx, actor, params.needId), may: mayKeepMentorNeed, run: ({ tx, actor, found, body, now }) => changeNeed(tx, actor, found, body, now) }),
  route(contract.moveMentorNeed, { find: ({ tx, actor, params }) => lockNeed(tx, actor, params.needId), may: mayKeepMentorNeed, run: ({ tx, actor, found, body, now }) => moveNeed(tx, actor, found, body, now) }),
]
