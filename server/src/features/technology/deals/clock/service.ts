import { closingOf, dayOf, dueInWorkingDays } from '../../../../kernel/calendar.ts'
import { inTransaction, type Db } from '../../../../kernel/db.ts'
import { ask } from '../../../inbox/service.ts'
import { contactRoleOf } from '../../../members/service.ts'
import { listLate } from '../objections/tables.ts'
import { listBenefitsDue } from '../tables.ts'

/** Working days the office has for what the unit left unanswered. */
const lateWithin = 3

/** Every night: a year after acceptance, whoever uses it is asked what it brought. Asking twice changes nothing. */
export async function askForBenefits(db: Db, now: Date) {
  await inTransaction(db, async (tx) => {
    const due = await listBenefitsDue(tx, dayOf(now))
    const dueAt = closingOf(dayOf(dueInWorkingDays(now, 20)))
    await ask(
      tx,
      due.map(({ id, number, title, clientId, clientKind, clientName, providerName }) => ({
        kind: 'deal.benefit', subjectType: 'deal', subjectId: id, params: { number, title, provider: providerName, client: clientName }, assignee: { role: contactRoleOf(clientKind), organisationId: clientId }, initiatorId: null, dueAt,
      })),
      now,
    )
    // An objection that the unit left unanswered does not lie there: the office is asked.
    const late = await listLate(tx, now)
    await ask(
      tx,
      late.map(({ id, number, title, allianceId, providerName, objectionNumber }) => ({
        kind: 'deal.objection_late', subjectType: 'deal', subjectId: id, params: { number, title, provider: providerName, objection: objectionNumber }, assignee: { role: 'secretariat', allianceId }, initiatorId: null, dueAt: dueInWorkingDays(now, lateWithin),
      })),
      now,
    )
  })
}
