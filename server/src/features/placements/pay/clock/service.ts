import { closingOf, dayOf } from '../../../../kernel/calendar.ts'
import { inTransaction, type Db } from '../../../../kernel/db.ts'
import { ask } from '../../../inbox/service.ts'
import { contactRoleOf } from '../../../members/service.ts'
import { lockPlacementsAnyhow } from '../../service.ts'
import { raiseAlarms } from '../alarms/service.ts'
import { daysBetween, nextMonth, payEveryDays } from '../rules.ts'
import { listOverdue, listOwing } from './tables.ts'

/** A unit is asked so many days before pay is due. */
const askAheadDays = 5

/** By night: 31 days after the last pay, or after the first day, an alarm; a few days before, the unit is asked to record. */
export async function watchPay(db: Db, now: Date) {
  const today = dayOf(now)
  await inTransaction(db, async (tx) => {
    const overdue = new Map((await listOverdue(tx, today, payEveryDays)).map((one) => [one.id, one]))
    for (const placement of await lockPlacementsAnyhow(tx, [...overdue.keys()])) {
      const { last, lastMonth, firstMonth } = overdue.get(placement.id)!
      const month = lastMonth ? nextMonth(lastMonth) : firstMonth
      await raiseAlarms(tx, null, placement, [{ reason: 'late', month, source: 'clock', params: { last, days: daysBetween(last, today) } }], now)
    }
    const owing = await listOwing(tx, today, { every: payEveryDays, ahead: askAheadDays })
    const items = owing.map(({ organisationId, kind, count, dueOn }) => ({
      kind: 'pay.record', subjectType: 'unit_pay', subjectId: organisationId, params: { count, dueOn }, assignee: { role: contactRoleOf(kind), organisationId }, initiatorId: null, dueAt: closingOf(dueOn),
    }))
    await ask(tx, items, now)
  })
}
