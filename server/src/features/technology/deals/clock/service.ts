import { closingOf, dayOf, dueInWorkingDays } from '../../../../kernel/calendar.ts'
import { inTransaction, type Db } from '../../../../kernel/db.ts'
import { ask } from '../../../inbox/service.ts'
import { contactRoleOf } from '../../../members/service.ts'
import { listBenefitsDue } from '../tables.ts'

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
  })
}
