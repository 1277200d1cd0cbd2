import { nothing, route, seen } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { mayKeepUnits, mayListUnit, mayVisitUnit } from './policy.ts'
import { addPhoto, changeUnit, decideUnit, findUnit, findVisitOf, lockUnit, proposeUnit, viewUnit, viewUnits, writeCheck, writeVisit } from './service.ts'

export const unitRoutes = [
  route(contract.listUnits, { find: nothing, may: seen, run: ({ tx, actor, query }) => viewUnits(tx, actor, query) }),
  route(contract.proposeUnit, { find: nothing, may: mayKeepUnits, run: ({ tx, actor, body, now }) => proposeUnit(tx, actor, body, now) }),
  route(contract.getUnit, { find: ({ tx, actor, params }) => findUnit(tx, actor, params.unitId), may: seen, run: ({ tx, actor, found, now }) => viewUnit(tx, actor, found, now) }),
  route(contract.changeUnit, { find: ({ tx, actor, params }) => lockUnit(tx, actor, params.unitId), may: mayListUnit, run: ({ tx, actor, found, body, now }) => changeUnit(tx, actor, found, body, now) }),
  route(contract.writeVisit, { find: ({ tx, actor, params }) => lockUnit(tx, actor, params.unitId), may: mayVisitUnit, run: ({ tx, actor, found, body, now }) => writeVisit(tx, actor, found, body, now) }),
  route(contract.addVisitPhoto, { find: ({ tx, actor, params }) => findVisitOf(tx, actor, params), may: mayVisitUnit, run: ({ tx, actor, found, wire, now }) => addPhoto(tx, actor, found, wire.upload!, now) }),
  route(contract.writeCheck, { find: ({ tx, actor, params }) => lockUnit(tx, actor, params.unitId), may: mayVisitUnit, run: ({ tx, actor, found, body, now }) => writeCheck(tx, actor, found, body, now) }),
  route(contract.decideUnit, { find: ({ tx, actor, params }) => lockUnit(tx, actor, params.unitId), may: mayListUnit, run: ({ tx, actor, found, body, now }) => decideUnit(tx, actor, found, body, now) }),
]
