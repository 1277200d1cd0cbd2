import { nothing, route, type Route } from '../../../kernel/route.ts'
import { mayReadRegister } from '../policy.ts'
import * as contract from './contract.ts'
import { mayBringScan, mayDecideScan } from './policy.ts'
import { bringScan, confirmScan, holdScan, refuseScan, viewScans } from './service.ts'

export const scanRoutes: Route[] = [
  route(contract.bringScan, { find: nothing, may: mayBringScan, run: ({ tx, actor, body, wire, now }) => bringScan(tx, actor, wire.upload!, body.code || undefined, now) }),
  route(contract.listScans, { find: nothing, may: mayReadRegister, run: ({ tx, actor, query }) => viewScans(tx, actor, query) }),
  route(contract.confirmScan, { find: ({ tx, actor, params }) => holdScan(tx, actor, params.scanId), may: mayDecideScan, run: ({ tx, actor, found, body, now }) => confirmScan(tx, actor, found, body.signatures, now) }),
  route(contract.refuseScan, { find: ({ tx, actor, params }) => holdScan(tx, actor, params.scanId), may: mayDecideScan, run: ({ tx, actor, found, body, now }) => refuseScan(tx, actor, found, body.note, now) }),
]
