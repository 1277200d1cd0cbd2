import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { addDays, closingOf, dayOf, dueInWorkingDays } from '../../../kernel/calendar.ts'
import { inTransaction, type Db, type Locked, type Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { agreementsOf, draftAgreement, findAgreementAnyhow, openAgreement, terminateAgreement } from '../../agreements/service.ts'
import { advance, askFor } from '../../inbox/service.ts'
import { heedPaper, letAllGo } from '../places/service.ts'
import { countPlaces, countRetentionOpen } from '../places/tables.ts'
import { countPlan } from '../plans/tables.ts'
import { patience } from '../retention/service.ts'
import { forbiddenRequest, missingClauses, missingInPlan, whyNotStart } from '../rules.ts'
import type { ClassAction, ClassRequest } from './contract.ts'
import { classLife, type ClassInMotion } from './lifecycle.ts'
import type { ClassMove } from './policy.ts'
import { findAlliance, insertClass, listCohortsOf, lockClassesAnyhow, replaceCohorts, updateClass, type ClassChange, type OrderClass } from './tables.ts'

export { findClass, lockClass, type OrderClass } from './tables.ts'

function refuseNonsense(request: ClassRequest) {
  const forbidden = forbiddenRequest(request)
  if (forbidden.length > 0) refuse('class_rule_forbids', { rule: forbidden[0]!.rule, code: forbidden[0]!.code, all: forbidden })
  const issues = [...(request.endsOn <= request.startsOn ? [{ path: ['endsOn'], code: 'out_of_order' }] : []), ...(request.minSeats > request.seats ? [{ path: ['minSeats'], code: 'over_seats' }] : [])]
  if (issues.length > 0) refuse('invalid_input', { issues })
}

/** A firm asks a school of its alliance. */
export async function request(tx: Tx, actor: Actor, given: ClassRequest, now: Date) {
  refuseNonsense(given)
  const organisationId = actor.organisationId!
  const alliance = (await findAlliance(tx, [organisationId, given.schoolId])) ?? refuse('no_alliance')
  const number = await nextNumber(tx, 'DB', now)
  const { trainees: _trainees, ...fields } = given
  const id = await insertClass(tx, { ...fields, number, organisationId, allianceId: alliance.allianceId, createdBy: actor.accountId, createdAt: now, updatedAt: now })
  const [made] = await lockClassesAnyhow(tx, [id])
  audit(tx, actor, now, { event: 'order_class.requested', subjectType: 'order_class', subjectId: id, details: { number, kind: given.kind, seats: given.seats } })
  await askFor(tx, actor, classLife, inMotion(made!, now), now)
  return { id, number }
}

export async function change(tx: Tx, actor: Actor, one: Locked<OrderClass>, { version, ...given }: ClassRequest & { version: number }, now: Date) {
  refuseStale(one, version, ['requested'])
  if (given.schoolId !== one.schoolId) refuse('invalid_input', { issues: [{ path: ['schoolId'], code: 'fixed' }] })
  refuseNonsense(given)
  const { trainees: _trainees, schoolId: _school, ...fields } = given
  const next = await updateClass(tx, one.id, fields, now)
  audit(tx, actor, now, { event: 'order_class.changed', subjectType: 'order_class', subjectId: one.id })
  return { id: one.id, state: one.state, version: next }
}

export function refuseStale(one: Locked<OrderClass>, version: number, states: readonly string[]) {
  if (!states.includes(one.state)) refuse('wrong_state', { state: one.state })
  if (one.version !== version) refuse('changed_meanwhile')
}

/** The class with what its lifecycle looks at. */
export const inMotion = (one: OrderClass, now: Date): ClassInMotion => ({
  ...one,
  clocks: { ten: dueInWorkingDays(now, 10), twenty: dueInWorkingDays(now, 20), start: closingOf(one.startsOn), end: closingOf(one.endsOn) },
})

/** One step of a class: what the lifecycle says, then what is stored. Who may, was asked. */
export async function step(tx: Tx, by: Actor | null, one: Locked<OrderClass>, action: ClassMove, changed: ClassChange, now: Date, details: Record<string, unknown> = {}) {
  const state = await advance(tx, by, classLife, action, { ...inMotion(one, now), locked: true }, now, { number: one.number, ...details })
  const version = await updateClass(tx, one.id, { ...changed, state }, now)
  return { id: one.id, state, version }
}

type Judgement = { programmeId: string; cohortIds: readonly string[]; teacherCount: number; note: string; version: number }
/** Programme, cohorts, teachers: what the school can do, in its own words. */
export async function judge(tx: Tx, actor: Actor, one: Locked<OrderClass>, { programmeId, cohortIds, teacherCount, note, version }: Judgement, now: Date) {
  refuseStale(one, version, ['requested'])
  const cohorts = await listCohortsOf(tx, one.schoolId, programmeId, cohortIds)
  if (cohorts.length !== new Set(cohortIds).size) refuse('invalid_input', { issues: [{ path: ['cohortIds'], code: 'unknown' }] })
  await replaceCohorts(tx, one.id, cohorts.map(({ id }) => id))
  const cohortSize = cohorts.reduce((sum, { studentsHere }) => sum + studentsHere, 0)
  return step(tx, actor, one, 'judge', { programmeId, cohortSize, teacherCount, feasibilityNote: note }, now, { cohortSize, teacherCount })
}

type Terms = { quitting: string; replacement: string; breach: string; costs: string; version: number }
/** Seats, pay floor, quitting, replacement, breach, cost: drafted and opened for both houses to sign. */
export async function draftTerms(tx: Tx, actor: Actor, one: Locked<OrderClass>, { version, ...terms }: Terms, now: Date) {
  refuseStale(one, version, ['feasible'])
  const missing = missingClauses(terms)
  if (missing.length > 0) refuse('invalid_input', { issues: missing.map((field) => ({ path: [field], code: 'too_short' })) })
  const live = (await agreementsOf(tx, 'order_class', [one.id])).get(one.id)
  if (live?.length) refuse('agreement_exists', { number: live[0]!.number })
  const { id: agreementId } = await draftAgreement(
    tx, actor,
    {
      kind: 'order_class', subject: { kind: 'order_class', id: one.id }, allianceId: one.allianceId, keeperId: one.schoolId, title: `${one.title}合作协议`,
      facts: { className: one.title, programme: one.programmeName ?? '', seats: String(one.seats), payFloor: `每月 ${one.payFloor} 元`, quitNotice: '约定时间', breach: terms.breach, costs: terms.costs, post: one.postTitle },
      sections: {
        seats: `双方共同开办${one.title}，专业为${one.programmeName}，面向${one.postTitle}岗位，计划招收 ${one.seats} 人；报名不足 ${one.minSeats} 人的，不开班。`,
        costs: `${terms.costs} 本条向社会公开。任何一方不向学生收取培训费、押金、岗位安置费。`,
        quitting: `退出：${terms.quitting} 替补：${terms.replacement} 学生退出不承担违约金。`,
        breach: terms.breach,
      },
      parties: [{ kind: 'organisation', organisationId: one.schoolId }, { kind: 'organisation', organisationId: one.organisationId }], startsOn: one.startsOn, endsOn: one.endsOn,
    },
    now,
  )
  await openAgreement(tx, actor, agreementId, now)
  const next = await updateClass(tx, one.id, terms, now)
  audit(tx, actor, now, { event: 'order_class.agreement_drafted', subjectType: 'order_class', subjectId: one.id, details: { agreementId } })
  return { agreementId, version: next }
}

type Moving = { action: ClassAction; reason?: string; minutes?: string; approvedOn?: string; startedOn?: string; version: number }
export async function move(tx: Tx, actor: Actor | null, one: Locked<OrderClass>, given: Moving, now: Date) {
  const { action, version } = given
  refuseStale(one, version, classLife.transitions[action].from)
  const { changed, details } = await deedOf(tx, actor, one, given, now)
  return step(tx, actor, one, action, changed, now, details)
}

async function deedOf(tx: Tx, actor: Actor | null, one: Locked<OrderClass>, { action, ...given }: Moving, now: Date): Promise<{ changed: ClassChange; details?: Record<string, unknown> }> {
  const today = dayOf(now)
  const reason = given.reason?.trim()
  const because = () => reason || refuse('reason_needed', { field: 'reason' })
  switch (action) {
    case 'decline':
      return { changed: { reason: because() }, details: { reason } }
    case 'plan': {
      const missing = missingInPlan(await countPlan(tx, one.id))
      if (missing.length > 0) refuse('plan_incomplete', { missing })
      const planMinutes = given.minutes?.trim() || refuse('reason_needed', { field: 'minutes' })
      const planApprovedOn = given.approvedOn ?? today
      if (planApprovedOn > today) refuse('invalid_input', { issues: [{ path: ['approvedOn'], code: 'future' }] })
      return { changed: { planMinutes, planApprovedOn }, details: { minutes: planMinutes } }
    }
    case 'start': {
      const roll = await countPlaces(tx, one.id)
      const no = whyNotStart({ ...roll, minSeats: one.minSeats })
      if (no) refuse(no, { ...roll, minSeats: one.minSeats })
      const startedOn = given.startedOn ?? today
      if (startedOn > today) refuse('invalid_input', { issues: [{ path: ['startedOn'], code: 'future' }] })
      return { changed: { startedOn }, details: { enrolled: roll.enrolled } }
    }
    case 'assess': {
      const { enrolled } = await countPlaces(tx, one.id)
      if (enrolled > 0) refuse('finals_missing', { left: enrolled })
      return { changed: { assessedOn: today } }
    }
    case 'close': {
      if (await isStillFollowed(tx, one.id, today)) refuse('retention_open')
      return { changed: {} }
    }
    case 'withdraw':
    case 'end': {
      because()
      for (const { id } of (await agreementsOf(tx, 'order_class', [one.id])).get(one.id) ?? []) await terminateAgreement(tx, actor, id, { reason: reason!, endedOn: today }, now)
      if (action === 'end') await letAllGo(tx, actor, one.id, reason!, now)
      return { changed: { reason }, details: { reason } }
    }
  }
}

/** Offers without an answer, or students who will still be asked whether they stayed. */
export async function isStillFollowed(tx: Tx, classId: string, today: string) {
  const { unanswered } = await countPlaces(tx, classId)
  return unanswered > 0 || (await countRetentionOpen(tx, classId, addDays(today, -patience))) > 0
}

/** An agreement has come into force, or ended: of a class, or of a place in one. */
export async function heedAgreement(db: Db, agreementId: string, now: Date) {
  await inTransaction(db, async (tx) => {
    const agreement = await findAgreementAnyhow(tx, agreementId)
    if (agreement?.subjectKind === 'class_member') return heedPaper(tx, agreement.subjectId, agreement.state, now)
    if (agreement?.subjectKind !== 'order_class' || agreement.state !== 'concluded') return
    const [one] = await lockClassesAnyhow(tx, [agreement.subjectId])
    if (one?.state === 'feasible') await step(tx, null, one, 'agree', {}, now, { agreement: agreement.number })
  })
}
