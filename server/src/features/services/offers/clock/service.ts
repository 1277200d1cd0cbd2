import { addDays, closingOf, dayOf } from '../../../../kernel/calendar.ts'
import { inReadOnlyTransaction, inTransaction, type Db, type Tx } from '../../../../kernel/db.ts'
import { ask } from '../../../inbox/service.ts'
import { askBeforeDays } from '../rules.ts'
import { expireOffer, inMotion, lockOfferAnyhow } from '../service.ts'
import { listDueIds } from '../tables.ts'

/** Every night: what is past its day closes, and two weeks before its owner is asked whether it still holds. Each in a transaction of its own. */
export async function refreshOffers(db: Db, now: Date) {
  const ids = await inReadOnlyTransaction(db, (tx) => listDueIds(tx, addDays(dayOf(now), askBeforeDays)))
  for (const id of ids) await inTransaction(db, (tx) => lookAt(tx, id, now))
}

async function lookAt(tx: Tx, id: string, now: Date) {
  const offer = await lockOfferAnyhow(tx, id)
  if (!offer || offer.state !== 'open' || !offer.validUntil) return
  if (offer.validUntil < dayOf(now)) return void (await expireOffer(tx, offer, now))
  if (offer.validUntil > addDays(dayOf(now), askBeforeDays)) return
  const { owner, number, title, organisationName } = inMotion(offer, now)
  const params = { number, title, organisation: organisationName, reason: '' }
  await ask(tx, [{ kind: 'service_offer.confirm', subjectType: 'service_offer', subjectId: id, params, assignee: owner, initiatorId: null, dueAt: closingOf(offer.validUntil) }], now)
}
