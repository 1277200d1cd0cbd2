import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Upload } from '../../../kernel/route.ts'
import { keepFile, viewFile, viewFilesOf } from '../../files/service.ts'
import { ruleOf, type Finding } from '../../needs/law/rules.ts'
import { limitsOf, moveAlong } from '../guards/service.ts'
import { ensureUnit, findAllianceOf, findUnitOrganisation } from '../making/tables.ts'
import { mayListUnit, mayVisitUnit } from './policy.ts'
import { isFuture, whyNotList } from './rules.ts'
import {
  findVisit, insertCheck, insertDecision, insertVisit, listDraftsAt, listPapers, lockUnit, pageOfUnits, refreshUnit, seesVisit, updateUnit, type Unit, type VisitValues,
} from './tables.ts'

export { findUnit, lockUnit } from './tables.ts'
export const seesVisitFiles = seesVisit
/** For the public page. */
export { pageOfListed as listedUnits } from './tables.ts'

export async function proposeUnit(tx: Tx, actor: Actor, { organisationId, proposedBy }: { organisationId: string; proposedBy: string }, now: Date) {
  const schoolId = actor.organisationId!
  if (!(await findUnitOrganisation(tx, organisationId))) refuse('invalid_input', { issues: [{ path: ['organisationId'], code: 'unknown' }] })
  const alliance = await findAllianceOf(tx, schoolId)
  const { id, fresh } = await ensureUnit(tx, { allianceId: alliance!.id, schoolId, organisationId, proposedBy, createdBy: actor.accountId, demo: false }, now)
  if (fresh) audit(tx, actor, now, { event: 'unit.proposed', subjectType: 'unit', subjectId: id, details: { proposedBy } })
  return { id }
}

const refuseFuture = (field: string, day: string, now: Date) => void (isFuture(day, dayOf(now)) && refuse('invalid_input', { issues: [{ path: [field], code: 'in_future' }] }))

export async function writeVisit(tx: Tx, actor: Actor, unit: Locked<Unit>, visit: VisitValues, now: Date) {
  refuseFuture('visitedOn', visit.visitedOn, now)
  const id = await insertVisit(tx, { ...visit, unitId: unit.id, writtenBy: actor.accountId, writtenAt: now })
  await refreshUnit(tx, unit.id, now)
  audit(tx, actor, now, { event: 'unit.visited', subjectType: 'unit', subjectId: unit.id, details: { visitedOn: visit.visitedOn, conclusion: visit.conclusion } })
  await moveAlong(tx, actor, await listDraftsAt(tx, unit), now)
  return { id }
}

export async function findVisitOf(tx: Tx, actor: Actor, ids: { unitId: string; visitId: string }) {
  const unit = await lockUnit(tx, actor, ids.unitId)
  const visit = unit && (await findVisit(tx, unit.id, ids.visitId))
  return unit && visit ? { ...unit, visitId: visit.id } : undefined
}
export async function addPhoto(tx: Tx, actor: Actor, { visitId }: { visitId: string }, upload: Upload, now: Date) {
  return viewFile(await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'unit_visit', subjectId: visitId, allow: ['jpeg', 'png', 'webp'] }, now))
}

type Check = { checkedOn: string; dishonestSince?: string | null; safetyViolationOn?: string | null; sources: string }
export async function writeCheck(tx: Tx, actor: Actor, unit: Locked<Unit>, { dishonestSince = null, safetyViolationOn = null, ...check }: Check, now: Date) {
  refuseFuture('checkedOn', check.checkedOn, now)
  const late = [['dishonestSince', dishonestSince], ['safetyViolationOn', safetyViolationOn]].filter(([, day]) => day && day > check.checkedOn)
  if (late.length > 0) refuse('invalid_input', { issues: late.map(([field]) => ({ path: [field], code: 'after_check' })) })
  const id = await insertCheck(tx, { ...check, dishonestSince, safetyViolationOn, unitId: unit.id, writtenBy: actor.accountId, writtenAt: now })
  await refreshUnit(tx, unit.id, now)
  audit(tx, actor, now, { event: 'unit.checked', subjectType: 'unit', subjectId: unit.id, details: { checkedOn: check.checkedOn, dishonestSince, safetyViolationOn } })
  await moveAlong(tx, actor, await listDraftsAt(tx, unit), now)
  return { id }
}

type Decision = { decision: 'list' | 'refuse' | 'remove'; body: string; decidedOn: string; minutesNumber: string; reason: string }

