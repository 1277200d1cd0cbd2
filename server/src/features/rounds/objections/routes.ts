import { open, route } from '../../../kernel/route.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { mayAnswerObjection, mayBeStudent, mayRunRound } from '../policy.ts'
import { findPublishedRound, findRound } from '../tables.ts'
import { answerObjection, listObjections, objectInPublic, objectToResult } from './contract.ts'
import { answerObjection as answer, object, viewObjections } from './service.ts'
import { lockObjection } from './tables.ts'

export const objectionRoutes = [
  route(objectToResult, {
    find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId),
    may: mayBeStudent,
    run: ({ tx, actor, found, body, now }) => object(tx, actor, found, { studentId: actor.studentId, body: body.body }, now),
  }),
  open(objectInPublic, async ({ tx, actor, params, body, now }) => {
    const round = (await findPublishedRound(tx, params.roundId)) ?? refuse('not_found')
    return object(tx, actor, round, { studentId: null, ...body }, now)
  }),
  route(listObjections, {
    find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId),
    may: mayRunRound,
    run: async ({ tx, found }) => ({ rows: await viewObjections(tx, found.id) }),
  }),
  route(answerObjection, {
    find: ({ tx, actor, params }) => lockObjection(tx, actor, params.objectionId),
    may: mayAnswerObjection,
    run: ({ tx, actor, found, body, now }) => answer(tx, actor, found, body.answer, now),
  }),
]
