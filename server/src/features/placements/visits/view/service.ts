import { hasRole, type Actor } from '../../../../kernel/actor.ts'
import { addDays, dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { canMove } from '../../../../kernel/lifecycle.ts'
import type { VisitView } from '../contract.ts'
import { visitLife } from '../lifecycle.ts'
import { askAheadDays, visitEveryDays } from '../rules.ts'
import { visitInMotion } from '../service.ts'
import { listDue, pageOfVisits, type Filter, type Visit } from '../tables.ts'

function viewVisit(actor: Actor, visit: Visit): VisitView {
  const { id, way, organisationId, unitName, teacherId, teacherName, plannedOn, visitedOn, finding, followUp, followUpBy, followedUpAt, outcome, reason, students, version } = visit
  const thing = visitInMotion(visit)
  const can = canMove(visitLife, actor, thing)
  return { id, state: thing.state, way: way as 'call', organisationId, unitName, teacherId, teacherName, plannedOn, visitedOn, finding, followUp, followUpBy, followedUpAt, outcome, reason, students, version, can: { ...can, follow: can.follow && followUp !== null } }
}

export async function viewVisits(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }) {
  const { rows, total } = await pageOfVisits(tx, actor, query)
  return { rows: rows.map((visit) => viewVisit(actor, visit)), total, page: query.page, size: query.size }
}

export async function viewDue(tx: Tx, actor: Actor, { mine }: { mine: boolean }, now: Date) {
  const today = dayOf(now)
  const accountId = mine && hasRole(actor, 'teacher') ? { accountId: actor.accountId } : {}
  const due = await listDue(tx, { schoolId: actor.organisationId!, ...accountId, before: addDays(today, askAheadDays), every: visitEveryDays })
  return { rows: due.map(({ organisationId, unitName, teacherId, teacherName, lastOn, dueOn, students }) => ({ organisationId, unitName, teacherId, teacherName, lastOn, dueOn, late: dueOn < today, students })) }
}
