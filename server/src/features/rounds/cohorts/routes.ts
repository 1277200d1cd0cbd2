import { route } from '../../../kernel/route.ts'
import { mayRemindStudents, mayRunRound } from '../policy.ts'
import { findRound, lockRound } from '../tables.ts'
import { chooseCohorts, getRoundProgress, listRoundCohorts, remindStudents } from './contract.ts'
import { remind, takeCohorts, viewCohorts, viewProgress } from './service.ts'

export const roundCohortRoutes = [
  route(listRoundCohorts, {
    find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId),
    may: mayRemindStudents,
    run: ({ tx, actor, found, query }) => viewCohorts(tx, actor, found, query.all === 'true'),
  }),
  route(chooseCohorts, {
    find: ({ tx, actor, params }) => lockRound(tx, actor, params.roundId),
    may: mayRunRound,
    run: ({ tx, actor, found, body, now }) => takeCohorts(tx, actor, found, body.cohortIds, now),
  }),
  route(remindStudents, {
    find: ({ tx, actor, params }) => lockRound(tx, actor, params.roundId),
    may: mayRemindStudents,
    run: ({ tx, actor, found, body, now }) => remind(tx, actor, found, body.cohortIds, now),
  }),
  route(getRoundProgress, {
    find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId),
    may: mayRemindStudents,
    run: ({ tx, found }) => viewProgress(tx, found),
  }),
]
