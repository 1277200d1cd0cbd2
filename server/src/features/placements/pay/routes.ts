import { refuse } from '../../../kernel/refusal.ts'
import { nothing, route, type Route } from '../../../kernel/route.ts'
import { mayBeIntern } from '../policy.ts'
import { findPlacement, lockPlacement } from '../service.ts'
import { moveAlarm } from './alarms/service.ts'
import { findAlarm, lockAlarm } from './alarms/tables.ts'
import { answerPay } from './answers/service.ts'
import * as contract from './contract.ts'
import { mayAnswerPay, mayListPay, mayReadAlarms, mayReadPay, mayRecordPay, mayTendAlarm, mayWithdrawPay } from './policy.ts'
import { recordPay, withdrawPay } from './service.ts'
import { viewAlarmRecord, viewAlarms, viewMyPay, viewPay, viewPayList } from './view/service.ts'

export const payRoutes: Route[] = [
  route(contract.getPay, { find: ({ tx, actor, params }) => findPlacement(tx, actor, params.placementId), may: mayReadPay, run: ({ tx, actor, found, now }) => viewPay(tx, actor, found, now) }),
  route(contract.getMyPay, { find: nothing, may: mayBeIntern, run: ({ tx, actor }) => viewMyPay(tx, actor) }),
  route(contract.recordPay, {
    find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId),
    may: mayRecordPay,
    run: ({ tx, actor, found, params, body, wire, now }) => recordPay(tx, actor, found, params.month, { wish: body, receipt: wire.upload ?? refuse('file_empty') }, now),
  }),
  route(contract.withdrawPay, { find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId), may: mayWithdrawPay, run: ({ tx, actor, found, params, body, now }) => withdrawPay(tx, actor, found, params.month, body.reason, now) }),
  route(contract.answerPay, { find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId), may: mayAnswerPay, run: ({ tx, actor, found, params, body, now }) => answerPay(tx, actor, found, params.month, body, now) }),
  route(contract.listPay, { find: nothing, may: mayListPay, run: ({ tx, actor, query, now }) => viewPayList(tx, actor, query, now) }),
  route(contract.listPayAlarms, { find: nothing, may: mayReadAlarms, run: ({ tx, actor, query }) => viewAlarms(tx, actor, query) }),
  route(contract.getPayAlarm, { find: ({ tx, actor, params }) => findAlarm(tx, actor, params.alarmId), may: mayTendAlarm, run: ({ tx, actor, found }) => viewAlarmRecord(tx, actor, found) }),
  route(contract.movePayAlarm, { find: ({ tx, actor, params }) => lockAlarm(tx, actor, params.alarmId), may: mayTendAlarm, run: ({ tx, actor, found, body, now }) => moveAlarm(tx, actor, found, body, now) }),
]
