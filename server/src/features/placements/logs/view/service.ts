import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { finding, type Finding } from '../../../needs/law/rules.ts'
import { viewFinding } from '../../../needs/law/service.ts'
import { listOfStudent, type Placement } from '../../service.ts'
import { mostPhotos, type LogRecord } from '../contract.ts'
import { photoBytes } from '../photos/service.ts'
import { mayTendLog } from '../policy.ts'
import { crowdingTask, lastDayOf, mostHoursAWeek, mostOfOneTask, plusDays, sumOf, textOf, weeksOf, whyNotWrite } from '../rules.ts'
import { viewLog } from '../service.ts'
import { findNeighbours, listHoursOf, listLogsOf, listTasksOf, pageOfLogs, type Filter, type FoundLog } from '../tables.ts'
import { viewTwins } from '../twins/service.ts'

/** The placement a student is at, or was at last. */
export const currentOf = (placements: readonly Placement[]) => placements.find(({ state }) => state === 'active' || state === 'suspended') ?? placements.find(({ activatedAt }) => activatedAt !== null)
export const viewMine = ({ id, number, title, unitName, startsOn, endsOn, endedOn, state, supervisorName, mentorName }: Placement) => ({ id, number, title, unitName, startsOn, lastDay: lastDayOf({ endsOn, endedOn }), state, supervisorName, mentorName })

export async function viewMyLogs(tx: Tx, actor: Actor, now: Date) {
  const most = { photos: mostPhotos, bytes: photoBytes }
  const placement = currentOf(await listOfStudent(tx, actor, actor.studentId!))
  if (!placement) return { placement: null, weeks: [], tasks: [], most }
  const today = dayOf(now)
  const logs = new Map((await listLogsOf(tx, placement.id)).map((log) => [log.week, log]))
  const weeks = weeksOf(placement, today).map((week) => {
    const log = logs.get(week)
    return { week, lastDay: plusDays(week, 6), log: log ? viewLog(log) : null, open: !log?.readAt && whyNotWrite(placement, week, today) === null }
  })
  return { placement: viewMine(placement), weeks, tasks: (await listTasksOf(tx, placement.id)).map((task) => ({ ...task, state: task.state as 'planned' })), most }
}

export async function viewLogs(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }) {
  return { ...(await pageOfLogs(tx, actor, query)), page: query.page, size: query.size }
}

/** The record as a teacher reads it; the student sees the same without the twins of others. */
export async function viewLogRecord(tx: Tx, actor: Actor, log: FoundLog): Promise<LogRecord> {
  const tends = mayTendLog(actor, log)
  const { studentName, studentNumber, cohortName, unitName, title, placementNumber } = log
  return {
    ...viewLog(log), studentName, studentNumber, cohortName, unitName, title, placementNumber,
    text: textOf(log),
    tasks: (await listTasksOf(tx, log.placementId)).map(({ id, title: name }) => ({ id, title: name })),
    twins: tends ? await viewTwins(tx, log) : [],
    findings: tends ? (await findingsOf(tx, log)).map(viewFinding) : [],
    ...(await findNeighbours(tx, log)),
    can: { read: tends },
  }
}

/** Rules 1.20 and 1.31, after the fact: they warn, and nobody is counted out. */
async function findingsOf(tx: Tx, log: FoundLog): Promise<Finding[]> {
  const crowding = crowdingTask(await listHoursOf(tx, log.placementId))
  const hours = sumOf(log.hours)
  return [
    ...(crowding ? [finding('1.20', 'hours', { variant: 'share', severity: 'warn', params: { task: crowding.title, percent: crowding.percent, most: mostOfOneTask } })] : []),
    ...(hours > mostHoursAWeek ? [finding('1.31', 'hours', { variant: 'logged', severity: 'warn', params: { hours, most: mostHoursAWeek } })] : []),
  ]
}
