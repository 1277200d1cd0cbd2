import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import { dueInWorkingDays } from '../../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { nextNumber } from '../../../../kernel/running-number.ts'
import { advance, askFor } from '../../../inbox/service.ts'
import type { Placement } from '../../service.ts'
import { alarmLife, type AlarmAction, type AlarmInMotion, type AlarmState } from '../lifecycle.ts'
import { alarmWithin, firstOf, ruleOfReason, type AlarmReason } from '../rules.ts'
import { insertAlarm, lockLiveAlarms, updateAlarm, type Alarm } from './tables.ts'

export { lockAlarm } from './tables.ts'

export type Raised = { reason: AlarmReason; month: string; source: 'clock' | 'unit' | 'student'; params: Record<string, string | number> }
type Parties = Pick<Placement, 'id' | 'schoolId' | 'organisationId' | 'studentId' | 'allianceId' | 'studentName' | 'unitName' | 'supervisorAccountId' | 'demo'>

/** Raises what is not open already; the same alarm once for a month. A teacher and the school's office hear of it, nobody else. */
export async function raiseAlarms(tx: Tx, by: Actor | null, placement: Parties, raised: readonly Raised[], now: Date) {
  const live = await (raised.length > 0 ? lockLiveAlarms(tx, placement.id) : [])
  const fresh = raised.filter(({ month, reason }) => !live.some((one) => one.monthText === month && one.reason === reason))
  for (const { reason, month, source, params } of fresh) {
    const dueAt = dueInWorkingDays(now, alarmWithin)
    const number = await nextNumber(tx, 'PA', now)
    const id = await insertAlarm(tx, { number, placementId: placement.id, month: firstOf(month), reason, ruleId: ruleOfReason(reason), source, params, openedAt: now, dueAt, demo: placement.demo })
    if (id === null) continue
    audit(tx, by, now, { event: 'pay_alarm.opened', subjectType: 'pay_alarm', subjectId: id, details: { number, month, reason, source } })
    const { schoolId, organisationId, studentId, allianceId, studentName, unitName, supervisorAccountId } = placement
    // Whoever wrote the record is not named as the one who began it: the alarm may rest on the student's word.
    await askFor(tx, null, alarmLife, { id, state: 'open', number, month, studentName, unitName, schoolId, organisationId, studentId, allianceId, supervisorAccountId, takenBy: null, dueAt }, now)
  }
}

type Which = { placementId: string; month: string; source: 'clock' | 'student'; but?: readonly string[] }
/** The clock's alarm of a month ends when pay is recorded; the student's when the student no longer says so. */
export async function lapseAlarms(tx: Tx, by: Actor | null, { placementId, month, source, but = [] }: Which, now: Date) {
  for (const alarm of await lockLiveAlarms(tx, placementId)) {
    if (alarm.monthText !== month || alarm.source !== source || but.includes(alarm.reason)) continue
    const state = await advance(tx, by, alarmLife, 'lapse', { ...inMotion(alarm), locked: true }, now, { number: alarm.number })
    await updateAlarm(tx, alarm.id, { state, dueAt: null, closedAt: now })
  }
}

export function inMotion({ id, state, number, monthText, studentName, unitName, schoolId, organisationId, studentId, allianceId, supervisorAccountId, takenBy, dueAt }: Alarm): AlarmInMotion {
  return { id, state: state as AlarmState, number, month: monthText, studentName, unitName, schoolId, organisationId, studentId, allianceId, supervisorAccountId, takenBy, dueAt }
}

type Step = { action: Exclude<AlarmAction, 'lapse'>; outcome?: string; version: number }
export async function moveAlarm(tx: Tx, actor: Actor, alarm: Locked<Alarm>, { action, outcome, version }: Step, now: Date) {
  if (alarm.version !== version) refuse('changed_meanwhile')
  if (action === 'settle' && [...(outcome ?? '')].length < 5) refuse('invalid_input', { issues: [{ path: ['outcome'], code: 'too_short' }] })
  const change = action === 'take' ? { takenBy: actor.accountId, takenAt: now } : { outcome: outcome!, closedAt: now, dueAt: null }
  const state = await advance(tx, actor, alarmLife, action, { ...inMotion({ ...alarm, ...change }), locked: true }, now, { number: alarm.number, ...(outcome ? { outcome } : {}) })
  return { id: alarm.id, state, version: await updateAlarm(tx, alarm.id, { ...change, state }) }
}
