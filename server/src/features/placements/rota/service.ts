import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { addDays, dayOf, dueInWorkingDays, isWorkingDay } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { ask, settle } from '../../inbox/service.ts'
import { finding, withSeverities, type Finding } from '../../needs/law/rules.ts'
import { severitiesOf, viewFinding } from '../../needs/law/service.ts'
import { lastDayOf, mondayOf } from '../logs/rules.ts'
import { lockPlacementsAnyhow, visiblePlacementIds, type Placement } from '../service.ts'
import type { ShiftFields } from './contract.ts'
import { faultsOfRota, findingsOfRota, nextDay, spanOf, type Shift } from './rules.ts'
import { deleteShifts, insertShifts, listShifts } from './tables.ts'

/** Findings with the severity this alliance gives them; what was worked already can only be warned about. */
export async function judgeRota(tx: Tx, allianceId: string, shifts: readonly Shift[], { kind, fieldOf }: { kind: 'planned' | 'actual'; fieldOf: (at: number) => string }): Promise<Finding[]> {
  const found = findingsOfRota(shifts, { isWorkingDay }).map(({ ruleId, variant, at, params }) => finding(ruleId, at === 'week' ? 'week' : fieldOf(at), { variant, params, ...(ruleId === '1.30' ? { severity: 'block' as const } : {}) }))
  const judged = withSeverities(found, await severitiesOf(tx, allianceId))
  return kind === 'planned' ? judged : judged.map((one) => ({ ...one, severity: 'warn' as const }))
}

type Wish = { kind: 'planned' | 'actual'; shifts: readonly ShiftFields[]; seen: readonly string[]; also: readonly string[] }
/** The week as it is to be. Planned shifts the law forbids are not saved; actual ones are, with a reason, and the teacher is told. */
export async function writeRota(tx: Tx, actor: Actor, placement: Locked<Placement>, week: string, { kind, shifts, seen, also }: Wish, now: Date) {
  if (week !== mondayOf(week)) refuse('invalid_input', { issues: [{ path: ['week'], code: 'no_monday' }] })
  if (!['signed', 'insured', 'trained', 'active', 'suspended', ...(kind === 'actual' ? ['changed', 'ended_early'] : [])].includes(placement.state)) refuse('wrong_state', { state: placement.state })
  const issues = faultsOfRota(shifts, frameOf(placement, week, kind, now))
  if (issues.length > 0) refuse('invalid_input', { issues })
  const findings = await judgeRota(tx, placement.allianceId, shifts, { kind, fieldOf: (at) => `shifts.${at}` })
  const blocks = findings.filter(({ severity }) => severity === 'block')
  if (blocks.length > 0) refuse('rule_forbids', { findings: blocks.map(viewFinding), ...firstRule(blocks) })
  const silent = findings.filter(({ severity, field }) => severity === 'warn' && !reasonFor(field, shifts))
  if (silent.length > 0) refuse('rule_reason_needed', { findings: silent.map(viewFinding) })

  const before = (await listShifts(tx, [placement.id], week)).filter((shift) => shift.kind === kind).map(({ id }) => id)
  if (before.length !== seen.length || before.some((id) => !seen.includes(id))) refuse('changed_meanwhile')
  await deleteShifts(tx, before)
  const others = kind === 'planned' ? await withoutShifts(tx, actor, placement, week, also, now) : []
  const rowsFor = (placementId: string) => shifts.map((shift) => rowOf(actor, placementId, kind, shift))
  const ids = await insertShifts(tx, rowsFor(placement.id), now)
  await insertShifts(tx, others.flatMap((one) => rowsFor(one.id)), now)
  for (const one of [placement, ...others]) audit(tx, actor, now, { event: kind === 'planned' ? 'rota.planned' : 'rota.reported', subjectType: 'placement', subjectId: one.id, details: { number: one.number, week, shifts: shifts.length, rules: findings.map(({ ruleId }) => ruleId) } })
  if (findings.length > 0 && kind === 'actual') await tellTeacher(tx, actor, placement, week, now)
  return { ids, also: others.length }
}

const firstRule = ([first]: readonly Finding[]) => ({ ruleId: first!.ruleId })
const reasonFor = (field: string, shifts: readonly ShiftFields[]) => {
  const some = field === 'week' ? shifts : [shifts[Number(field.slice('shifts.'.length))]!]
  return some.some(({ reason }) => [...(reason ?? '')].length >= 5)
}
const frameOf = ({ startsOn, endsOn, endedOn }: Placement, week: string, kind: 'planned' | 'actual', now: Date) => ({ week, weekEnd: addDays(week, 6), startsOn, lastDay: lastDayOf({ endsOn, endedOn }), today: dayOf(now), kind })

function rowOf(actor: Actor, placementId: string, kind: string, { day, from, until, breakMinutes, filingNumber, filedOn, reason }: ShiftFields) {
  const ends = spanOf({ from, until })[1] > 1440 ? nextDay(day) : day
  return { placementId, kind, starts: `${day} ${from}`, ends: `${ends} ${until}`, breakMinutes, filingNumber: filingNumber || null, filedOn: filedOn ?? null, reason: reason || null, writtenBy: actor.accountId }
}

/** Students of the same unit and school whom the same shifts fit and who have none that week. */
async function withoutShifts(tx: Tx, actor: Actor, { id, organisationId }: Placement, week: string, also: readonly string[], now: Date) {
  const ids = await visiblePlacementIds(tx, actor, also.filter((one) => one !== id))
  const taken = new Set((await listShifts(tx, ids, week)).filter(({ kind }) => kind === 'planned').map(({ placementId }) => placementId))
  const weekEnd = addDays(week, 6)
  return (await lockPlacementsAnyhow(tx, ids.filter((one) => !taken.has(one)))).filter(
    (one) => one.organisationId === organisationId && ['signed', 'insured', 'trained', 'active'].includes(one.state) && one.startsOn <= week && lastDayOf(one) >= weekEnd && dayOf(now) <= lastDayOf(one),
  )
}

async function tellTeacher(tx: Tx, actor: Actor, { id, supervisorAccountId, schoolId, studentName, unitName }: Placement, week: string, now: Date) {
  const assignee = supervisorAccountId ? { accountId: supervisorAccountId } : ({ role: 'school_contact', organisationId: schoolId } as const)
  await ask(tx, [{ kind: 'rota.note', subjectType: 'rota', subjectId: id, params: { student: studentName, unit: unitName, week }, assignee, initiatorId: actor.accountId, dueAt: dueInWorkingDays(now, 3) }], now)
}

export async function noteRota(tx: Tx, actor: Actor, placement: Locked<Placement>, week: string, remark: string, now: Date) {
  audit(tx, actor, now, { event: 'rota.noted', subjectType: 'placement', subjectId: placement.id, details: { number: placement.number, week, remark } })
  await settle(tx, actor, { subjectType: 'rota', subjectIds: [placement.id] }, 'answer', now)
  return {}
}
