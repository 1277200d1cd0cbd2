import { nothing, route } from '../../../kernel/route.ts'
import { mayManageSeats, mayOfferSeat } from '../policy.ts'
import { listSeatsOfOthers, offerWayBackIn, revokeSeat } from './contract.ts'
import { findHolderToLetIn, findSeatToRevoke, letBackIn, revokeSeatOf, viewSeats } from './service.ts'

export const seatRoutes = [
  route(listSeatsOfOthers, { find: nothing, may: mayManageSeats, run: ({ tx, actor, query }) => viewSeats(tx, actor, query) }),
  route(revokeSeat, {
    find: ({ tx, actor, params }) => findSeatToRevoke(tx, actor, params.seatId),
    may: mayOfferSeat,
    run: ({ tx, actor, found, now }) => revokeSeatOf(tx, actor, found, now),
  }),
  route(offerWayBackIn, {
    find: ({ tx, actor, params }) => findHolderToLetIn(tx, actor, params.seatId),
    may: mayOfferSeat,
    run: ({ tx, actor, found, now }) => letBackIn(tx, actor, found, now),
  }),
]
