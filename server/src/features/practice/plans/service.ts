import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf, dueInWorkingDays, isWorkingDay } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import type { Assignee } from '../../../kernel/lifecycle.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { advance, settle } from '../../inbox/service.ts'
import { contactRoleOf } from '../../members/service.ts'
import { lockOpeningAnyhow, type Opening } from '../openings/service.ts'
import { whyNotTake } from '../openings/rules.ts'
import { isHost } from '../policy.ts'
import { creditedDays, isOverShare, peakAway } from '../rules.ts'
import { findAllianceOf, findOrganisation, findProfile, findSettings, findTeacher, findTeacherOfAccount } from '../tables.ts'
import type { PlanAction, PlanFields } from './contract.ts'
import { endAgreement, lacksAgreement } from './agreement/service.ts'
import { planLife, type PlanInMotion } from './lifecycle.ts'
import { hasPaper } from './papers/service.ts'
import { acceptWithin, appraiseWithin, approveWithin, archiveWithin, assessWithin, creditWithin, endorseWithin, faultsOfAppraisal, faultsOfDates, faultsOfFinish, gapsOf, repairWithin, type Fault } from './rules.ts'
import { countDepartment, insertCheck, insertDays, insertPlan, listAway, listChecks, listWeeks, lockDepartment, lockPlanAnyhow, updateContent, updatePlan, type Plan, type PlanChange } from './tables.ts'

export { findPlan, listVisibleIds as visiblePlanIds, lockPlan, lockPlanAnyhow, type Plan } from './tables.ts'

const refuseFaults = (issues: readonly Fault[]) => void (issues.length > 0 && refuse('invalid_input', { issues }))

/** Whose stay it is: the teacher's own, or that of the one the school's office names. */
async function teacherOf(tx: Tx, actor: Actor, named: string | undefined) {
  const own = hasRole(actor, 'teacher')
  const teacher = own ? await findTeacherOfAccount(tx, actor.accountId, actor.organisationId!) : named && (await findTeacher(tx, actor.organisationId!, named))
  if (own && !teacher) return refuse('teacher_not_linked')
  return teacher || refuse('invalid_input', { issues: [{ path: ['teacherId'], code: named ? 'unknown' : 'missing' }] })
}

/** Where it leads: to an opening that still has room, or to a firm by name. */
async function placeOf(tx: Tx, { openingId, organisationId, ...fields }: PlanFields) {
  const opening = openingId ? ((await lockOpeningAnyhow(tx, openingId)) ?? refuse('invalid_input', { issues: [{ path: ['openingId'], code: 'unknown' }] })) : null
  if (opening) refuseFull(opening)
  const firm = await findOrganisation(tx, opening?.organisationId ?? organisationId ?? refuse('invalid_input', { issues: [{ path: ['organisationId'], code: 'missing' }] }))
  if (!firm || ['school', 'government'].includes(firm.kind)) return refuse('invalid_input', { issues: [{ path: ['organisationId'], code: 'unknown' }] })
  refuseFaults(faultsOfDates(fields, opening && { startsOn: opening.startsOn!, endsOn: opening.endsOn! }))
  return { ...fields, form: opening?.form ?? fields.form, openingId, organisationId: firm.id }
}
const refuseFull = (opening: Opening) => {
  const no = whyNotTake(opening)
  if (no) refuse(no, { title: opening.title })
}

export async function writePlan(tx: Tx, actor: Actor, { teacherId, ...fields }: PlanFields & { teacherId?: string }, now: Date, { demo = false } = {}) {
  const teacher = await teacherOf(tx, actor, teacherId)
  const place = await placeOf(tx, fields)
  const allianceId = (await findAllianceOf(tx, teacher.schoolId)) ?? refuse('cannot_speak')
  const number = await nextNumber(tx, 'SJ', now)
  const id = await insertPlan(tx, { ...place, number, allianceId, schoolId: teacher.schoolId, teacherId: teacher.id, createdBy: actor.accountId, createdAt: now, updatedAt: now, demo })
  audit(tx, actor, now, { event: 'practice_plan.written', subjectType: 'practice_plan', subjectId: id, details: { number } })
  return { id, number, version: 1 }
}

