import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { askFor, settle } from '../../inbox/service.ts'
import { planLife } from '../plans/lifecycle.ts'
import { inMotion, lockPlanAnyhow } from '../plans/service.ts'
import { isSchoolOffice } from '../policy.ts'
import { addMonths, byUrgency, daysOf, forecastOf, leavesOn, monthsOf, requiredMonths, standingOf, warnMonths, windowMonths, type TeacherFacts } from '../rules.ts'
import { findSettings, findTeacher, type Settings } from '../tables.ts'
import type { StandingFilter, StandingRow, TeacherStandingView } from './contract.ts'
import * as tables from './tables.ts'
import type { RosterRow } from './tables.ts'

type Row = StandingRow & { soon: boolean }
export type TeacherInRoster = { row: RosterRow; standing: StandingRow; facts: TeacherFacts }

/** The rule, applied to everybody at once: three questions to the database, however many they are. */
export async function standingsOf(tx: Tx, roster: readonly RosterRow[], generalMonths: (schoolId: string) => number, today: string): Promise<TeacherInRoster[]> {
  const ids = roster.map(({ teacherId }) => teacherId)
  const days = await tables.daysOfTeachers(tx, ids)
  const plans = Map.groupBy(await tables.plansOfTeachers(tx, ids), ({ teacherId }) => teacherId)
  const claimed = await tables.claimedOfTeachers(tx, ids, addMonths(today, -windowMonths))
  return roster.map((row) => {
    const kind = (row.kind ?? 'specialist') as TeacherFacts['kind']
    const facts: TeacherFacts = { kind, months: kind === 'specialist' ? requiredMonths : generalMonths(row.schoolId), employedOn: row.employedOn, experienced: row.experienced, days: days.get(row.teacherId) ?? [] }
    const own = plans.get(row.teacherId) ?? []
    const planned = own.filter(({ state }) => tables.isComing(state)).flatMap(({ startsOn, endsOn, endedOn }) => daysOf(startsOn, endedOn ?? endsOn))
    const standing = standingOf(facts, today)
    const plan = own.find(({ endsOn }) => endsOn >= today) ?? own[0]
    const { teacherId, number, name, subject, departmentId, departmentName, employedOn, experienced, accountName } = row
    return {
      row, facts,
      standing: {
        teacherId, number, name, subject, departmentId, departmentName, employedOn, experienced, accountName, kind, ...standing,
        months: monthsOf(standing.days),
        shortOnPlanned: forecastOf(facts, planned, today),
        claimed: claimed.get(teacherId) ?? 0,
        plan: plan ? { id: plan.id, state: plan.state, startsOn: plan.startsOn, endsOn: plan.endsOn, organisationName: plan.organisationName } : null,
      },
    }
  })
}

export const isSoon = ({ state, shortOn }: Pick<StandingRow, 'state' | 'shortOn'>, today: string) => (state === 'enough' || state === 'growing') && shortOn !== null && shortOn <= addMonths(today, warnMonths)

async function rowsInSight(tx: Tx, actor: Actor, today: string): Promise<Row[]> {
  const { generalMonths } = await findSettings(tx, actor.organisationId!)
  const all = await standingsOf(tx, await tables.listRoster(tx, actor), () => generalMonths, today)
  return all.map(({ standing }) => ({ ...standing, soon: isSoon(standing, today) })).sort(byUrgency)
}

function matches(row: Row, { q, departmentId, kind, state }: StandingFilter) {
  if (q && !row.name.includes(q) && !row.number.toLowerCase().startsWith(q.toLowerCase())) return false
  if (departmentId && row.departmentId !== departmentId) return false
  if (kind && row.kind !== kind) return false
  if (state === 'soon') return row.soon
  if (state === 'unplanned') return (row.state === 'short' || row.state === 'first' || row.soon) && row.plan === null
  return !state || row.state === state
}

export async function viewStandings(tx: Tx, actor: Actor, { page, size, ...filter }: StandingFilter & { page: number; size: number }, now: Date) {
  const all = await rowsInSight(tx, actor, dayOf(now))
  const found = all.filter((row) => matches(row, filter))
  const count = (state: StandingRow['state']) => all.filter((row) => row.state === state).length
  return {
    rows: found.slice((page - 1) * size, page * size), total: found.length, page, size, requiredMonths,
    counts: { short: count('short'), first: count('first'), growing: count('growing'), enough: count('enough'), free: count('free'), soon: all.filter(({ soon }) => soon).length, unset: all.filter(({ employedOn }) => employedOn === null).length },
  }
}
export const listForExport = async (tx: Tx, actor: Actor, filter: StandingFilter, now: Date) => (await rowsInSight(tx, actor, dayOf(now))).filter((row) => matches(row, filter))

/** One teacher: the counter, and every stretch of days it is made of. */
export async function viewTeacher(tx: Tx, actor: Actor, row: RosterRow, now: Date): Promise<TeacherStandingView> {
  const today = dayOf(now)
  const { generalMonths } = await findSettings(tx, row.schoolId)
  const [one] = await standingsOf(tx, [row], () => generalMonths, today)
  const office = isSchoolOffice(actor, row.schoolId)
  const self = row.accountId === actor.accountId
  return {
    ...one!.standing,
    stretches: await tables.listStretches(tx, row.teacherId, addMonths(today, -windowMonths)),
    leaving: leavingBy(one!.facts.days, today),
    requiredMonths: one!.facts.months,
    accountId: row.accountId,
    can: { edit: office, plan: office || self, claim: office || self },
  }
}

