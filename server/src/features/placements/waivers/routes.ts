import { route, seen } from '../../../kernel/route.ts'
import { mayTendPlacement } from '../policy.ts'
import { findPlacement, lockPlacement } from '../tables.ts'
import { findUnit } from '../units/service.ts'
import * as contract from './contract.ts'
import { mayApproveWaiver, mayAskUnitWaiver, mayKeepWaiver } from './policy.ts'
import { addFile, askException, decide, giveReason, lockWaiver, revoke, viewWaivers } from './service.ts'

export const waiverRoutes = [
  route(contract.listWaivers, {
    find: ({ tx, actor, params }) => findPlacement(tx, actor, params.placementId),
    may: mayTendPlacement,
    run: ({ tx, actor, found }) => viewWaivers(tx, actor, { placementId: found.id, unitId: found.unitId }),
  }),
  route(contract.giveReason, { find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId), may: mayTendPlacement, run: ({ tx, actor, found, body, now }) => giveReason(tx, actor, found, body, now) }),
  route(contract.listUnitWaivers, { find: ({ tx, actor, params }) => findUnit(tx, actor, params.unitId), may: seen, run: ({ tx, actor, found }) => viewWaivers(tx, actor, { placementId: null, unitId: found.id }) }),
  route(contract.askException, { find: ({ tx, actor, params }) => findUnit(tx, actor, params.unitId), may: mayAskUnitWaiver, run: ({ tx, actor, found, body, now }) => askException(tx, actor, found, body, now) }),
  route(contract.addWaiverFile, { find: ({ tx, actor, params }) => lockWaiver(tx, actor, params.waiverId), may: mayKeepWaiver, run: ({ tx, actor, found, wire, now }) => addFile(tx, actor, found, wire.upload!, now) }),
  route(contract.decideWaiver, { find: ({ tx, actor, params }) => lockWaiver(tx, actor, params.waiverId), may: mayApproveWaiver, run: ({ tx, actor, found, body, now }) => decide(tx, actor, found, body, now) }),
  route(contract.revokeWaiver, { find: ({ tx, actor, params }) => lockWaiver(tx, actor, params.waiverId), may: mayKeepWaiver, run: ({ tx, actor, found, body, now }) => revoke(tx, actor, found, body.reason, now) }),
]
