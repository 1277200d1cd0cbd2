import type { Actor } from '../../../kernel/actor.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import { inTransaction, type Db, type Locked, type Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { lockPlacesAnyhow } from '../places/tables.ts'
import { step, type Place } from '../places/service.ts'
import { planRetention } from '../retention/service.ts'
import { answerOffer, insertOffer, listLapsed } from './tables.ts'

type Offer = { postTitle: string; pay: number; place: string; startsOn: string; replyUntil: string; note: string; version: number }
export async function offer(tx: Tx, actor: Actor, place: Locked<Place>, { version, replyUntil, ...given }: Offer, now: Date) {
  if (place.version !== version) refuse('changed_meanwhile')
  if (!['passed', 'lapsed'].includes(place.state) || place.classState !== 'assessed') refuse('wrong_state', { state: place.state })
  if (given.pay < place.payFloor) refuse('offer_below_floor', { floor: place.payFloor })
  const until = new Date(replyUntil)
  const issues = [...(until <= now ? [{ path: ['replyUntil'], code: 'past' }] : []), ...(given.startsOn < dayOf(now) ? [{ path: ['startsOn'], code: 'past' }] : [])]
  if (issues.length > 0) refuse('invalid_input', { issues })
  await insertOffer(tx, { memberId: place.id, ...given, replyUntil: until, madeBy: actor.accountId, madeAt: now })
  return step(tx, actor, { ...place, replyUntil: until }, 'offer', {}, now)
}

/** Only the student answers; a no has a reason, and with a yes the two questions of the next year are set. */
export async function answer(tx: Tx, actor: Actor, place: Locked<Place>, given: { answer: 'accepted' | 'declined'; code?: string; reason?: string; version: number }, now: Date) {
  if (place.version !== given.version) refuse('changed_meanwhile')
  if (place.state !== 'offered') refuse('wrong_state', { state: place.state })
  if (place.replyUntil! <= now) refuse('deadline_passed')
  const no = given.answer === 'declined'
  if (no && !given.code) refuse('reason_needed', { field: 'code' })
  if (no && given.code === 'other' && !given.reason?.trim()) refuse('reason_needed', { field: 'reason' })
  await answerOffer(tx, place.id, { answer: given.answer, reasonCode: no ? given.code! : null, reason: no ? given.reason?.trim() || null : null, answeredBy: actor.accountId, answeredAt: now })
  if (!no) await planRetention(tx, place.id, place.offerStartsOn!)
  return step(tx, actor, place, no ? 'refuse' : 'accept', {}, now, no ? { code: given.code } : {})
}

/** Nobody answered in time: the offer is gone, the firm may make it again. */
export async function lapseOffers(db: Db, now: Date) {
  await inTransaction(db, async (tx) => {
    for (const place of await lockPlacesAnyhow(tx, await listLapsed(tx, now))) if (place.state === 'offered') await step(tx, null, place, 'lapse', {}, now)
  })
}
