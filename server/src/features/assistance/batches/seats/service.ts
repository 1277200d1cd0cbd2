import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import { addDays, addWorkingDays, closingOf, dayOf, dueInWorkingDays } from '../../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { advance, askFor, settle } from '../../../inbox/service.ts'
import { faultsOfAnswer, isAgreed } from '../../rules.ts'
import { seatLife, type SeatInMotion } from '../lifecycle.ts'
import type { SeatMove } from '../policy.ts'
import { countySchoolOf, faultsOfBatch, insertPlan, refuseStale, step, type Batch, type BatchForm } from '../service.ts'
import { lockBatchesAnyhow } from '../tables.ts'
import { insertSeat, listOpenPosts, lockSeatsOf, pageOfPosts, updateSeat, type Seat, type SeatChange } from './tables.ts'

export { findSeat, listSeats, lockSeat, type Seat } from './tables.ts'

/** A firm has so many working days. */
export const answerDays = 10
export const answerDueOf = (seat: Seat) => (seat.askedAt ? closingOf(addWorkingDays(dayOf(seat.askedAt), answerDays)) : null)

export const seatInMotion = (seat: Seat, now: Date): SeatInMotion => ({ ...seat, clocks: { answer: dueInWorkingDays(now, answerDays), before: closingOf(addDays(seat.startsOn, -20)) } })

async function seatStep(tx: Tx, by: Actor | null, seat: Locked<Seat>, action: SeatMove, now: Date, change: SeatChange = {}) {
  const state = await advance(tx, by, seatLife, action, { ...seatInMotion({ ...seat, ...change, state: seat.state } as Seat, now), locked: true }, now, {
    batch: seat.number, firm: seat.organisationName, post: seat.postTitle, asked: change.asked ?? seat.asked, ...(change.confirmed ? { confirmed: change.confirmed } : {}), ...(change.reason ? { reason: change.reason } : {}),
  })
  return { state, version: await updateSeat(tx, seat.id, { ...change, state }) }
}

type SeatForm = { postId: string; asked: number; note: string }
/** The firm of a line is the one whose published post it is. */
async function insertSeats(tx: Tx, batch: { id: string; allianceId: string }, forms: readonly SeatForm[], now: Date, at: (index: number) => (string | number)[]) {
  const posts = new Map((await listOpenPosts(tx, batch.allianceId, forms.map(({ postId }) => postId))).map((post) => [post.id, post]))
  const issues = forms.flatMap(({ postId }, index) => [...(posts.has(postId) ? [] : [{ path: [...at(index), 'postId'], code: 'unknown' }]), ...(forms.findIndex((one) => one.postId === postId) < index ? [{ path: [...at(index), 'postId'], code: 'twice' }] : [])])
  if (issues.length > 0) refuse('invalid_input', { issues })
  const ids: string[] = []
  for (const form of forms) ids.push(await insertSeat(tx, { ...form, batchId: batch.id, organisationId: posts.get(form.postId)!.organisationId, createdAt: now }))
  return ids
}

export async function planBatch(tx: Tx, actor: Actor, { seats, ...form }: BatchForm & { seats: readonly SeatForm[] }, now: Date, { demo = false } = {}) {
  const school = await countySchoolOf(tx, actor)
  const issues = await faultsOfBatch(tx, school.id, form)
  if (issues.length > 0) refuse('invalid_input', { issues })
  const { id, number } = await insertPlan(tx, actor, school, form, now, { demo })
  await insertSeats(tx, { id, allianceId: school.allianceId }, seats, now, (index) => ['seats', index])
  return { id, number }
}

export async function addSeat(tx: Tx, actor: Actor, batch: Locked<Batch>, form: SeatForm, now: Date) {
  if (batch.state !== 'planning' && batch.state !== 'asked') refuse('wrong_state', { state: batch.state })
  const [id] = await insertSeats(tx, batch, [form], now, () => [])
  audit(tx, actor, now, { event: 'assistance_seat.planned', subjectType: 'assistance_seat', subjectId: id!, details: { batch: batch.number, asked: form.asked } })
  if (batch.state === 'asked') {
    await askOf(tx, actor, (await lockSeatsOf(tx, batch.id)).filter((seat) => seat.id === id), now)
    await settleDeclined(tx, actor, batch.id, now)
  }
  return { id: id! }
}
const askOf = async (tx: Tx, actor: Actor, seats: readonly Locked<Seat>[], now: Date) => {
  for (const seat of seats) await seatStep(tx, actor, seat, 'ask', now, { askedAt: now })
}
/** A declined line is no longer anybody's business once another was asked instead, or the batch is agreed. */
const settleDeclined = async (tx: Tx, actor: Actor, batchId: string, now: Date) =>
  settle(tx, actor, { subjectType: 'assistance_seat', subjectIds: (await lockSeatsOf(tx, batchId)).filter(({ state }) => state === 'declined').map(({ id }) => id) }, 'close', now)

