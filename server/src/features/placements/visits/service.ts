import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { closingOf, dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { advance, askFor, settle } from '../../inbox/service.ts'
import type { VisitAction } from './contract.ts'
import { visitLife, type VisitInMotion, type VisitState } from './lifecycle.ts'
import { faultsOfVisit } from './rules.ts'
import { findTeacher, findVisit, insertVisit, listVisitable, updateVisit, type Visit } from './tables.ts'

export { lockVisit } from './tables.ts'

export function visitInMotion(visit: Visit): VisitInMotion {
  const { id, schoolId, unitName, plannedOn, followUp, followUpBy, teacherAccountId } = visit
  return {
    id, schoolId, unitName, plannedOn, followUp, state: visit.state as VisitState,
    teacher: teacherAccountId ? { accountId: teacherAccountId } : { role: 'school_contact', organisationId: schoolId },
    clocks: { visit: closingOf(plannedOn), follow: followUpBy ? closingOf(followUpBy) : null },
  }
}

type Plan = { placementIds: readonly string[]; teacherId?: string | undefined; way: string; plannedOn: string }
export async function planVisit(tx: Tx, actor: Actor, { placementIds, teacherId, way, plannedOn }: Plan, now: Date, { demo = false } = {}) {
  const schoolId = actor.organisationId!
  const fault = (path: string, code: string) => refuse('invalid_input', { issues: [{ path: [path], code }] })
  const placements = await listVisitable(tx, schoolId, placementIds)
  const [first] = placements
  if (!first || placements.length !== new Set(placementIds).size) return fault('placementIds', 'unknown')
  if (placements.some(({ organisationId }) => organisationId !== first.organisationId)) fault('placementIds', 'one_unit')
  if (plannedOn < dayOf(now)) fault('plannedOn', 'past')
  const own = hasRole(actor, 'teacher') ? await findTeacher(tx, schoolId, { accountId: actor.accountId }) : undefined
  const wanted = teacherId ?? own?.id ?? first.supervisorId ?? undefined
  const teacher = (wanted ? await findTeacher(tx, schoolId, { id: wanted }) : undefined) ?? fault('teacherId', 'missing')
  const id = await insertVisit(tx, { schoolId, organisationId: first.organisationId, teacherId: teacher.id, way, plannedOn, createdBy: actor.accountId, demo }, placements.map((one) => one.id), now)
  const visit = (await findVisit(tx, actor, id))!
  audit(tx, actor, now, { event: 'visit.planned', subjectType: 'placement_visit', subjectId: id, details: { plannedOn, way, placements: placements.length } })
  await askFor(tx, actor, visitLife, visitInMotion(visit), now)
  await settleDue(tx, actor, visit, now)
  return { id }
}

/** The reminder of the month is answered by a plan. */
const settleDue = (tx: Tx, actor: Actor, { unitId }: Visit, now: Date) => settle(tx, actor, { subjectType: 'unit_visit_due', subjectIds: [unitId], ...(hasRole(actor, 'teacher') ? { accountId: actor.accountId } : {}) }, 'settle', now)

type Step = { action: VisitAction; visitedOn?: string; finding?: string; followUp?: string; followUpBy?: string; outcome?: string; reason?: string; version: number }
export async function moveVisit(tx: Tx, actor: Actor, visit: Locked<Visit>, step: Step, now: Date) {
  if (visit.version !== step.version) refuse('changed_meanwhile')
  const issues = faultsOfVisit(step, dayOf(now))
  if (issues.length > 0) refuse('invalid_input', { issues })
  const { action, visitedOn, finding, followUp, followUpBy, outcome, reason } = step
  const change = {
    finish: { visitedOn: visitedOn!, finding: finding!, followUp: followUp || null, followUpBy: followUpBy ?? null },
    follow: { outcome: outcome!, followedUpAt: now },
    cancel: { reason: reason! },
  }[action] as Partial<Visit>
  const state = await advance(tx, actor, visitLife, action, { ...visitInMotion({ ...visit, ...change }), locked: true }, now, reason ? { reason } : {})
  return { id: visit.id, state, version: await updateVisit(tx, visit.id, { ...change, state }, now) }
}
