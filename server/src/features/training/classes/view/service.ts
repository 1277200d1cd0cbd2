import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { historyOf } from '../../../../kernel/history.ts'
import { canMove } from '../../../../kernel/lifecycle.ts'
import { writeTable } from '../../../../kernel/sheet/write-table.ts'
import { agreementsOf } from '../../../agreements/service.ts'
import { countPlaces } from '../../places/tables.ts'
import { viewPlaces } from '../../places/view/service.ts'
import { countPlan, listCourses, listMentors } from '../../plans/tables.ts'
import { staffed } from '../../plans/service.ts'
import { missingInPlan, whyNotStart } from '../../rules.ts'
import type { ClassRow, ClassView } from '../contract.ts'
import { figuresOf } from '../figures/service.ts'
import { classLife } from '../lifecycle.ts'
import { isFirm, isOffice, isSchool, isSide } from '../policy.ts'
import { inMotion, isStillFollowed } from '../service.ts'
import { rollTable } from '../sheet.ts'
import { findIntakeOf, listCohortsOfClass, listCosts, listSchoolsOf, pageOfClasses, type Filter, type OrderClass } from '../tables.ts'

type Row = Omit<ClassRow, 'updatedAt'> & { updatedAt: Date }
function rowView(one: OrderClass, figures: ClassRow['figures']): Row {
  const { id, number, kind, state, title, postTitle, organisationId, organisationName, schoolId, schoolName, year, seats, minSeats, startsOn, endsOn, demo, updatedAt } = one
  return { id, number, kind, state, title, postTitle, organisationId, organisationName, schoolId, schoolName, year, seats, minSeats, startsOn, endsOn, demo, updatedAt, figures }
}

export async function viewClasses(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }, now: Date) {
  const { rows, total, all } = await pageOfClasses(tx, actor, query)
  const figures = await figuresOf(tx, all, now)
  return { rows: rows.map((one) => rowView(one, figures.each.get(one.id)!)), total, page: query.page, size: query.size, figures: figures.all }
}

export async function viewClass(tx: Tx, actor: Actor, one: OrderClass, now: Date): Promise<ClassView> {
  const { occupationCode, curriculum, benefits, payFloor, quitting, replacement, breach, costs, isBranch, ministryNumber, programmeId, programmeName, cohortSize, teacherCount, feasibilityNote, planTitle, planMinutes, planApprovedOn, reason, startedOn, assessedOn, version, state } = one
  const [agreement] = (await agreementsOf(tx, 'order_class', [one.id])).get(one.id) ?? []
  const intake = await findIntakeOf(tx, one.id)
  const [school, firm] = [isSchool(actor, one), isFirm(actor, one)]
  return {
    ...rowView(one, (await figuresOf(tx, [one], now)).each.get(one.id)!),
    occupationCode, curriculum, benefits, payFloor, quitting, replacement, breach, costs, isBranch, ministryNumber, programmeId, programmeName, cohortSize, teacherCount, feasibilityNote, planTitle, planMinutes, planApprovedOn, reason, startedOn, assessedOn, version,
    cohorts: await listCohortsOfClass(tx, one.id),
    courses: await listCourses(tx, one.id),
    mentors: await listMentors(tx, one.id),
    agreement: agreement ? { id: agreement.id, number: agreement.number, state: agreement.state, signedOn: agreement.signedOn, parties: agreement.parties.map(({ name, role, signedOn }) => ({ name, role, signedOn })) } : null,
    intake: intake ? { ...intake, state: intake.state as string } : null,
    missing: await missingOf(tx, one, dayOf(now)),
    side: firm ? 'firm' : school ? 'school' : isOffice(actor, one) ? 'office' : 'teacher',
    can: {
      ...canMove(classLife, actor, inMotion(one, now)),
      edit: firm && state === 'requested',
      judge: school && state === 'requested',
      draftAgreement: school && state === 'feasible' && !agreement,
      editPlan: school && ['feasible', 'agreed'].includes(state),
      mentor: isSide(actor, one) && staffed.includes(state),
      recruit: school && state === 'planned',
      score: firm && state === 'recruiting' && ['signing', 'scoring'].includes(intake?.state ?? ''),
      term: school && state === 'running',
      finals: (school || firm) && state === 'running',
      offer: firm && state === 'assessed',
    },
  }
}

/** What keeps the next step from being taken, by code. */
async function missingOf(tx: Tx, one: OrderClass, today: string): Promise<string[]> {
  if (one.state === 'agreed') return missingInPlan(await countPlan(tx, one.id))
  if (one.state === 'filled') {
    const no = whyNotStart({ ...(await countPlaces(tx, one.id)), minSeats: one.minSeats })
    return no ? [no] : []
  }
  if (one.state === 'assessed') return (await isStillFollowed(tx, one.id, today)) ? ['retention_open'] : []
  if (one.state === 'running') return (await countPlaces(tx, one.id)).enrolled > 0 ? ['finals_missing'] : []
  return []
}

export async function viewHistory(tx: Tx, one: OrderClass) {
  const rows = await historyOf(tx, 'order_class', one.id)
  return { rows: rows.map(({ at, event, by, details }) => ({ at, event, by, details })) }
}
export const viewCosts = async (tx: Tx) => ({ rows: (await listCosts(tx)).map((row) => ({ ...row, signedOn: row.signedOn! })) })
export const viewSchools = async (tx: Tx, actor: Actor) => ({ rows: await listSchoolsOf(tx, actor) })

/** The roll as a workbook, in the reader’s language. */
export async function exportRoll(tx: Tx, actor: Actor, one: OrderClass, now: Date) {
  const { rows } = await viewPlaces(tx, actor, one)
  const bytes = Buffer.from(await writeTable(rollTable(actor.locale, one.title, rows)))
  return { name: `${one.title}-${dayOf(now)}.xlsx`, mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', bytes }
}
