import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { schoolOfOffice } from '../tables.ts'

/** What schools offer is public knowledge. */
function visibleProgrammes(tx: Tx) {
  return tx.selectFrom('programme').innerJoin('organisation', 'organisation.id', 'programme.schoolId')
}

const contains = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`

export async function pageOfProgrammes(tx: Tx, query: Paging & { q: string; schoolId?: string; level?: string }) {
  const filtered = visibleProgrammes(tx)
    .$if(query.q !== '', (all) => all.where((one) => one.or([one('programme.name', 'like', contains(query.q)), one('programme.majorCode', 'like', `${query.q}%`), one('organisation.name', 'like', contains(query.q))])))
    .$if(query.schoolId !== undefined, (all) => all.where('programme.schoolId', '=', query.schoolId!))
    .$if(query.level !== undefined, (all) => all.where('programme.level', '=', query.level!))
  const { total } = await filtered.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await filtered
    .selectAll('programme')
    .select('organisation.name as schoolName')
    .select([
      sql<number>`(select count(*) from cohort where cohort.programme_id = programme.id)`.as('cohorts'),
      sql<number>`(select coalesce(sum(students_here), 0) from cohort where cohort.programme_id = programme.id)`.as('students'),
    ])
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.id')
    .orderBy('programme.majorCode')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute()
  return { rows, total }
}

/** The one place that says who sees which cohort: the school's own staff, and the office. */
function visibleCohorts(tx: Tx, actor: Actor) {
  const cohorts = tx
    .selectFrom('cohort')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .innerJoin('organisation', 'organisation.id', 'programme.schoolId')
    .leftJoin('teacher', 'teacher.id', 'cohort.teacherId')
  if (hasRole(actor, 'secretariat')) return cohorts.where(schoolOfOffice(actor, 'programme.schoolId'))
  if (hasRole(actor, 'school_contact', 'teacher')) return cohorts.where('programme.schoolId', '=', actor.organisationId)
  return cohorts.where(sql<boolean>`false`)
}

export async function pageOfCohorts(tx: Tx, actor: Actor, query: Paging & { q: string; schoolId?: string; programmeId?: string; leaveYear?: number }) {
  const filtered = visibleCohorts(tx, actor)
    .$if(query.q !== '', (all) => all.where((one) => one.or([one('cohort.name', 'like', contains(query.q)), one('programme.name', 'like', contains(query.q))])))
    .$if(query.schoolId !== undefined, (all) => all.where('programme.schoolId', '=', query.schoolId!))
    .$if(query.programmeId !== undefined, (all) => all.where('cohort.programmeId', '=', query.programmeId!))
    .$if(query.leaveYear !== undefined, (all) => all.where('cohort.leaveYear', '=', query.leaveYear!))
  const { total } = await filtered.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await filtered
    .select(['cohort.id', 'cohort.name', 'cohort.entryYear', 'cohort.leaveYear', 'cohort.teacherId', 'teacher.name as teacherName'])
    .select(['programme.id as programmeId', 'programme.name as programmeName', 'programme.majorCode', 'programme.schoolId', 'organisation.name as schoolName'])
    .select('cohort.studentsHere as students')
    .orderBy('cohort.leaveYear', 'desc')
    .orderBy('organisation.protocolOrder')
    .orderBy('programme.majorCode')
    .orderBy('cohort.name')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute()
  return { rows, total }
}

export async function lockCohort(tx: Tx, actor: Actor, cohortId: string): Promise<Locked<{ id: string; schoolId: string; entryYear: number }> | undefined> {
  const row = await visibleCohorts(tx, actor).select(['cohort.id', 'programme.schoolId', 'cohort.entryYear']).where('cohort.id', '=', cohortId).forUpdate('cohort').executeTakeFirst()
  return row && { ...row, locked: true }
}

export async function listProgrammesOf(tx: Tx, schoolId: string) {
  return tx.selectFrom('programme').selectAll().where('schoolId', '=', schoolId).execute()
}

export async function findProgramme(tx: Tx, programmeId: string) {
  return tx.selectFrom('programme').selectAll().where('id', '=', programmeId).executeTakeFirst()
}

export async function insertProgrammes(tx: Tx, rows: readonly { schoolId: string; majorCode: string; name: string; level: string; lengthYears: number }[]) {
  if (rows.length === 0) return []
  return tx.insertInto('programme').values(rows).returningAll().execute()
}

export async function listCohortsOf(tx: Tx, schoolId: string) {
  return tx
    .selectFrom('cohort')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .selectAll('cohort')
    .where('programme.schoolId', '=', schoolId)
    .execute()
}

export async function insertCohorts(tx: Tx, rows: readonly { programmeId: string; name: string; entryYear: number; leaveYear: number; teacherId: string | null }[]) {
  if (rows.length === 0) return []
  return tx.insertInto('cohort').values(rows).returningAll().execute()
}

export async function updateCohort(tx: Tx, cohortId: string, values: { name?: string; leaveYear?: number; teacherId?: string | null }) {
  await tx.updateTable('cohort').set(values).where('id', '=', cohortId).execute()
}

export async function listCohortsByIds(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .selectFrom('cohort')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .selectAll('cohort')
    .select(['programme.schoolId', 'programme.majorCode', 'programme.name as programmeName', 'programme.level'])
    .where('cohort.id', 'in', ids)
    .execute()
}

/** How many leave the programmes of each major, by year; the rolls as they stand. */
export const countLeaving = (tx: Tx, years: { from: number; until: number }) =>
  tx
    .selectFrom('cohort')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .select((cohort) => ['programme.majorCode', 'cohort.leaveYear as year', cohort.fn.sum<number>('cohort.studentsHere').as('people')])
    .where('cohort.leaveYear', '>=', years.from)
    .where('cohort.leaveYear', '<=', years.until)
    .groupBy(['programme.majorCode', 'cohort.leaveYear'])
    .orderBy('programme.majorCode')
    .orderBy('cohort.leaveYear')
    .execute()
