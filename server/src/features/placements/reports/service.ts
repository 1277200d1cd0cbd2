import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { canMove } from '../../../kernel/lifecycle.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { advance, askFor } from '../../inbox/service.ts'
import { isToLeave } from '../changes/rules.ts'
import { changesOf } from '../changes/service.ts'
import { countUnread } from '../complaints/service.ts'
import { listOfStudent, type Placement } from '../service.ts'
import type { ReportView } from './contract.ts'
import { reportLife, type ReportAction, type ReportInMotion } from './lifecycle.ts'
import { answerReportWithinHours } from './rules.ts'
import { findAlliance, findSchool, insertReport, listOfPlacements, pageOfReports, updateReport, type Report, type State } from './tables.ts'

const dueOf = (now: Date) => new Date(now.getTime() + answerReportWithinHours * 3_600_000)
const inMotion = ({ id, number, state, studentName, unitName, supervisorAccountId, dueAt, allianceId, schoolId, organisationId, studentId }: Report): ReportInMotion => ({
  id, number, state, studentName, unitName, supervisorAccountId, dueAt, allianceId, schoolId, organisationId, studentId,
})

function viewReport(actor: Actor, report: Report): ReportView {
  const { id, number, state, topic, text, dueAt, answer, answererName, answeredAt, reopened, createdAt, demo, placementId, placementNumber, unitName, studentName, cohortName } = report
  return {
    id, number, state, topic, text, dueAt, answer, answeredBy: answererName, answeredAt, reopened, createdAt, demo,
    placement: { id: placementId, number: placementNumber, unitName, studentName, cohortName },
    can: canMove(reportLife, actor, inMotion(report)),
  }
}
export async function viewReports(tx: Tx, actor: Actor, query: { state?: State; topic?: Report['topic']; page: number; size: number }) {
  const { rows, total } = await pageOfReports(tx, actor, query)
  return { rows: rows.map((row) => viewReport(actor, row)), total, page: query.page, size: query.size }
}

/** Everything a student needs on the way out, in one answer. */
export async function viewWayOut(tx: Tx, actor: Actor, now: Date) {
  const placements = (await listOfStudent(tx, actor, actor.studentId!)).filter(({ state }) => state !== 'cancelled')
  const ids = placements.map(({ id }) => id)
  const [current] = placements
  const school = current && (await findSchool(tx, current.schoolId))
  const alliance = current && (await findAlliance(tx, current.allianceId))
  const contacts = [
    ...(current?.supervisorName ? [{ role: 'supervisor' as const, name: current.supervisorName, phone: current.supervisorPhone }] : []),
    ...(school ? [{ role: 'school' as const, ...school }] : []),
    ...(current?.mentorName ? [{ role: 'mentor' as const, name: current.mentorName, phone: current.mentorPhone }] : []),
    ...(alliance ? [{ role: 'secretariat' as const, name: alliance.name, phone: null }] : []),
  ]
  const places = placements.map((one) => ({
    id: one.id, number: one.number, state: one.state, title: one.title, unitName: one.unitName, schoolName: one.schoolName, startsOn: one.startsOn, endsOn: one.endsOn, endedOn: one.endedOn, live: isToLeave(one),
  }))
  return { places, contacts, reports: (await listOfPlacements(tx, ids)).map((row) => viewReport(actor, row)), changes: await changesOf(tx, actor, ids, now), unread: await countUnread(tx, actor.studentId!) }
}

export async function reportProblem(tx: Tx, actor: Actor, placement: Locked<Placement>, { topic, text }: { topic: string; text: string }, now: Date) {
  const number = await nextNumber(tx, 'FY', now)
  const dueAt = dueOf(now)
  const id = await insertReport(tx, { number, placementId: placement.id, topic, text, dueAt, createdBy: actor.accountId, createdAt: now, demo: placement.demo })
  const { allianceId, schoolId, organisationId, studentId, studentName, unitName, supervisorAccountId } = placement
  await askFor(tx, actor, reportLife, { id, number, state: 'open', dueAt, studentName, unitName, supervisorAccountId, allianceId, schoolId, organisationId, studentId }, now)
  // Its own subject: the history of a placement is read by the firm, too.
  audit(tx, actor, now, { event: 'placement_report.made', subjectType: 'placement_report', subjectId: id, details: { number, topic } })
  return { id, number }
}

async function step(tx: Tx, actor: Actor, report: Locked<Report>, action: ReportAction, change: Parameters<typeof updateReport>[2], now: Date): Promise<{ state: State }> {
  const state = await advance(tx, actor, reportLife, action, { ...inMotion({ ...report, ...change, state: report.state }), locked: true }, now, { number: report.number })
  await updateReport(tx, report.id, { ...change, state })
  return { state }
}
export const answerReport = (tx: Tx, actor: Actor, report: Locked<Report>, answer: string, now: Date) => step(tx, actor, report, 'answer', { answer, answeredBy: actor.accountId, answeredAt: now, dueAt: null }, now)
export const moveMine = (tx: Tx, actor: Actor, report: Locked<Report>, action: 'solve' | 'reopen', now: Date) =>
  step(tx, actor, report, action, action === 'solve' ? { closedAt: now } : { dueAt: dueOf(now), reopened: report.reopened + 1 }, now)
