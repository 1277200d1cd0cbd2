import { nothing, route, seen } from '../../../kernel/route.ts'
import { isOwnPlacement, mayRunPlacement } from '../policy.ts'
import { findPlacement, lockPlacement } from '../tables.ts'
import { dropBank, publishBank, saveBank, viewBank } from './bank/service.ts'
import * as contract from './contract.ts'
import { mayKeepBank, mayReadBank } from './policy.ts'
import { finishTest, recordTest, startTest, viewTests } from './service.ts'

export const safetyRoutes = [
  route(contract.getBank, { find: nothing, may: mayReadBank, run: ({ tx, actor }) => viewBank(tx, actor) }),
  route(contract.saveBank, { find: nothing, may: mayKeepBank, run: ({ tx, actor, body, now }) => saveBank(tx, actor, body, now) }),
  route(contract.publishBank, { find: nothing, may: mayKeepBank, run: ({ tx, actor, now }) => publishBank(tx, actor, now) }),
  route(contract.dropBank, { find: nothing, may: mayKeepBank, run: ({ tx, actor }) => dropBank(tx, actor) }),
  route(contract.listTests, { find: ({ tx, actor, params }) => findPlacement(tx, actor, params.placementId), may: seen, run: ({ tx, actor, found, now }) => viewTests(tx, actor, found, now) }),
  route(contract.startTest, { find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId), may: isOwnPlacement, run: ({ tx, actor, found, now }) => startTest(tx, actor, found, now) }),
  route(contract.finishTest, {
    find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId),
    may: isOwnPlacement,
    run: ({ tx, actor, found, params, body, now }) => finishTest(tx, actor, found, { testId: params.testId, answers: body.answers }, now),
  }),
  route(contract.recordTest, { find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId), may: mayRunPlacement, run: ({ tx, actor, found, wire, now }) => recordTest(tx, actor, found, wire.upload!, now) }),
]
