import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { advance, settle } from '../../inbox/service.ts'
import { isPairedCounty } from '../rules.ts'
import { batchLife, type BatchInMotion } from './lifecycle.ts'
import type { BatchMove } from './policy.ts'
import { findSchool, findTeacher, insertBatch, updateBatch, type Batch, type BatchChange } from './tables.ts'

export { findBatch, lockBatch, lockBatchesAnyhow, type Batch } from './tables.ts'

/** The county school somebody acts for, with its alliance. */
export async function countySchoolOf(tx: Tx, actor: Actor) {
  const school = actor.organisationId ? await findSchool(tx, actor.organisationId) : undefined
  if (!school || !isPairedCounty(school.divisionCode)) refuse('not_a_county_school')
  return { id: school.id, allianceId: school.allianceId ?? refuse('no_alliance') }
}

export type BatchForm = { title: string; authority: string; startsOn: string; endsOn: string; escortId: string; contactName: string; contactPhone: string; remark: string }
export async function faultsOfBatch(tx: Tx, schoolId: string, { startsOn, endsOn, escortId }: Pick<BatchForm, 'startsOn' | 'endsOn' | 'escortId'>) {
  const escort = await findTeacher(tx, schoolId, escortId)
  return [...(endsOn <= startsOn ? [{ path: ['endsOn'], code: 'out_of_order' }] : []), ...(escort ? [] : [{ path: ['escortId'], code: 'unknown' }])]
}

export async function insertPlan(tx: Tx, actor: Actor, school: { id: string; allianceId: string }, form: BatchForm, now: Date, { demo = false } = {}) {
  const number = await nextNumber(tx, 'BF', now)
  const id = await insertBatch(tx, { ...form, number, schoolId: school.id, allianceId: school.allianceId, createdBy: actor.accountId, createdAt: now, updatedAt: now, demo })
  audit(tx, actor, now, { event: 'assistance_batch.planned', subjectType: 'assistance_batch', subjectId: id, details: { number } })
  return { id, number }
}

/** What firms were told stays: once one was asked, the days are fixed. */
export async function changeBatch(tx: Tx, actor: Actor, batch: Locked<Batch>, { version, ...change }: Partial<BatchForm> & { version: number }, now: Date) {
  refuseStale(batch, version, ['planning', 'asked', 'agreed', 'running'])
  const days = { startsOn: change.startsOn ?? batch.startsOn, endsOn: change.endsOn ?? batch.endsOn }
  if (batch.state !== 'planning' && (days.startsOn !== batch.startsOn || days.endsOn !== batch.endsOn)) refuse('wrong_state', { state: batch.state, field: 'startsOn' })
  const issues = await faultsOfBatch(tx, batch.schoolId, { ...days, escortId: change.escortId ?? batch.escortId })
  if (issues.length > 0) refuse('invalid_input', { issues })
  const next = await updateBatch(tx, batch.id, change, now)
  // Another escort: what was asked of the one before is asked anew by night.
  if (change.escortId && change.escortId !== batch.escortId) await settle(tx, actor, { subjectType: 'assistance_batch', subjectIds: [batch.id], kinds: ['assistance_batch.care'] }, 'lapse', now)
  audit(tx, actor, now, { event: 'assistance_batch.changed', subjectType: 'assistance_batch', subjectId: batch.id, details: { fields: Object.keys(change) } })
  return { version: next }
}

export function refuseStale(thing: { state: string; version: number }, version: number, states: readonly string[]) {
  if (!states.includes(thing.state)) refuse('wrong_state', { state: thing.state })
  if (thing.version !== version) refuse('changed_meanwhile')
}

export const inMotion = (batch: Batch): BatchInMotion => batch

const momentOf: Partial<Record<BatchMove, keyof BatchChange>> = { ask: 'askedAt', agree: 'agreedAt', start: 'startedAt', finish: 'finishedAt' }
/** One step of a batch, stored. Who may, was asked. */
export async function step(tx: Tx, by: Actor | null, batch: Locked<Batch>, action: BatchMove, now: Date, change: BatchChange = {}) {
  const state = await advance(tx, by, batchLife, action, { ...inMotion(batch), locked: true }, now, { number: batch.number, ...(change.reason ? { reason: change.reason } : {}) })
  const moment = momentOf[action]
  const version = await updateBatch(tx, batch.id, { ...change, ...(moment ? { [moment]: now } : {}), state }, now)
  return { id: batch.id, state, version }
}
