import { say } from '@silian/words'
import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf, dueInWorkingDays } from '../../../kernel/calendar.ts'
import { inReadOnlyTransaction, inTransaction, type Db, type Locked, type Tx } from '../../../kernel/db.ts'
import { canMove } from '../../../kernel/lifecycle.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { advance, ask, askFor } from '../../inbox/service.ts'
import { makeSuccessor, type NewPlace } from '../making/service.ts'
import { movePlacement } from '../moving/service.ts'
import { go, lockPlacementsAnyhow, type Placement } from '../service.ts'
import { live } from '../tables.ts'
import type { ChangeView } from './contract.ts'
import { changeLife, type ChangeAction, type ChangeInMotion } from './lifecycle.ts'
import { decideOnSafetyWithin, decideWithin, faultsOfDecision, hasBegun, isToLeave } from './rules.ts'
import { insertChange, listMoot, listOfPlacements, listOverdue, lockChangeAnyhow, pageOfChanges, updateChange, type Change, type ChangeChange, type State } from './tables.ts'

const inMotion = ({ id, number, state, kind, safety, dueAt, studentName, unitName, allianceId, schoolId, organisationId, studentId }: Change): ChangeInMotion => ({
  id, number, state, kind, safety, dueAt, studentName, unitName, allianceId, schoolId, organisationId, studentId,
})

export function viewChange(actor: Actor, change: Change, now: Date): ChangeView {
  const { id, number, state, kind, safety, reason, wantedOn, dueAt, answer, answeredAt, endedOn, endedBy, nextId, createdAt, demo } = change
  const can = canMove(changeLife, actor, inMotion(change))
  return {
    id, number, state, kind, safety, reason, wantedOn, dueAt, answer, answeredAt, endedOn, endedBy, nextId, createdAt, demo,
    placement: {
      id: change.placementId, number: change.placementNumber, state: change.placementState, title: change.title, unitName: change.unitName, studentId: change.studentId, studentName: change.studentName,
      cohortName: change.cohortName, startsOn: change.startsOn, endsOn: change.endsOn,
    },
    can: { ...can, change: can.change && kind === 'change', decline: can.decline && kind === 'change', insist: can.insist && dueAt !== null && now >= dueAt },
  }
}
export async function viewChanges(tx: Tx, actor: Actor, query: { state?: State; late: boolean; page: number; size: number }, now: Date) {
  const { rows, total } = await pageOfChanges(tx, actor, query, now)
  return { rows: rows.map((row) => viewChange(actor, row, now)), total, page: query.page, size: query.size }
}
export const changesOf = async (tx: Tx, actor: Actor, placementIds: readonly string[], now: Date) => (await listOfPlacements(tx, placementIds)).map((row) => viewChange(actor, row, now))

/** What the firm reads as the reason: that the student asked, and whether for safety; never the student's own words. */
const reasonSaid = (safety: boolean) => say('zh-Hans', safety ? 'wayout:reasons.safety' : 'wayout:reasons.asked')!

export async function askToChange(tx: Tx, actor: Actor, placement: Locked<Placement>, wish: { kind: 'change' | 'leave'; safety: boolean; reason: string; wantedOn?: string | null }, now: Date) {
  if (!isToLeave(placement)) refuse('wrong_state', { state: placement.state })
  const number = await nextNumber(tx, 'HG', now)
  const dueAt = dueInWorkingDays(now, wish.safety ? decideOnSafetyWithin : decideWithin)
  const id = await insertChange(tx, { number, placementId: placement.id, kind: wish.kind, safety: wish.safety, reason: wish.reason, wantedOn: wish.wantedOn ?? null, dueAt, createdBy: actor.accountId, createdAt: now, demo: placement.demo })
  const suspended = wish.safety && placement.state === 'active'
  if (suspended) await go(tx, actor, placement, 'suspend', now, { change: { reason: reasonSaid(true) }, details: { change: number } })
  const { allianceId, schoolId, organisationId, studentId, studentName, unitName } = placement
  await askFor(tx, actor, changeLife, { id, number, state: 'asked', kind: wish.kind, safety: wish.safety, dueAt, studentName, unitName, allianceId, schoolId, organisationId, studentId }, now)
  audit(tx, actor, now, { event: 'placement_change.asked', subjectType: 'placement_change', subjectId: id, details: { number, placement: placement.number, kind: wish.kind, safety: wish.safety } })
  return { id, number, suspended }
}

async function step(tx: Tx, actor: Actor | null, change: Locked<Change>, action: ChangeAction, more: ChangeChange, now: Date): Promise<State> {
  const state = await advance(tx, actor, changeLife, action, { ...inMotion(change), locked: true }, now, { number: change.number, placement: change.placementNumber })
  await updateChange(tx, change.id, { ...more, state, dueAt: null })
  return state
}

