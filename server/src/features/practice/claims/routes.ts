import { refuse } from '../../../kernel/refusal.ts'
import { nothing, route, type Route } from '../../../kernel/route.ts'
import { isOfSchools } from '../policy.ts'
import * as contract from './contract.ts'
import { mayAddEvidence, mayClaim, mayDecideClaim, mayKeepRoster } from './policy.ts'
import { claimTemplate, readClaims } from './rows/service.ts'
import { addClaim, addEvidence, decideClaim, viewClaims } from './service.ts'
import { lockClaim } from './tables.ts'

const missingFile = () => refuse('invalid_input', { issues: [{ path: ['file'], code: 'missing' }] })

export const claimRoutes: Route[] = [
  route(contract.listClaims, { find: nothing, may: isOfSchools, run: ({ tx, actor, query }) => viewClaims(tx, actor, query) }),
  route(contract.addClaim, { find: nothing, may: mayClaim, run: ({ tx, actor, body, now }) => addClaim(tx, actor, body, now) }),
  route(contract.addEvidence, { find: ({ tx, actor, params }) => lockClaim(tx, actor, params.claimId), may: mayAddEvidence, run: ({ tx, actor, found, wire, now }) => addEvidence(tx, actor, found, wire.upload ?? missingFile(), now) }),
  route(contract.decideClaim, { find: ({ tx, actor, params }) => lockClaim(tx, actor, params.claimId), may: mayDecideClaim, run: ({ tx, actor, found, body, now }) => decideClaim(tx, actor, found, body, now) }),
  route(contract.downloadClaimTemplate, { find: nothing, may: mayKeepRoster, run: ({ actor }) => claimTemplate(actor) }),
  route(contract.readClaims, { find: nothing, may: mayKeepRoster, run: ({ tx, actor, body, wire, now }) => readClaims(tx, actor, wire.upload ?? missingFile(), body.write, now) }),
]