/** What was handed in stays as it was read, unless it comes back. */
export async function changePlan(tx: Tx, actor: Actor, plan: Locked<Plan>, { version, ...fields }: PlanFields & { version: number }, now: Date) {
  if (plan.state !== 'planned') refuse('wrong_state', { state: plan.state })
  if ((await updateContent(tx, plan.id, version, { ...(await placeOf(tx, fields)), updatedAt: now })) === 0) refuse('changed_meanwhile')
  audit(tx, actor, now, { event: 'practice_plan.changed', subjectType: 'practice_plan', subjectId: plan.id, details: { number: plan.number } })
  return { id: plan.id, number: plan.number, version: version + 1 }
}

/** The plan with what its lifecycle looks at: who is asked, and by when. */
export function inMotion(plan: Plan, now: Date): PlanInMotion {
  const { id, number, state, teacherName, organisationName, startsOn, appliedAt, dueAt, reason, schoolId, organisationId, teacherAccountId, headAccountId } = plan
  const office: Assignee = { role: 'school_contact', organisationId: schoolId }
  return {
    id, number, state, teacherName, organisationName, startsOn, appliedAt, dueAt, reason, schoolId, organisationId, teacherAccountId, headAccountId, office,
    teacher: teacherAccountId ? { accountId: teacherAccountId } : office,
    // Who heads the department does not agree to the own plan.
    department: headAccountId && headAccountId !== teacherAccountId ? { accountId: headAccountId } : office,
    firm: plan.firmSignsIn ? { role: contactRoleOf(plan.organisationKind), organisationId } : office,
    today: dayOf(now),
    clocks: { repair: dueInWorkingDays(now, repairWithin), archive: dueInWorkingDays(now, archiveWithin) },
  }
}

/** Moves, stores, and answers what the page needs. Whoever is asked is asked about what the plan becomes. */
export async function go(tx: Tx, by: Actor | null, plan: Locked<Plan>, action: PlanAction, change: PlanChange, now: Date, details: Record<string, unknown> = {}) {
  const next = { ...plan, dueAt: null, ...change, state: plan.state }
  const state = await advance(tx, by, planLife, action, { ...inMotion(next, now), locked: true }, now, { number: plan.number, ...details })
  return { id: plan.id, state, version: await updatePlan(tx, plan.id, { dueAt: null, escalation: 0, ...change, state }, now) }
}

export type Step = { action: PlanAction; version: number; reason?: string; awayReason?: string; guideName?: string; guidePhone?: string; paper?: boolean; endedOn?: string; summary?: string; grade?: string; words?: string }
const reasoned = ['return', 'decline', 'refuse', 'withdraw', 'fail']

/** One step of a plan, by hand. */
export async function movePlan(tx: Tx, actor: Actor, plan: Locked<Plan>, step: Step, now: Date) {
  if (plan.version !== step.version) refuse('changed_meanwhile')
  const { action } = step
  const reason = step.reason || (action === 'fail' ? step.words : undefined)
  if (reasoned.includes(action) && !reason && !(action === 'withdraw' && plan.state === 'planned')) refuse('reason_needed', { field: 'reason' })
  if (action === 'apply') return apply(tx, actor, plan, now)
  if (action === 'approve') return approve(tx, actor, plan, step.awayReason, now)
  if (action === 'accept') return accept(tx, actor, plan, step, now)
  if (action === 'start') return start(tx, actor, plan, now)
  if (action === 'finish') return finish(tx, actor, plan, step, now)
  if (action === 'appraise') return appraise(tx, actor, plan, step, now)
  if (action === 'credit') return credit(tx, actor, plan, now)
  if (action === 'refuse') await refuseWithoutPaper(tx, actor, plan, 'acceptance', step.paper)
  const changes: Record<Exclude<PlanAction, 'apply' | 'approve' | 'accept' | 'start' | 'finish' | 'appraise' | 'credit'>, PlanChange> = {
    endorse: { endorsedAt: now, endorsedBy: actor.accountId, dueAt: dueInWorkingDays(now, approveWithin) },
    return: { reason: reason! },
    decline: { reason: reason! },
    refuse: { reason: reason! },
    pass: { assessedAt: now, assessedBy: actor.accountId, passed: true, assessment: step.words ?? '', dueAt: dueInWorkingDays(now, creditWithin) },
    fail: { assessedAt: now, assessedBy: actor.accountId, passed: false, assessment: reason! },
    archive: { archivedAt: now },
    withdraw: { reason: reason ?? null },
  }
  if (action === 'pass' && plan.state === 'appraised') await refuseOpenWeeks(tx, plan)
  const moved = await go(tx, actor, plan, action, changes[action], now, reason ? { reason } : {})
  if (action === 'withdraw') await endAgreement(tx, actor, plan, reason ?? '', now)
  if (['withdraw', 'archive'].includes(action)) await settleAll(tx, actor, plan, action, now)
  return moved
}

