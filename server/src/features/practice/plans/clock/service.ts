import { closingOf, dayOf, dueInWorkingDays } from '../../../../kernel/calendar.ts'
import { inReadOnlyTransaction, inTransaction, type Db, type Locked, type Tx } from '../../../../kernel/db.ts'
import type { Assignee } from '../../../../kernel/lifecycle.ts'
import { findAgreementAnyhow } from '../../../agreements/service.ts'
import { ask, settle } from '../../../inbox/service.ts'
import { lapseOpening, listPastIds, lockOpeningAnyhow } from '../../openings/service.ts'
import { isSoon, standingsOf } from '../../roster/service.ts'
import { listRosterOf } from '../../roster/tables.ts'
import { addMonths, mondayOf } from '../../rules.ts'
import { findSettings } from '../../tables.ts'
import { lacksAgreement } from '../agreement/service.ts'
import { checkDueOn, finishWithin } from '../rules.ts'
import { inMotion, lockPlanAnyhow, start, type Plan } from '../service.ts'
import { updatePlan } from '../tables.ts'
import { factsForClock, listForClock, listSchoolsWithTeachers } from './tables.ts'
import { isSilent, weeksOwed, writeDueOn } from './rules.ts'

/** Every night: stays begin, weeks are asked for, what is late is told. Each plan in a transaction of its own; one that fails does not hold up the others. */
export async function watchPractice(db: Db, now: Date) {
  const failures: unknown[] = []
  const each = async (work: (tx: Tx) => Promise<void>) => void (await inTransaction(db, work).catch((error: unknown) => failures.push(error)))
  const { plans, openings, schools } = await inReadOnlyTransaction(db, async (tx) => ({ plans: await listForClock(tx, now, dayOf(now)), openings: await listPastIds(tx, dayOf(now)), schools: await listSchoolsWithTeachers(tx) }))
  for (const id of openings) await each(async (tx) => void (await lapseOpening(tx, (await lockOpeningAnyhow(tx, id))!, now)))
  for (const id of plans) await each((tx) => lookAt(tx, id, now))
  for (const schoolId of schools) await each((tx) => warnTeachers(tx, schoolId, now))
  if (failures.length > 0) throw failures[0]
}

async function lookAt(tx: Tx, id: string, now: Date) {
  const plan = await lockPlanAnyhow(tx, id)
  if (!plan) return
  if (plan.state === 'accepted') return begin(tx, plan, now)
  if (plan.state === 'practising') return follow(tx, plan, now)
  if (plan.dueAt && plan.dueAt <= now && plan.escalation === 0) await tellOffice(tx, plan, now)
}

const asked = (plan: Plan, now: Date, kind: `practice_plan.${string}`, assignee: Assignee, dueAt: Date | null, more: Record<string, unknown> = {}) => {
  const { number, teacherName, organisationName, startsOn } = inMotion(plan, now)
  return { kind, subjectType: 'practice_plan', subjectId: plan.id, params: { number, teacher: teacherName, organisation: organisationName, startsOn, ...more }, assignee, initiatorId: null, dueAt }
}

/** On the first day it begins, unless a signature is missing that this school wants. */
async function begin(tx: Tx, plan: Locked<Plan>, now: Date) {
  if (plan.startsOn > dayOf(now)) return
  if (await lacksAgreement(tx, plan)) await ask(tx, [asked(plan, now, 'practice_plan.agreement', inMotion(plan, now).office, dueInWorkingDays(now, 2))], now)
  else await start(tx, null, plan, now)
}

/** All have signed: a stay that waited for it begins. */
export async function heedAgreement(db: Db, agreementId: string, now: Date) {
  await inTransaction(db, async (tx) => {
    const agreement = await findAgreementAnyhow(tx, agreementId)
    if (agreement?.subjectKind !== 'practice_plan' || agreement.state !== 'concluded') return
    await settle(tx, null, { subjectType: 'practice_plan', subjectIds: [agreement.subjectId], kinds: ['practice_plan.agreement'] }, 'settle', now)
    const plan = await lockPlanAnyhow(tx, agreement.subjectId)
    if (plan?.state === 'accepted') await begin(tx, plan, now)
  })
}

/** While it runs: the week that is over, the look halfway, the word at the end. */
async function follow(tx: Tx, plan: Locked<Plan>, now: Date) {
  const today = dayOf(now)
  const { weeks, checks } = await factsForClock(tx, plan.id)
  const { teacher, office } = inMotion(plan, now)
  const owed = weeksOwed({ firstWeek: mondayOf(plan.startsOn), endsOn: plan.endsOn, today, sent: weeks.filter(({ state }) => state === 'sent' || state === 'confirmed').map(({ weekOn }) => weekOn) })
  if (owed.length > 0) await ask(tx, [asked(plan, now, 'practice_plan.write_week', teacher, closingOf(writeDueOn(owed[0]!)), { week: owed[0] })], now)
  if (isSilent(owed, today)) await ask(tx, [asked(plan, now, 'practice_plan.silent', office, dueInWorkingDays(now, 3), { weeks: owed.length })], now)
  const check = checkDueOn(plan)
  if (check && check <= today && checks === 0) await ask(tx, [asked(plan, now, 'practice_plan.check', office, dueInWorkingDays(now, 10))], now)
  if (plan.endsOn < today) await ask(tx, [asked(plan, now, 'practice_plan.finish', teacher, dueInWorkingDays(now, finishWithin))], now)
}

/** The department or the firm said nothing in time: the school's office looks into it. */
async function tellOffice(tx: Tx, plan: Locked<Plan>, now: Date) {
  const { office } = inMotion(plan, now)
  await ask(tx, [asked(plan, now, 'practice_plan.late', office, dueInWorkingDays(now, 3))], now)
  await updatePlan(tx, plan.id, { escalation: 1 }, now)
}

/** Who falls short within a year and has nothing on the way is told, once, and until a plan is handed in. */
async function warnTeachers(tx: Tx, schoolId: string, now: Date) {
  const today = dayOf(now)
  const { generalMonths } = await findSettings(tx, schoolId)
  const all = await standingsOf(tx, (await listRosterOf(tx, [schoolId])).filter(({ accountId }) => accountId !== null), () => generalMonths, today)
  const due = (one: (typeof all)[number]) => (one.standing.state === 'short' || one.standing.state === 'first' || isSoon(one.standing, today)) && one.standing.plan === null
  const warned = all.filter(due)
  await ask(
    tx,
    warned.map(({ row, standing }) => ({
      kind: 'practice.plan_ahead', subjectType: 'teacher', subjectId: row.teacherId, params: { missing: standing.missing, shortOn: standing.shortOn ?? '' }, assignee: { accountId: row.accountId! }, initiatorId: null,
      dueAt: closingOf(standing.shortOn && standing.shortOn > today ? standing.shortOn : addMonths(today, 1)),
    })),
    now,
  )
  await settle(tx, null, { subjectType: 'teacher', subjectIds: all.filter((one) => !due(one)).map(({ row }) => row.teacherId), kinds: ['practice.plan_ahead'] }, 'settle', now)
}
