import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import { mayKeepOffer, worksHere } from '../policy.ts'
import * as contract from './contract.ts'
import { mayMoveOffer, mayWriteOffer } from './policy.ts'
import { exportOffers } from './rows/service.ts'
import { changeOffer, findOffer, lockOffer, moveOffer, writeOffer } from './service.ts'
import { viewHistory, viewOffer, viewOffers } from './view/service.ts'

export const offerRoutes: Route[] = [
  route(contract.listOffers, { find: nothing, may: seen, run: ({ tx, actor, query }) => viewOffers(tx, actor, query) }),
  route(contract.exportOffers, { find: nothing, may: worksHere, run: ({ tx, actor, query, now }) => exportOffers(tx, actor, query, now) }),
  route(contract.getOffer, { find: ({ tx, actor, params }) => findOffer(tx, actor, params.offerId), may: seen, run: async ({ actor, found, now }) => viewOffer(actor, found, now) }),
  route(contract.writeOffer, { find: nothing, may: mayWriteOffer, run: ({ tx, actor, body, now }) => writeOffer(tx, actor, body, now) }),
  route(contract.changeOffer, { find: ({ tx, actor, params }) => lockOffer(tx, actor, params.offerId), may: mayKeepOffer, run: ({ tx, actor, found, body, now }) => changeOffer(tx, actor, found, body, now) }),
  route(contract.moveOffer, {
    find: async ({ tx, actor, params, body }) => {
      const offer = await lockOffer(tx, actor, params.offerId)
      return offer && { offer, action: body.action }
    },
    may: mayMoveOffer,
    run: ({ tx, actor, found, body, now }) => moveOffer(tx, actor, found.offer, body, now),
  }),
  route(contract.getOfferHistory, { find: ({ tx, actor, params }) => findOffer(tx, actor, params.offerId), may: seen, run: ({ tx, actor, found }) => viewHistory(tx, actor, found) }),
]