async function apply(tx: Tx, actor: Actor, plan: Locked<Plan>, now: Date) {
  const gaps = plan.state === 'planned' ? gapsOf(plan, dayOf(now)) : []
  if (gaps.length > 0) refuse('need_incomplete', { gaps })
  if (plan.openingId && plan.state === 'planned') refuseFull((await lockOpeningAnyhow(tx, plan.openingId))!)
  const departmentId = (await findProfile(tx, plan.teacherId))?.departmentId ?? null
  // The head is read with the department: who is asked is the one of today.
  await updatePlan(tx, plan.id, { departmentId }, now)
  const moved = await go(tx, actor, (await lockPlanAnyhow(tx, plan.id))!, 'apply', { appliedAt: now, reason: null, dueAt: dueInWorkingDays(now, endorseWithin) }, now)
  await settle(tx, actor, { subjectType: 'teacher', subjectIds: [plan.teacherId], kinds: ['practice.plan_ahead'] }, 'submit', now)
  return moved
}

export type Share = { away: number; of: number; percent: number; over: boolean; on: string }
/** How many of the department are away at once with this plan. */
export async function shareOf(tx: Tx, plan: Pick<Plan, 'teacherId' | 'schoolId' | 'startsOn' | 'endsOn'>): Promise<Share | null> {
  const departmentId = (await findProfile(tx, plan.teacherId))?.departmentId
  if (!departmentId) return null
  const { awayPercent } = await findSettings(tx, plan.schoolId)
  const of = await countDepartment(tx, departmentId)
  const { away, on } = peakAway(plan, await listAway(tx, departmentId, plan))
  return { away, of, percent: awayPercent, over: isOverShare(away, of, awayPercent), on }
}

/** The academic office's yes. More away than the department's share needs a reason, which is kept with who gave it. */
async function approve(tx: Tx, actor: Actor, plan: Locked<Plan>, awayReason: string | undefined, now: Date) {
  const departmentId = (await findProfile(tx, plan.teacherId))?.departmentId
  if (departmentId) await lockDepartment(tx, departmentId)
  const share = await shareOf(tx, plan)
  if (share?.over && !awayReason) refuse('share_reason_needed', { away: share.away, of: share.of, percent: share.percent, on: share.on })
  const kept = share ? { awayCount: share.away, awayOf: share.of, awayReason: share.over ? awayReason! : null } : {}
  return go(tx, actor, plan, 'approve', { approvedAt: now, approvedBy: actor.accountId, dueAt: dueInWorkingDays(now, acceptWithin), ...kept }, now, share?.over ? { away: share.away, of: share.of, reason: awayReason } : {})
}

/** What the office says for the firm stands on the firm's paper. */
async function refuseWithoutPaper(tx: Tx, actor: Actor, plan: Plan, part: 'acceptance' | 'appraisal', paper: boolean | undefined) {
  if (isHost(actor, plan.organisationId)) return
  if (!paper || !(await hasPaper(tx, plan.id, part))) refuse('paper_needed')
}

async function accept(tx: Tx, actor: Actor, plan: Locked<Plan>, { guideName, guidePhone, paper }: Step, now: Date) {
  await refuseWithoutPaper(tx, actor, plan, 'acceptance', paper)
  if (!guideName) refuse('invalid_input', { issues: [{ path: ['guideName'], code: 'missing' }] })
  if (plan.openingId && plan.state === 'approved') refuseFull((await lockOpeningAnyhow(tx, plan.openingId))!)
  const onPaper = !isHost(actor, plan.organisationId)
  return go(tx, actor, plan, 'accept', { acceptedAt: now, acceptedBy: actor.accountId, guideName, guidePhone: guidePhone ?? null, onPaper }, now, onPaper ? { onPaper } : {})
}

/** On the first day or after it, by hand or by the clock. */
export async function start(tx: Tx, by: Actor | null, plan: Locked<Plan>, now: Date) {
  if (plan.state === 'accepted' && plan.startsOn <= dayOf(now) && (await lacksAgreement(tx, plan))) refuse('agreement_unsigned')
  return go(tx, by, plan, 'start', { startedAt: now }, now)
}