/** Onto the list, or off it. A unit that nobody visited, or whose records nobody looked up, does not get there. */
export async function decideUnit(tx: Tx, actor: Actor, unit: Locked<Unit>, decision: Decision, now: Date) {
  refuseFuture('decidedOn', decision.decidedOn, now)
  if (decision.decision !== 'list' && [...decision.reason].length < 5) refuse('reason_needed', { field: 'reason' })
  if (decision.decision === 'remove' && unit.state !== 'listed') refuse('wrong_state', { state: unit.state })
  if (decision.decision === 'list') {
    const findings = whyNotList(factsOf(unit), dayOf(now), await limitsOf(tx, unit.allianceId))
    if (findings.length > 0) refuse('rule_forbids', { findings: findings.map(viewFound) })
  }
  const id = await insertDecision(tx, { ...decision, unitId: unit.id, writtenBy: actor.accountId, writtenAt: now })
  const change = decision.decision === 'list' ? { state: 'listed', listedOn: decision.decidedOn, minutesNumber: decision.minutesNumber } : { state: 'removed', listedOn: null, minutesNumber: null }
  await updateUnit(tx, unit.id, change, now)
  audit(tx, actor, now, { event: decision.decision === 'list' ? 'unit.listed' : decision.decision === 'remove' ? 'unit.removed' : 'unit.refused', subjectType: 'unit', subjectId: unit.id, details: { minutesNumber: decision.minutesNumber, decidedOn: decision.decidedOn } })
  const moved = decision.decision === 'list' ? await moveAlong(tx, actor, await listDraftsAt(tx, unit), now) : 0
  return { id, state: change.state as 'listed' | 'removed', moved }
}

export async function changeUnit(tx: Tx, actor: Actor, unit: Locked<Unit>, { version, cooperationFrom, cooperationUntil }: { version: number; cooperationFrom: string | null; cooperationUntil: string | null }, now: Date) {
  if (unit.version !== version) refuse('changed_meanwhile')
  if ((cooperationFrom === null) !== (cooperationUntil === null) || (cooperationFrom && cooperationUntil && cooperationUntil <= cooperationFrom)) refuse('invalid_input', { issues: [{ path: ['cooperationUntil'], code: 'out_of_order' }] })
  const next = await updateUnit(tx, unit.id, { cooperationFrom, cooperationUntil }, now)
  audit(tx, actor, now, { event: 'unit.changed', subjectType: 'unit', subjectId: unit.id, details: { cooperationFrom, cooperationUntil } })
  return { version: next }
}

const earliest = (one: string | null, other: string | null) => (one && other ? (one < other ? one : other) : (one ?? other))
const factsOf = (unit: Unit) => ({ ...unit, dishonestSince: earliest(unit.firmDishonest, unit.dishonestSince), safetyViolationOn: unit.firmViolation ?? unit.safetyViolationOn })
const viewFound = ({ ruleId, key, params }: Finding) => ({ ruleId, key, params, article: ruleOf(ruleId).article, sourceStatus: ruleOf(ruleId).sourceStatus })

function rowOf(unit: Unit) {
  const { id, organisationId, name, uscc, industryCode, town, divisionCode, staffCount, schoolId, schoolName, visitedOn, checkedOn, listedOn, minutesNumber, placements, alarms, demo } = unit
  return {
    id, organisationId, name, uscc, industryCode, town, divisionCode, staffCount, schoolId, schoolName, visitedOn, checkedOn, listedOn, minutesNumber, placements, alarms, demo,
    state: unit.state as 'proposed' | 'listed' | 'removed',
    conclusion: unit.conclusion as 'suitable' | null,
  }
}

export async function viewUnits(tx: Tx, actor: Actor, query: Parameters<typeof pageOfUnits>[2]) {
  const { rows, total } = await pageOfUnits(tx, actor, query)
  return { rows: rows.map(rowOf), total, page: query.page, size: query.size }
}

export async function viewUnit(tx: Tx, actor: Actor, unit: Unit, now: Date) {
  const { visits, checks, decisions } = await listPapers(tx, unit.id)
  const photos = await viewFilesOf(tx, 'unit_visit', visits.map(({ id }) => id))
  const { dishonestSince, safetyViolationOn } = factsOf(unit)
  return {
    ...rowOf(unit),
    proposedBy: unit.proposedBy as 'school',
    dishonestSince, safetyViolationOn,
    cooperationFrom: unit.cooperationFrom, cooperationUntil: unit.cooperationUntil,
    visits: visits.map(({ byName, conclusion, ...visit }) => ({ ...visit, conclusion: conclusion as 'suitable', writtenBy: byName, photos: photos.get(visit.id) ?? [] })),
    checks: checks.map(({ byName, ...check }) => ({ ...check, writtenBy: byName })),
    decisions: decisions.map(({ byName, decision, body, ...rest }) => ({ ...rest, decision: decision as 'list', body: body as 'party_committee', writtenBy: byName })),
    obstacles: whyNotList(factsOf(unit), dayOf(now), await limitsOf(tx, unit.allianceId)).map(viewFound),
    version: unit.version,
    can: { list: mayListUnit(actor, unit), visit: mayVisitUnit(actor, unit) },
  }
}