/** The placement ends, and what was agreed with it; a seat of a round is free again (a trigger of the table). Answers the successor. */
async function endPlacement(tx: Tx, actor: Actor, change: Change, action: 'endEarly' | 'change', endedOn: string, successor: NewPlace | undefined, now: Date): Promise<string | null> {
  const [placement] = await lockPlacementsAnyhow(tx, [change.placementId])
  const reason = reasonSaid(change.safety)
  const { version } = placement!
  if (hasBegun(placement!)) return (await movePlacement(tx, actor, placement!, { action, version, reason, endedOn, successor }, now)).successorId
  // Before the first day nothing has begun that could end; ended in another way meanwhile, nothing is left to end.
  if (isToLeave(placement!)) await movePlacement(tx, actor, placement!, { action: 'cancel', version, reason }, now)
  return successor ? makeSuccessor(tx, actor, placement!, successor, now) : null
}

export async function moveMine(tx: Tx, actor: Actor, change: Locked<Change>, action: 'withdraw' | 'insist', now: Date): Promise<{ state: State }> {
  if (action === 'withdraw') return { state: await step(tx, actor, change, 'withdraw', {}, now) }
  const today = dayOf(now)
  const state = await step(tx, actor, change, 'insist', { endedOn: today, endedBy: 'student' }, now)
  await endPlacement(tx, actor, change, 'endEarly', today, undefined, now)
  return { state }
}

type Decision = { action: 'end' | 'change' | 'decline'; answer: string; endedOn?: string; postId?: string; startsOn?: string; endsOn?: string }
export async function decide(tx: Tx, actor: Actor, change: Locked<Change>, decision: Decision, now: Date): Promise<{ state: State; nextId: string | null }> {
  const { action, answer } = decision
  const answered = { answer, answeredBy: actor.accountId, answeredAt: now }
  if (action === 'decline') return { state: await step(tx, actor, change, 'decline', answered, now), nextId: null }
  const today = dayOf(now)
  const issues = faultsOfDecision(decision, { state: change.placementState, startsOn: change.startsOn, endsOn: change.endsOn }, today)
  if (issues.length > 0 && change.state === 'asked') refuse('invalid_input', { issues })
  const endedOn = decision.endedOn ?? today
  const state = await step(tx, actor, change, action, { ...answered, endedOn, endedBy: 'school' }, now)
  const successor = action === 'change' ? { postId: decision.postId!, startsOn: decision.startsOn!, endsOn: decision.endsOn! } : undefined
  const nextId = await endPlacement(tx, actor, change, action === 'change' ? 'change' : 'endEarly', endedOn, successor, now)
  if (nextId) await updateChange(tx, change.id, { nextId })
  return { state, nextId }
}

/** Every few minutes: what nobody need decide any more; and a school that let its days pass: the office looks into it, and the student's own button opens by itself. */
export async function watchChanges(db: Db, now: Date) {
  for (const { id } of await inReadOnlyTransaction(db, (tx) => listMoot(tx, live))) await inTransaction(db, (tx) => dropMoot(tx, id, now))
  const overdue = await inReadOnlyTransaction(db, (tx) => listOverdue(tx, now))
  for (const { id } of overdue) {
    await inTransaction(db, async (tx) => {
      const change = await lockChangeAnyhow(tx, id)
      if (!change || change.state !== 'asked' || change.toldAt) return
      const params = { number: change.number, student: change.studentName, unit: change.unitName }
      await ask(tx, [{ kind: 'placement_change.overdue', subjectType: 'placement_change', subjectId: id, params, assignee: { role: 'secretariat', allianceId: change.allianceId }, initiatorId: null, dueAt: dueInWorkingDays(now, 1) }], now)
      await updateChange(tx, id, { toldAt: now })
      audit(tx, null, now, { event: 'placement_change.escalated', subjectType: 'placement_change', subjectId: id, details: { number: change.number } })
    })
  }
}

/** The placement ended in another way, the request ends with it: the school has nothing to decide, the student nothing to insist on. */
async function dropMoot(tx: Tx, id: string, now: Date) {
  const change = await lockChangeAnyhow(tx, id)
  if (change?.state !== 'asked' || isToLeave({ ...change, state: change.placementState })) return
  await step(tx, null, change, 'end', { answer: say('zh-Hans', 'wayout:reasons.over')!, answeredAt: now, endedOn: change.placementEndedOn ?? dayOf(now), endedBy: 'school' }, now)
}
