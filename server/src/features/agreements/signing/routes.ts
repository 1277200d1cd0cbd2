import { nothing, open, route, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { declineByLink, handOver, linkPaper, sendLinkCode, signByLink, viewLink } from './links/service.ts'
import { handOverMany } from './links/many/service.ts'
import { mayHandOverParty, mayHandOverSome, maySignAsParty, maySignForHouse } from './policy.ts'
import { lockParty, sendMyCode, signByHand, signManyByHand } from './service.ts'

export const signingRoutes: Route[] = [
  route(contract.signAgreement, { find: ({ tx, actor, params }) => lockParty(tx, actor, params.agreementId, params.partyId), may: maySignAsParty, run: ({ tx, actor, found, body, now }) => signByHand(tx, actor, found, body, now) }),
  route(contract.signMany, { find: nothing, may: maySignForHouse, run: ({ tx, actor, body, now }) => signManyByHand(tx, actor, body, now) }),
  route(contract.sendCode, { find: ({ tx, actor, params }) => lockParty(tx, actor, params.agreementId, params.partyId), may: maySignAsParty, run: ({ tx, actor, found, now }) => sendMyCode(tx, actor, found, now) }),
  route(contract.handOver, { find: ({ tx, actor, params }) => lockParty(tx, actor, params.agreementId, params.partyId), may: mayHandOverParty, run: ({ tx, actor, found, now }) => handOver(tx, actor, found, now) }),
  route(contract.handOverMany, { find: nothing, may: mayHandOverSome, run: ({ tx, actor, body, now }) => handOverMany(tx, actor, body.agreementIds, now) }),
  open(contract.lookAtLink, ({ tx, body, now }) => viewLink(tx, body.token, now)),
  open(contract.sendLinkCode, ({ tx, body, now }) => sendLinkCode(tx, body.token, now)),
  open(contract.signByLink, ({ tx, body, now }) => signByLink(tx, body, now)),
  open(contract.declineByLink, ({ tx, body, now }) => declineByLink(tx, body, now)),
  open(contract.getLinkPaper, ({ tx, params, now }) => linkPaper(tx, params.token, now)),
]
