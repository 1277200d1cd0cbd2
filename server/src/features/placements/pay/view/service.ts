import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { canMove } from '../../../../kernel/lifecycle.ts'
import { viewFilesOf } from '../../../files/service.ts'
import { isRuleId, ruleOf } from '../../../needs/law/rules.ts'
import { lastDayOf } from '../../logs/rules.ts'
import { currentOf } from '../../logs/view/service.ts'
import { findTerms, listOfStudent, type Placement } from '../../service.ts'
import { inMotion } from '../alarms/service.ts'
import { listAlarmsOf, pageOfAlarms, type Alarm, type Filter as AlarmFilter } from '../alarms/tables.ts'
import { openAnswers } from '../answers/service.ts'
import type { AlarmRow, AlarmView, PayRecord } from '../contract.ts'
import { alarmLife } from '../lifecycle.ts'
import { mayAnswerPay, mayRecordPay, mayWithdrawPay, paySideOf, seesAnswer } from '../policy.ts'
import { dueAfter, monthsOf } from '../rules.ts'
import { listRecords, pageOfPay, type Filter, type PayRow } from '../tables.ts'

function viewRecord({ month: _, means, ...record }: PayRow, receipts: PayRecord['receipts'] = []): PayRecord {
  return { ...record, means: means as 'bank', receipts }
}

function viewAlarm(alarm: Alarm): AlarmRow {
  const { id, number, placementId, studentName, cohortName, unitName, supervisorName, monthText, reason, source, state, ruleId, params, openedAt, dueAt, takenByName, outcome, closedAt } = alarm
  const { article, sourceStatus } = isRuleId(ruleId) ? ruleOf(ruleId) : { article: null, sourceStatus: 'K' as const }
  return {
    id, number, placementId, studentName, cohortName, unitName, supervisorName, month: monthText, reason: reason as 'late', source: source as 'unit', state: state as 'open', ruleId, article: sourceStatus === 'V' ? article : null, sourceStatus,
    params: params as Record<string, string>, openedAt, dueAt, takenByName, outcome, closedAt,
  }
}

/** Month by month. What the student said, and what follows from it, is not even asked of the database for the unit. */
export async function viewPay(tx: Tx, actor: Actor, placement: Placement, now: Date) {
  const { id, number, studentName, unitName, title, startsOn, state } = placement
  const today = dayOf(now)
  const lastDay = lastDayOf(placement)
  const records = await listRecords(tx, id)
  const receipts = await viewFilesOf(tx, 'pay_month', records.map((one) => one.id))
  const open = seesAnswer(actor, placement)
  const answers = open ? await openAnswers(tx, id) : null
  const alarms = open ? (await listAlarmsOf(tx, actor, id)).map(viewAlarm) : []
  const { payMin, payMax, payPeriod, samePostWage, lowestTierWage } = await findTerms(tx, id)
  const months = placement.activatedAt ? monthsOf({ startsOn, lastDay }, today) : []
  return {
    placement: { id, number, studentName, unitName, title, startsOn, lastDay, state },
    agreed: { payMin, payMax, payPeriod, samePostWage, lowestTierWage },
    months: months
      .map((month) => {
        const record = records.find((one) => one.month === month)
        const last = records.findLast((one) => one.month < month)
        const dueOn = dueAfter(last?.paidOn ?? startsOn)
        return { month, dueOn, late: !record && dueOn < today, record: record ? viewRecord(record, receipts.get(record.id)) : null, answer: answers?.get(month) ?? null, alarms: alarms.filter((alarm) => alarm.month === month) }
      })
      .toReversed(),
    side: paySideOf(actor, placement)!,
    can: { record: mayRecordPay(actor, placement) && placement.activatedAt !== null, answer: mayAnswerPay(actor, placement), withdraw: mayWithdrawPay(actor, placement) },
  }
}

export const viewMyPay = async (tx: Tx, actor: Actor) => ({ placementId: currentOf(await listOfStudent(tx, actor, actor.studentId!))?.id ?? null })

export async function viewPayList(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }, now: Date) {
  const today = dayOf(now)
  const { rows, total } = await pageOfPay(tx, actor, query)
  return {
    rows: rows.map(({ startsOn, ...row }) => {
      const dueOn = dueAfter(row.lastPaidOn ?? startsOn)
      return { ...row, dueOn, late: row.paidOn === null && dueOn < today }
    }),
    total, page: query.page, size: query.size,
  }
}

export async function viewAlarms(tx: Tx, actor: Actor, query: AlarmFilter & { page: number; size: number }) {
  const { rows, total } = await pageOfAlarms(tx, actor, query)
  return { rows: rows.map(viewAlarm), total, page: query.page, size: query.size }
}

export async function viewAlarmRecord(tx: Tx, actor: Actor, alarm: Alarm): Promise<AlarmView> {
  const record = (await listRecords(tx, alarm.placementId)).find((one) => one.month === alarm.monthText)
  const receipts = record ? (await viewFilesOf(tx, 'pay_month', [record.id])).get(record.id) : []
  const { take, settle } = canMove(alarmLife, actor, inMotion(alarm))
  return {
    ...viewAlarm(alarm),
    placementNumber: alarm.placementNumber, title: alarm.title, studentPhone: alarm.studentPhone,
    record: record ? viewRecord(record, receipts) : null,
    answer: (await openAnswers(tx, alarm.placementId)).get(alarm.monthText) ?? null,
    version: alarm.version,
    can: { take, settle },
  }
}
