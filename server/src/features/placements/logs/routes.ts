import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import { mayBeIntern } from '../policy.ts'
import { lockPlacement } from '../service.ts'
import * as contract from './contract.ts'
import { keepPhoto } from './photos/service.ts'
import { mayReadLogs, mayTendLog, mayWriteLog } from './policy.ts'
import { findLog, lockLog, readLog, sendLog } from './service.ts'
import { viewLogRecord, viewLogs, viewMyLogs } from './view/service.ts'

export const logRoutes: Route[] = [
  route(contract.getMyLogs, { find: nothing, may: mayBeIntern, run: ({ tx, actor, now }) => viewMyLogs(tx, actor, now) }),
  route(contract.sendLog, { find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId), may: mayWriteLog, run: ({ tx, actor, found, params, body, now }) => sendLog(tx, actor, found, params.week, body, now) }),
  route(contract.sendLogPhoto, { find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId), may: mayWriteLog, run: ({ tx, actor, found, body, wire, now }) => keepPhoto(tx, actor, found, body.id, wire.upload!, now) }),
  route(contract.listLogs, { find: nothing, may: mayReadLogs, run: ({ tx, actor, query }) => viewLogs(tx, actor, query) }),
  route(contract.getLog, { find: ({ tx, actor, params }) => findLog(tx, actor, params.logId), may: seen, run: ({ tx, actor, found }) => viewLogRecord(tx, actor, found) }),
  route(contract.readLog, { find: ({ tx, actor, params }) => lockLog(tx, actor, params.logId), may: mayTendLog, run: ({ tx, actor, found, body, now }) => readLog(tx, actor, found, body, now) }),
]
