import { nothing, open, route, seen } from '../../../kernel/route.ts'
import { mayManageSeats, mayOfferSeat } from '../policy.ts'
import { findOffer } from '../seats/service.ts'
import { listPlaces } from '../seats/tables.ts'
import { acceptInvitation, comeBack, invite, joinByInvitation, listInvitationPlaces, listInvitations, lookAtInvitation, renewInvitation, revokeInvitation } from './contract.ts'
import { acceptAsMember, acceptAsNewcomer, comeBackIn, look, offerSeat, renew, revoke, viewInvitations } from './service.ts'
import { lockVisibleInvitation } from './tables.ts'

export const invitationRoutes = [
  route(listInvitations, { find: nothing, may: mayManageSeats, run: ({ tx, actor, query, now }) => viewInvitations(tx, actor, query, now) }),
  route(invite, {
    find: ({ tx, actor, body }) => findOffer(tx, actor, body),
    may: mayOfferSeat,
    run: ({ tx, actor, found, body, now }) => offerSeat(tx, actor, found, body, now),
  }),
  route(renewInvitation, {
    find: ({ tx, actor, params }) => lockVisibleInvitation(tx, actor, params.invitationId),
    may: mayOfferSeat,
    run: ({ tx, actor, found, now }) => renew(tx, actor, found, now),
  }),
  route(revokeInvitation, {
    find: ({ tx, actor, params }) => lockVisibleInvitation(tx, actor, params.invitationId),
    may: mayOfferSeat,
    run: ({ tx, actor, found, now }) => revoke(tx, actor, found, now),
  }),
  route(listInvitationPlaces, { find: nothing, may: mayManageSeats, run: async ({ tx, actor, query }) => ({ rows: await listPlaces(tx, actor, query.q) }) }),
  open(lookAtInvitation, ({ tx, body, now }) => look(tx, body.token, now)),
  open(acceptInvitation, ({ tx, body, wire, now }) => acceptAsNewcomer(tx, body, wire, now)),
  route(joinByInvitation, { find: nothing, may: seen, run: ({ tx, actor, body, now }) => acceptAsMember(tx, actor, body.token, now) }),
  open(comeBack, ({ tx, body, wire, now }) => comeBackIn(tx, body, wire, now)),
]
