import { nothing, route } from '../../../kernel/route.ts'
import { isSchoolOffice, mayBeStudent } from '../policy.ts'
import { findRound, shareRound } from '../tables.ts'
import { approveWishWaivers, getMyPost, getMyRound, listMyRounds, listWishWaivers, saveMyWishes } from './contract.ts'
import { approve, saveWishes, viewMyPost, viewMyRound, viewMyRounds, viewWaivers } from './service.ts'

export const wishRoutes = [
  route(listMyRounds, { find: nothing, may: mayBeStudent, run: ({ tx, actor }) => viewMyRounds(tx, actor) }),
  route(getMyRound, {
    find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId),
    may: mayBeStudent,
    run: ({ tx, actor, found, now }) => viewMyRound(tx, actor, found, now),
  }),
  route(getMyPost, {
    find: async ({ tx, actor, params }) => {
      const round = actor.studentId ? await findRound(tx, actor, params.roundId) : undefined
      return round && viewMyPost(tx, actor, round, params.postId)
    },
    may: mayBeStudent,
    run: async ({ found }) => found,
  }),
  route(saveMyWishes, {
    find: ({ tx, actor, params }) => shareRound(tx, actor, params.roundId),
    may: mayBeStudent,
    run: ({ tx, actor, found, body, now }) => saveWishes(tx, actor, found, body, now),
  }),
  route(listWishWaivers, {
    find: ({ tx, actor, params }) => findRound(tx, actor, params.roundId),
    may: isSchoolOffice,
    run: ({ tx, actor, found }) => viewWaivers(tx, actor, found),
  }),
  route(approveWishWaivers, {
    find: ({ tx, actor, params }) => shareRound(tx, actor, params.roundId),
    may: isSchoolOffice,
    run: ({ tx, actor, found, body, now }) => approve(tx, actor, found, body.waiverIds, now),
  }),
]
