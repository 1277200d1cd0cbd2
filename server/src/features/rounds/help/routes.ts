import { nothing, route } from '../../../kernel/route.ts'
import { mayAnswerHelp, mayBeStudent, mayReadHelp } from '../policy.ts'
import { answerHelp, askForHelp, listHelpRequests, listMyHelp } from './contract.ts'
import { answerRequest, askHelp, viewMyHelp, viewRequests } from './service.ts'
import { lockRequest } from './tables.ts'

export const helpRoutes = [
  route(listMyHelp, { find: nothing, may: mayBeStudent, run: ({ tx, actor }) => viewMyHelp(tx, actor) }),
  route(askForHelp, { find: nothing, may: mayBeStudent, run: ({ tx, actor, body, now }) => askHelp(tx, actor, body, now) }),
  route(listHelpRequests, { find: nothing, may: mayReadHelp, run: async ({ tx, actor }) => ({ rows: await viewRequests(tx, actor) }) }),
  route(answerHelp, {
    find: ({ tx, actor, params }) => lockRequest(tx, actor, params.helpId),
    may: mayAnswerHelp,
    run: ({ tx, actor, found, body, now }) => answerRequest(tx, actor, found, body.answer, now),
  }),
]
