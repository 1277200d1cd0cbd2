import type { Actor } from '../../kernel/actor.ts'
import { addDays, closingOf, dayOf } from '../../kernel/calendar.ts'
import type { Locked, Tx } from '../../kernel/db.ts'
import { advance } from '../inbox/service.ts'
import { placementLife, type PlacementAction, type PlacementInMotion } from './lifecycle.ts'
import { assessWithinDays, readyDaysBefore } from './rules.ts'
import { listVisibleIds, updatePlacement, type Placement, type PlacementChange } from './tables.ts'

/** What the sub-rooms and the rooms to the right ask for. */
export { findPlacement, lockPlacement, lockPlacementsAnyhow, listOfStudent, findTerms, type Placement } from './tables.ts'

/** The placement with what its lifecycle looks at. */
export function inMotion(placement: Placement, now: Date): PlacementInMotion {
  const { id, number, state, allianceId, schoolId, organisationId, studentId, studentName, unitName, title, startsOn, endsOn, endedOn, studentAccountId, tested } = placement
  const last = endedOn ?? endsOn
  const today = dayOf(now)
  return {
    id, number, state, allianceId, schoolId, organisationId, studentId, studentName, unitName, title, startsOn, endsOn, studentAccountId, tested,
    clocks: { beforeStart: closingOf(addDays(startsOn, -readyDaysBefore)), assess: closingOf(addDays(last > today ? last : today, assessWithinDays)) },
  }
}

const momentOf: Partial<Record<PlacementAction, keyof PlacementChange>> = {
  vet: 'vettedAt', consent: 'consentedAt', sign: 'signedAt', insure: 'insuredAt', train: 'trainedAt', activate: 'activatedAt', suspend: 'suspendedAt', change: 'endedAt', endEarly: 'endedAt', assess: 'assessedAt',
  archive: 'archivedAt',
}

/**
 * One step of the lifecycle, stored, with its audit line and its inbox items. It does not judge: who calls it has the guards of the
 * edge behind it (`takeStep` in guards/service.ts), or is a room to the right that keeps its own rules (assess, archive).
 */
export async function go(tx: Tx, by: Actor | null, placement: Locked<Placement>, action: PlacementAction, now: Date, { change = {}, details = {} }: { change?: PlacementChange; details?: Record<string, unknown> } = {}) {
  const then = { ...placement, ...change, state: placement.state }
  const state = await advance(tx, by, placementLife, action, { ...inMotion(then, now), locked: true }, now, { number: placement.number, ...details })
  const moment = momentOf[action]
  return { id: placement.id, state, version: await updatePlacement(tx, placement.id, { ...(moment ? { [moment]: now } : {}), ...change, state }, now) }
}

/** Which of these this actor may see: for the search. */
export const visiblePlacementIds = (tx: Tx, actor: Actor, ids: readonly string[]) => listVisibleIds(tx, actor, ids)
/** Whether files of a placement are open to this actor. */
export const seesPlacement = async (tx: Tx, actor: Actor, placementId: string) => (await listVisibleIds(tx, actor, [placementId])).length > 0
