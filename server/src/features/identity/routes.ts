import { nothing, open, route, seen } from '../../kernel/route.ts'
import { accountRoutes } from './account/routes.ts'
import { chooseSeat, endSession, getSession, getSignIn, getVisitor, giveCode, signInWithPassword } from './contract.ts'
import { giveSecondFactor } from './factor/service.ts'
import { foundingRoutes } from './founding/routes.ts'
import { invitationRoutes } from './invitations/routes.ts'
import { oidcRoutes } from './oidc/routes.ts'
import { seatRoutes } from './seats/routes.ts'
import { signOut, takeSeat, viewSession } from './service.ts'
import { signIn, viewSignIn } from './sessions/service.ts'
import { studentRoutes } from './students/routes.ts'
import { listSeats } from './tables.ts'

export const identityRoutes = [
  open(getVisitor, async ({ tx, actor }) => ({ session: actor && (await viewSession(tx, actor)) })),
  open(getSignIn, ({ tx, now }) => viewSignIn(tx, now)),
  open(signInWithPassword, ({ tx, body, wire, now }) => signIn(tx, body, wire, now)),
  route(giveCode, { find: nothing, may: seen, run: ({ tx, actor, body, wire, now }) => giveSecondFactor(tx, actor, body.code, wire, now) }),
  route(getSession, { find: nothing, may: seen, run: ({ tx, actor }) => viewSession(tx, actor) }),
  route(endSession, { find: nothing, may: seen, run: ({ tx, actor, wire, now }) => signOut(tx, actor, wire, now) }),
  route(chooseSeat, {
    find: async ({ tx, actor, body }) => (await listSeats(tx, actor.accountId)).find(({ id }) => id === body.seatId),
    may: seen,
    run: ({ tx, actor, found, now }) => takeSeat(tx, actor, found.id, now),
  }),
  ...accountRoutes,
  ...seatRoutes,
  ...invitationRoutes,
  ...studentRoutes,
  ...oidcRoutes,
  ...foundingRoutes,
]
