import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

export type State = 'open' | 'answered' | 'closed'
type Topic = 'work' | 'pay' | 'hours' | 'safety' | 'papers' | 'fees' | 'treatment' | 'lodging' | 'other'

const reports = (tx: Tx) => tx.selectFrom('placementReport').innerJoin('placement', 'placement.id', 'placementReport.placementId')
/** Between the student and the school; the office looks on, the firm does not. */
function visibleReports(tx: Tx, actor: Actor) {
  return reports(tx).where((one) => {
    if (hasRole(actor, 'student')) return one('placement.studentId', '=', actor.studentId)
    if (hasRole(actor, 'school_contact', 'teacher')) return one('placement.schoolId', '=', actor.organisationId)
    if (hasRole(actor, 'secretariat')) return one('placement.allianceId', '=', actor.allianceId)
    return sql<boolean>`false`
  })
}
const whole = (rows: ReturnType<typeof reports>) =>
  rows
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .leftJoin('teacher', 'teacher.id', 'placement.supervisorId')
    .leftJoin('account as answerer', 'answerer.id', 'placementReport.answeredBy')
    .selectAll('placementReport')
    .select(['placement.allianceId', 'placement.schoolId', 'placement.organisationId', 'placement.studentId', 'placement.number as placementNumber'])
    .select(['student.name as studentName', 'cohort.name as cohortName', 'firm.name as unitName', 'teacher.accountId as supervisorAccountId', 'answerer.name as answererName'])
type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State, topic: row.topic as Topic })
export type Report = ReturnType<typeof typed>

export async function lockReport(tx: Tx, actor: Actor, reportId: string): Promise<Locked<Report> | undefined> {
  const row = await whole(visibleReports(tx, actor)).where('placementReport.id', '=', reportId).forUpdate(['placementReport']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
export async function listOfPlacements(tx: Tx, placementIds: readonly string[]): Promise<Report[]> {
  if (placementIds.length === 0) return []
  return (await whole(reports(tx)).where('placementReport.placementId', 'in', placementIds).orderBy('placementReport.createdAt', 'desc').execute()).map(typed)
}
export async function pageOfReports(tx: Tx, actor: Actor, { state, topic, page, size }: { state?: State; topic?: Topic } & Paging) {
  const found = visibleReports(tx, actor)
    .$if(state !== undefined, (all) => all.where('placementReport.state', '=', state!))
    .$if(topic !== undefined, (all) => all.where('placementReport.topic', '=', topic!))
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(found)
    .orderBy(sql`placement_report.due_at asc nulls last`)
    .orderBy('placementReport.createdAt', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows: rows.map(typed), total }
}
export async function insertReport(tx: Tx, report: { number: string; placementId: string; topic: string; text: string; dueAt: Date; createdBy: string; createdAt: Date; demo: boolean }): Promise<string> {
  const { id } = await tx.insertInto('placementReport').values({ ...report, state: 'open' }).returning('id').executeTakeFirstOrThrow()
  return id
}
export async function updateReport(tx: Tx, reportId: string, change: Partial<Pick<Report, 'state' | 'dueAt' | 'answer' | 'answeredBy' | 'answeredAt' | 'reopened' | 'closedAt'>>) {
  await tx.updateTable('placementReport').set(change).where('id', '=', reportId).execute()
}
/** The school's number, and the office of its alliance. */
export const findSchool = (tx: Tx, schoolId: string) => tx.selectFrom('organisation').select(['name', 'contactPhone as phone']).where('id', '=', schoolId).executeTakeFirst()
export const findAlliance = (tx: Tx, allianceId: string) => tx.selectFrom('alliance').select('name').where('id', '=', allianceId).executeTakeFirst()
