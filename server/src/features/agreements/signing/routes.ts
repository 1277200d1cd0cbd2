import { route, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { maySignAsParty } from './policy.ts'
import { lockParty, signByHand } from './service.ts'

export const signingRoutes: Route[] = [
  route(contract.signAgreement, {
    find: ({ tx, actor, params }) => lockParty(tx, actor, params.agreementId, params.partyId),
    may: maySignAsParty,
    run: ({ tx, actor, found, body, now }) => signByHand(tx, actor, found, body, now),
  }),
]