/** Of the days that count today, how many leave in each of the next two years' months. */
function leavingBy(days: readonly string[], today: string) {
  const months = new Map<string, number>()
  for (const day of days) {
    const on = leavesOn(day)
    if (on > today && on <= addMonths(today, 24)) months.set(on.slice(0, 7), (months.get(on.slice(0, 7)) ?? 0) + 1)
  }
  return [...months].sort().map(([month, count]) => ({ month, days: count }))
}

export async function viewMine(tx: Tx, actor: Actor, now: Date) {
  const row = await tables.findOwnRow(tx, actor)
  const heads = row ? (await tables.listDepartments(tx, row.schoolId, dayOf(now))).filter(({ headId }) => headId === row.teacherId).map(({ name }) => name) : []
  return { teacher: row ? await viewTeacher(tx, actor, row, now) : null, heads }
}

type Profile = { departmentId: string | null; kind: 'specialist' | 'general'; employedOn: string | null; experienced: boolean | null; accountId?: string | null }
export async function changeProfile(tx: Tx, actor: Actor, teacher: Locked<{ id: string; schoolId: string }>, { accountId, ...profile }: Profile, now: Date) {
  if (profile.departmentId && !(await tables.lockDepartmentOf(tx, teacher.schoolId, profile.departmentId))) refuse('invalid_input', { issues: [{ path: ['departmentId'], code: 'unknown' }] })
  if (accountId) {
    const seat = (await tables.listTeacherSeats(tx, teacher.schoolId)).find((one) => one.accountId === accountId) ?? refuse('invalid_input', { issues: [{ path: ['accountId'], code: 'unknown' }] })
    if (seat.teacherId && seat.teacherId !== teacher.id) refuse('account_linked')
  }
  await tables.upsertProfile(tx, teacher.id, profile, now)
  if (accountId !== undefined) await tables.updateAccount(tx, teacher.id, accountId)
  audit(tx, actor, now, { event: 'teacher.practice_profile_changed', subjectType: 'teacher', subjectId: teacher.id, details: { ...profile, ...(accountId === undefined ? {} : { linked: accountId !== null }) } })
  return { teacherId: teacher.id }
}

export async function viewAccounts(tx: Tx, actor: Actor) {
  return { rows: await tables.listTeacherSeats(tx, actor.organisationId!) }
}

export async function viewSetting(tx: Tx, actor: Actor, now: Date) {
  return { departments: await tables.listDepartments(tx, actor.organisationId!, dayOf(now)), setting: await findSettings(tx, actor.organisationId!), can: { edit: isSchoolOffice(actor, actor.organisationId!) } }
}

export async function changeSetting(tx: Tx, actor: Actor, setting: Settings, now: Date) {
  const schoolId = actor.organisationId!
  const before = await findSettings(tx, schoolId)
  await tables.upsertSetting(tx, schoolId, setting, { changedBy: actor.accountId, changedAt: now })
  audit(tx, actor, now, { event: 'practice_setting.changed', subjectType: 'organisation', subjectId: schoolId, details: { from: before, to: setting } })
  return setting
}

async function refuseStranger(tx: Tx, schoolId: string, headId: string | null) {
  if (headId && !(await findTeacher(tx, schoolId, headId))) refuse('invalid_input', { issues: [{ path: ['headId'], code: 'unknown' }] })
}

export async function addDepartment(tx: Tx, actor: Actor, { name, headId }: { name: string; headId: string | null }, now: Date) {
  const schoolId = actor.organisationId!
  await refuseStranger(tx, schoolId, headId)
  const { id } = await tables.insertDepartment(tx, { schoolId, name, headId }, now)
  audit(tx, actor, now, { event: 'practice_department.added', subjectType: 'organisation', subjectId: schoolId, details: { name } })
  return { id }
}

/** What lies with the old head is asked of the new one. */
export async function changeDepartment(tx: Tx, actor: Actor, department: { id: string; schoolId: string }, { name, headId }: { name: string; headId: string | null }, now: Date) {
  await refuseStranger(tx, department.schoolId, headId)
  await tables.updateDepartment(tx, department.id, { name, headId })
  for (const planId of await tables.listWaitingFor(tx, department.id)) {
    const plan = (await lockPlanAnyhow(tx, planId))!
    await settle(tx, actor, { subjectType: 'practice_plan', subjectIds: [planId], kinds: ['practice_plan.endorse'] }, 'route', now)
    await askFor(tx, actor, planLife, inMotion(plan, now), now)
  }
  audit(tx, actor, now, { event: 'practice_department.changed', subjectType: 'organisation', subjectId: department.schoolId, details: { name } })
  return { id: department.id }
}

/** Totals, no names: what an office or an authority needs to know. */
export async function viewCoverage(tx: Tx, actor: Actor, now: Date) {
  const today = dayOf(now)
  const schools = await tables.listSchools(tx, actor)
  const ids = schools.map(({ id }) => id)
  const months = await tables.generalMonthsOf(tx, ids)
  const all = await standingsOf(tx, await tables.listRosterOf(tx, ids), (schoolId) => months.get(schoolId) ?? 0, today)
  const bySchool = Map.groupBy(all.filter(({ standing }) => standing.kind === 'specialist'), ({ row }) => row.schoolId)
  const rows = schools.map(({ id, name }) => {
    const teachers = (bySchool.get(id) ?? []).map(({ standing }) => standing)
    const count = (state: StandingRow['state']) => teachers.filter((one) => one.state === state).length
    return { schoolId: id, schoolName: name, specialists: teachers.length, enough: count('enough'), growing: count('growing'), short: count('short'), first: count('first'), practising: teachers.filter(({ plan }) => plan?.state === 'practising').length }
  })
  return { rows: rows.filter(({ specialists }) => specialists > 0), asOf: today }
}