export async function changeSeat(tx: Tx, actor: Actor, seat: Locked<Seat>, { version, ...change }: { asked?: number; note?: string; version: number }, now: Date) {
  refuseStale(seat, version, ['planned', 'asked'])
  const next = await updateSeat(tx, seat.id, change)
  // What lies with the firm says what is asked now.
  if (seat.state === 'asked') {
    await settle(tx, actor, { subjectType: 'assistance_seat', subjectIds: [seat.id], kinds: ['assistance_seat.answer'] }, 'revise', now)
    await askFor(tx, actor, seatLife, { ...seatInMotion({ ...seat, ...change }, now), clocks: { answer: answerDueOf(seat)!, before: closingOf(seat.startsOn) } }, now)
  }
  audit(tx, actor, now, { event: 'assistance_seat.changed', subjectType: 'assistance_seat', subjectId: seat.id, details: { batch: seat.number, ...change } })
  return { version: next }
}

export async function moveBatch(tx: Tx, actor: Actor, batch: Locked<Batch>, { action, reason = '', version }: { action: 'ask' | 'cancel'; reason?: string; version: number }, now: Date) {
  refuseStale(batch, version, action === 'ask' ? ['planning'] : ['planning', 'asked', 'agreed'])
  const seats = await lockSeatsOf(tx, batch.id)
  if (action === 'ask') {
    const planned = seats.filter(({ state }) => state === 'planned')
    if (planned.length === 0) refuse('batch_without_seats')
    if (batch.startsOn <= dayOf(now)) refuse('batch_start_past', { startsOn: batch.startsOn })
    await askOf(tx, actor, planned, now)
    return step(tx, actor, batch, 'ask', now)
  }
  if (reason.trim().length < 2) refuse('reason_needed', { field: 'reason' })
  if (batch.members > 0) refuse('batch_has_members', { members: batch.members })
  for (const seat of seats) if (['planned', 'asked', 'confirmed'].includes(seat.state)) await seatStep(tx, actor, seat, 'withdraw', now, { confirmed: null, answeredAt: null })
  await settleDeclined(tx, actor, batch.id, now)
  return step(tx, actor, batch, 'cancel', now, { reason })
}

export async function withdrawSeat(tx: Tx, actor: Actor, seat: Locked<Seat>, { reason, version }: { reason?: string; version: number }, now: Date) {
  refuseStale(seat, version, ['planned', 'asked', 'confirmed'])
  if (seat.state !== 'planned' && (reason ?? '').length < 2) refuse('reason_needed', { field: 'reason' })
  if (seat.members > 0) refuse('batch_has_members', { members: seat.members })
  const { state } = await seatStep(tx, actor, seat, 'withdraw', now, { confirmed: null, answeredAt: null, ...(reason ? { reason } : {}) })
  return { id: seat.id, state, batchState: await agreeIfAnswered(tx, actor, seat.batchId, now) }
}

type Answer = { answer: 'confirm' | 'decline'; confirmed?: number; contactName?: string; contactPhone?: string; reason?: string; version: number }
export async function answerSeat(tx: Tx, actor: Actor, seat: Locked<Seat>, { version, ...given }: Answer, now: Date) {
  refuseStale(seat, version, ['asked'])
  const issues = faultsOfAnswer({ asked: seat.asked, ...given })
  if (issues.length > 0) refuse('invalid_input', { issues })
  const { answer, confirmed, contactName, contactPhone, reason } = given
  const answered = { answeredBy: actor.accountId, answeredAt: now, ...(reason ? { reason } : {}) }
  const next = await seatStep(tx, actor, seat, answer, now, answer === 'confirm' ? { ...answered, confirmed: confirmed!, contactName: contactName!, contactPhone: contactPhone! } : answered)
  return { id: seat.id, ...next, batchState: await agreeIfAnswered(tx, actor, seat.batchId, now) }
}

/** The batch is held by whoever answers: the last of several answers finds all the others. */
async function agreeIfAnswered(tx: Tx, actor: Actor, batchId: string, now: Date) {
  const [batch] = await lockBatchesAnyhow(tx, [batchId])
  if (batch!.state !== 'asked' || !isAgreed(await lockSeatsOf(tx, batchId))) return batch!.state
  await settleDeclined(tx, actor, batchId, now)
  return (await step(tx, actor, batch!, 'agree', now)).state
}

export async function viewPosts(tx: Tx, actor: Actor, query: { q: string; page: number; size: number }) {
  const { allianceId } = await countySchoolOf(tx, actor)
  const { rows, total } = await pageOfPosts(tx, allianceId, query)
  return { rows: rows.map((row) => ({ ...row, seats: row.seats ?? 0 })), total, page: query.page, size: query.size }
}