/** The stay is over: what was written so far is handed in, and the firm says what it was worth. */
async function finish(tx: Tx, actor: Actor, plan: Locked<Plan>, { summary, endedOn }: Step, now: Date) {
  if (plan.state === 'practising') refuseFaults(faultsOfFinish({ summary, endedOn }, { startsOn: plan.startsOn, endsOn: plan.endsOn, today: dayOf(now) }))
  const moved = await go(tx, actor, plan, 'finish', { summary: summary!, endedOn: endedOn!, finishedAt: now, dueAt: dueInWorkingDays(now, appraiseWithin) }, now, { endedOn })
  await settle(tx, actor, { subjectType: 'practice_plan', subjectIds: [plan.id], kinds: ['practice_plan.finish', 'practice_plan.silent'] }, 'finish', now)
  return moved
}

async function appraise(tx: Tx, actor: Actor, plan: Locked<Plan>, { grade, words, paper }: Step, now: Date) {
  await refuseWithoutPaper(tx, actor, plan, 'appraisal', paper)
  refuseFaults(faultsOfAppraisal({ grade, words }))
  return go(tx, actor, plan, 'appraise', { appraisedAt: now, appraisedBy: actor.accountId, appraisalGrade: grade!, appraisal: words!, dueAt: dueInWorkingDays(now, assessWithin) }, now, { grade })
}

/** Every week that was sent has its answer before the school assesses: what nobody accepted is worth nothing, and that is decided, not forgotten. */
async function refuseOpenWeeks(tx: Tx, plan: Plan) {
  const open = (await listWeeks(tx, plan.id)).filter(({ state }) => state === 'sent')
  if (open.length > 0) refuse('weeks_open', { count: open.length })
}

/** What the accepted weeks are worth by now. */
export async function worthOf(tx: Tx, plan: Pick<Plan, 'id' | 'schoolId' | 'startsOn' | 'endsOn' | 'endedOn'>) {
  const weeks = await listWeeks(tx, plan.id)
  const { restDays } = await findSettings(tx, plan.schoolId)
  const dates = { startsOn: plan.startsOn, endedOn: plan.endedOn ?? plan.endsOn, restDays }
  const accepted = weeks.filter(({ state }) => state === 'confirmed').map(({ id, weekOn, days }) => ({ journalId: id, weekOn, days }))
  return { days: creditedDays(dates, accepted, isWorkingDay), waiting: weeks.filter(({ state }) => state === 'sent').length, weeks }
}

/** The days enter the teacher's account, each once and only out of accepted weeks: the constraints of practice_day see to it. */
async function credit(tx: Tx, actor: Actor, plan: Locked<Plan>, now: Date) {
  if (plan.state === 'passed') await refuseOpenWeeks(tx, plan)
  const { days } = await worthOf(tx, plan)
  if (days.length === 0 && plan.state === 'passed') refuse('nothing_to_credit')
  const moved = await go(tx, actor, plan, 'credit', { creditedAt: now, creditedBy: actor.accountId }, now, { days: days.length })
  await insertDays(tx, days.map(({ day, kind, journalId }) => ({ teacherId: plan.teacherId, day, kind, planId: plan.id, journalId, claimId: null, firstOn: plan.startsOn, lastOn: plan.endsOn })))
  return { ...moved, creditedDays: days.length }
}

/** Nothing is asked any more about a plan that has ended. */
const settleAll = (tx: Tx, actor: Actor, plan: Plan, outcome: string, now: Date) => settle(tx, actor, { subjectType: 'practice_plan', subjectIds: [plan.id] }, outcome, now)

export async function writeCheck(tx: Tx, actor: Actor, plan: Locked<Plan>, check: { checkedOn: string; how: string; finding: string; good: boolean }, now: Date) {
  if (!['practising', 'finished'].includes(plan.state)) refuse('wrong_state', { state: plan.state })
  const day = check.checkedOn < plan.startsOn ? 'outside' : check.checkedOn > dayOf(now) ? 'future' : null
  if (day) refuse('invalid_input', { issues: [{ path: ['checkedOn'], code: day }] })
  const id = await insertCheck(tx, { ...check, planId: plan.id, checkedBy: actor.accountId, createdAt: now })
  await settle(tx, actor, { subjectType: 'practice_plan', subjectIds: [plan.id], kinds: ['practice_plan.check', ...(check.good ? ['practice_plan.silent'] : [])] }, 'check', now)
  audit(tx, actor, now, { event: 'practice_plan.checked', subjectType: 'practice_plan', subjectId: plan.id, details: { number: plan.number, good: check.good } })
  return { id }
}
export const checksOf = (tx: Tx, planId: string) => listChecks(tx, planId)
