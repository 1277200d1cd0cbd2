import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { addDays, closingOf, dayOf, dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { ask, settle } from '../../inbox/service.ts'
import { faultsOfCheck, isLower, isMinorOn, isMonday, isWeekOf, missedInARow, mondayOf, owedWeeks, sundayOf } from '../rules.ts'
import type { Answers, CheckRow, Level, Question } from './contract.ts'
import { mayHandleCheck, mayReadNote, mayWriteCheck } from './policy.ts'
import { insertCheck, insertFine, listCared, listChecksOf, lockCheckOf, pageOfChecks, updateCheck, type Cared, type Check, type Filter, type Kept } from './tables.ts'

export { findCheck, lockCheck } from './tables.ts'

const answersOf = ({ health, living, pay, hours, mentor, family }: Record<Question, string>) => ({ health, living, pay, hours, mentor, family }) as Answers
const looked = 12 * 7

/** This week's students of the escort: who was asked already, who was not, and since when. */
export async function viewCare(tx: Tx, actor: Actor, given: string | undefined, now: Date) {
  const today = dayOf(now)
  const weekOn = given ?? mondayOf(today)
  refuseWeek(weekOn, now)
  const cared = (await listCared(tx, { escortAccountId: actor.accountId })).filter((one) => isWeekOf(one, weekOn) || (one.from <= sundayOf(weekOn) && one.until >= weekOn))
  const checks = Map.groupBy(await listChecksOf(tx, cared.map(({ placementId }) => placementId), addDays(weekOn, -looked)), ({ placementId }) => placementId)
  const rows = cared.map((one) => {
    const kept = checks.get(one.placementId) ?? []
    const check = kept.find((each) => each.weekOn === weekOn)
    const before = kept.find((each) => each.weekOn < weekOn)
    const owed = owedWeeks(one, weekOn).filter((week) => week < weekOn)
    return {
      placementId: one.placementId, batchId: one.batchId, studentName: one.studentName, studentPhone: one.studentPhone, firmName: one.firmName, postTitle: one.postTitle, minor: isMinorOn(one.birthDate, today),
      check: check ? { id: check.id, answers: answersOf(check), level: check.level as Level, note: check.note, handled: check.handled, version: check.version } : null,
      before: before ? { weekOn: before.weekOn, level: before.level as Level } : null,
      missed: missedInARow(owed, new Set(kept.map((each) => each.weekOn))),
    }
  })
  const batches = new Map(cared.map(({ batchId, batchNumber, batchTitle }) => [batchId, { id: batchId, number: batchNumber, title: batchTitle }]))
  return { weekOn, today, dueOn: sundayOf(weekOn), batches: [...batches.values()], rows, done: rows.filter(({ check }) => check !== null).length }
}

function refuseWeek(weekOn: string, now: Date) {
  if (!isMonday(weekOn)) refuse('invalid_input', { issues: [{ path: ['weekOn'], code: 'not_monday' }] })
  if (weekOn > dayOf(now)) refuse('check_in_future', { weekOn })
}
const refuseOutside = (one: Cared, weekOn: string) => {
  if (one.from > sundayOf(weekOn) || one.until < weekOn) refuse('check_outside', { student: one.studentName, from: one.from, until: one.until })
}

/** The member as the escort may look after it: found among those of the escort, or not at all. */
export async function findCared(tx: Tx, actor: Actor, placementId: string) {
  const [one] = await listCared(tx, { placementIds: [placementId] })
  return one && mayWriteCheck(actor, one) ? one : undefined
}

type Given = { answers: Answers; level: Level; note: string; version: number }
export async function writeCheck(tx: Tx, actor: Actor, one: Cared, weekOn: string, { answers, level, note, version }: Given, now: Date, { demo = false } = {}) {
  refuseWeek(weekOn, now)
  refuseOutside(one, weekOn)
  const issues = faultsOfCheck({ answers, level, note })
  if (issues.length > 0) refuse('invalid_input', { issues })
  const known = await lockCheckOf(tx, one.placementId, weekOn)
  if ((known?.version ?? 0) !== version) refuse('changed_meanwhile')
  if (known && isLower(level, known.level as Level)) refuse('check_raised', { level: known.level })
  if (known?.handled) refuse('wrong_state', { state: 'handled' })
  const written = { ...answers, level, note, madeBy: actor.accountId }
  const kept = known ? await updateCheck(tx, known.id, written) : await insertCheck(tx, { ...written, placementId: one.placementId, batchId: one.batchId, weekOn, demo }, now)
  audit(tx, actor, now, { event: known ? 'welfare_check.changed' : 'welfare_check.made', subjectType: 'welfare_check', subjectId: kept.id, details: { placement: one.placementNumber, weekOn, level } })
  if (level !== 'fine' && level !== known?.level) await raise(tx, actor, one, { id: kept.id, weekOn, level }, now)
  await settleCare(tx, actor, [one], weekOn, now)
  return { id: kept.id, level, version: kept.version }
}

/** Watch: the school. Urgent: the school and the office, by the next working day. */
async function raise(tx: Tx, actor: Actor, one: Cared, { id, weekOn, level }: { id: string; weekOn: string; level: Level }, now: Date) {
  await settle(tx, actor, { subjectType: 'welfare_check', subjectIds: [id] }, 'raise', now)
  const params = { checkId: id, batchId: one.batchId, placementId: one.placementId, student: one.studentName, firm: one.firmName, weekOn, escort: one.escortName }
  const urgent = level === 'urgent'
  const assignees = [{ role: 'school_contact' as const, organisationId: one.schoolId }, ...(urgent ? [{ role: 'secretariat' as const, allianceId: one.allianceId }] : [])]
  await ask(tx, assignees.map((assignee) => ({ kind: urgent ? 'welfare_check.urgent' : 'welfare_check.watch', subjectType: 'welfare_check', subjectId: id, params, assignee, initiatorId: actor.accountId, dueAt: dueInWorkingDays(now, urgent ? 1 : 5) })), now)
}

/** All is well: those who have a check this week keep it, whatever it says. */
export async function writeFine(tx: Tx, actor: Actor, { weekOn, placementIds }: { weekOn: string; placementIds: readonly string[] }, now: Date, { demo = false } = {}) {
  refuseWeek(weekOn, now)
  const cared = await listCared(tx, { placementIds })
  if (cared.length !== new Set(placementIds).size || cared.some((one) => !mayWriteCheck(actor, one))) refuse('invalid_input', { issues: [{ path: ['placementIds'], code: 'unknown' }] })
  for (const one of cared) refuseOutside(one, weekOn)
  const made = await insertFine(tx, cared.map(({ placementId, batchId }) => ({ placementId, batchId, weekOn, madeBy: actor.accountId, demo })), now)
  const numbers = new Map(cared.map((one) => [one.placementId, one.placementNumber]))
  for (const { id, placementId } of made) audit(tx, actor, now, { event: 'welfare_check.made', subjectType: 'welfare_check', subjectId: id, details: { placement: numbers.get(placementId), weekOn, level: 'fine' } })
  await settleCare(tx, actor, cared, weekOn, now)
  return { made: made.length, kept: cared.length - made.length }
}

/** Who was asked is no longer missing; and once all were, the week is done. */
async function settleCare(tx: Tx, actor: Actor, cared: readonly Cared[], weekOn: string, now: Date) {
  await settle(tx, actor, { subjectType: 'assistance_member', subjectIds: cared.map(({ placementId }) => placementId), kinds: ['assistance_member.unchecked'] }, 'check', now)
  if (weekOn !== mondayOf(dayOf(now))) return
  const batchIds = [...new Set(cared.map(({ batchId }) => batchId))]
  const all = (await listCared(tx, { batchIds })).filter((one) => isWeekOf(one, weekOn))
  const checked = new Set((await listChecksOf(tx, all.map(({ placementId }) => placementId), weekOn)).map(({ placementId }) => placementId))
  const done = batchIds.filter((batchId) => all.every((one) => one.batchId !== batchId || checked.has(one.placementId)))
  await settle(tx, actor, { subjectType: 'assistance_batch', subjectIds: done, kinds: ['assistance_batch.care'] }, 'check', now)
}

export async function handleCheck(tx: Tx, actor: Actor, check: Locked<Check>, { done, version }: { done: string; version: number }, now: Date) {
  if (check.version !== version) refuse('changed_meanwhile')
  if (check.level === 'fine' || check.handled) refuse('wrong_state', { state: check.handled ? 'handled' : 'fine' })
  const kept = await updateCheck(tx, check.id, { handled: done, handledBy: actor.accountId, handledAt: now })
  await settle(tx, actor, { subjectType: 'welfare_check', subjectIds: [check.id] }, 'handle', now)
  audit(tx, actor, now, { event: 'welfare_check.handled', subjectType: 'welfare_check', subjectId: check.id, details: { placement: check.placementNumber, level: check.level } })
  return kept
}

export function viewCheck(actor: Actor, check: Check): CheckRow {
  const { id, batchId, batchNumber, placementId, placementNumber, studentName, firmName, schoolName, weekOn, note, handled, handledAt, madeAt, version } = check
  const reads = mayReadNote(actor, check)
  const open = check.level !== 'fine' && !handled
  return {
    id, batchId, batchNumber, placementId, placementNumber, studentName, firmName, schoolName, weekOn, level: check.level as Level, madeAt, handledAt, version,
    answers: reads ? answersOf(check) : null,
    note: reads ? note : null,
    handled: reads ? handled : null,
    madeBy: check.madeByName,
    handledBy: check.handledByName,
    onTime: dayOf(madeAt) <= sundayOf(weekOn),
    can: { change: mayWriteCheck(actor, check) && !handled, handle: open && mayHandleCheck(actor, check) },
  }
}
export async function viewChecks(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }) {
  const { rows, total } = await pageOfChecks(tx, actor, query)
  return { rows: rows.map((row) => viewCheck(actor, row)), total, page: query.page, size: query.size }
}

export type { Cared, Kept }
/** When a week is due: its last day, at the end of the working day. */
export const weekDue = (weekOn: string) => closingOf(sundayOf(weekOn))
