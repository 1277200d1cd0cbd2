import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf, dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Upload } from '../../../kernel/route.ts'
import { keepFile, viewFile, viewFilesOf } from '../../files/service.ts'
import { ask, settle } from '../../inbox/service.ts'
import { barred, judge, moveAlong } from '../guards/service.ts'
import { concernsUnit } from '../guards/rules.ts'
import { listDraftsAt } from '../units/tables.ts'
import type { Placement } from '../tables.ts'
import { mayApproveWaiver, mayKeepWaiver } from './policy.ts'
import { faultsOfException } from './rules.ts'
import { findUnitOf, insertWaiver, listWaivers, updateWaiver, type Waiver } from './tables.ts'

export { lockWaiver, seesWaiver as seesWaiverFiles } from './tables.ts'

/** Why this is right here, for what is found now: the figures are kept, so that worse ones need a new reason. */
export async function giveReason(tx: Tx, actor: Actor, placement: Locked<Placement>, { ruleId, reason }: { ruleId: string; reason: string }, now: Date) {
  const judged = (await judge(tx, [placement.id], dayOf(now))).get(placement.id)!
  const found = barred(judged, 'activate').find((one) => one.ruleId === ruleId && one.severity === 'warn')
  if (!found) return refuse('no_reason_needed', { ruleId })
  const subject = concernsUnit(found) ? { placementId: null, unitId: placement.unitId } : { placementId: placement.id, unitId: null }
  const id = await insertWaiver(tx, { ...subject, ruleId, kind: 'reason', params: { ...found.params, key: found.key }, reason, askedBy: actor.accountId, askedAt: now })
  await askApproval(tx, actor, { id, ...subject, ruleId, schoolId: placement.schoolId, reason, findingKey: found.key, findingParams: found.params }, now)
  audit(tx, actor, now, { event: 'placement_waiver.asked', subjectType: 'placement', subjectId: placement.id, details: { ruleId, reason } })
  return { id }
}

type Exception = { number: string; datedOn: string; authority: string; reason: string }
/** Rule 1.30, for the posts of a unit: recorded with everything that proves it. */
export async function askException(tx: Tx, actor: Actor, unit: { id: string; schoolId: string }, exception: Exception, now: Date) {
  const issues = faultsOfException(exception, dayOf(now))
  if (issues.length > 0) refuse('invalid_input', { issues })
  const id = await insertWaiver(tx, { ...exception, placementId: null, unitId: unit.id, ruleId: '1.30', kind: 'exception', params: {}, askedBy: actor.accountId, askedAt: now })
  await askApproval(tx, actor, { id, placementId: null, unitId: unit.id, ruleId: '1.30', schoolId: unit.schoolId, reason: exception.reason, findingKey: '', findingParams: {} }, now)
  audit(tx, actor, now, { event: 'placement_waiver.asked', subjectType: 'unit', subjectId: unit.id, details: { ruleId: '1.30', number: exception.number, datedOn: exception.datedOn } })
  return { id }
}

type ToApprove = { id: string; placementId: string | null; unitId: string | null; ruleId: string; schoolId: string; reason: string; findingKey: string; findingParams: Record<string, unknown> }
async function askApproval(tx: Tx, actor: Actor, { id, placementId, unitId, ruleId, schoolId, reason, findingKey, findingParams }: ToApprove, now: Date) {
  const params = { ...findingParams, placementId, unitId, rule: `words:rules:name.r${ruleId.replace('.', '_')}`, ...(findingKey ? { finding: `words:rules:findings.${findingKey}` } : {}), reason, by: actor.name }
  await ask(tx, [{ kind: 'placement_waiver.approve', subjectType: 'placement_waiver', subjectId: id, params, assignee: { role: 'school_contact', organisationId: schoolId }, initiatorId: actor.accountId, dueAt: dueInWorkingDays(now, 5) }], now)
}

export async function addFile(tx: Tx, actor: Actor, waiver: Locked<Waiver>, upload: Upload, now: Date) {
  if (waiver.approvedAt || waiver.refusedAt || waiver.revokedAt) refuse('wrong_state', { state: 'decided' })
  const file = await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'placement_waiver', subjectId: waiver.id, allow: ['pdf', 'png', 'jpeg', 'webp'] }, now)
  await updateWaiver(tx, waiver.id, { fileId: file.id })
  return viewFile(file)
}

export async function decide(tx: Tx, actor: Actor, waiver: Locked<Waiver>, { approve, refusal }: { approve: boolean; refusal?: string }, now: Date) {
  if (waiver.approvedAt || waiver.refusedAt || waiver.revokedAt) refuse('wrong_state', { state: 'decided' })
  if (!approve && !refusal?.trim()) refuse('reason_needed', { field: 'refusal' })
  if (approve && waiver.kind === 'exception' && !waiver.fileId) refuse('waiver_without_document')
  await updateWaiver(tx, waiver.id, approve ? { approvedBy: actor.accountId, approvedAt: now } : { refusedAt: now, refusal: refusal! })
  await settle(tx, actor, { subjectType: 'placement_waiver', subjectIds: [waiver.id] }, approve ? 'approve' : 'reject', now)
  audit(tx, actor, now, { event: approve ? 'placement_waiver.approved' : 'placement_waiver.refused', ...subjectOf(waiver), details: { ruleId: waiver.ruleId, ...(refusal ? { refusal } : {}) } })
  return { id: waiver.id, moved: approve ? await moveAlong(tx, actor, await concerned(tx, waiver), now) : 0 }
}

const subjectOf = ({ placementId, unitId }: Waiver) => (placementId ? { subjectType: 'placement', subjectId: placementId } : { subjectType: 'unit', subjectId: unitId! })
const concerned = async (tx: Tx, { placementId, unitId }: Waiver) => (placementId ? [placementId] : listDraftsAt(tx, await findUnitOf(tx, unitId!)))

export async function revoke(tx: Tx, actor: Actor, waiver: Locked<Waiver>, reason: string, now: Date) {
  if (waiver.revokedAt || waiver.refusedAt) refuse('wrong_state', { state: 'revoked' })
  await updateWaiver(tx, waiver.id, { revokedAt: now })
  await settle(tx, actor, { subjectType: 'placement_waiver', subjectIds: [waiver.id] }, 'withdraw', now)
  audit(tx, actor, now, { event: 'placement_waiver.revoked', ...subjectOf(waiver), details: { ruleId: waiver.ruleId, reason } })
  return { id: waiver.id }
}

export async function viewWaivers(tx: Tx, actor: Actor, which: { placementId: string | null; unitId: string }) {
  const rows = await listWaivers(tx, which)
  const files = await viewFilesOf(tx, 'placement_waiver', rows.map(({ id }) => id))
  return {
    rows: rows.map((row) => {
      const { id, ruleId, kind, params, reason, number, datedOn, authority, askedAt, approvedAt, refusedAt, refusal, revokedAt } = row
      const open = !approvedAt && !refusedAt && !revokedAt
      return {
        id, ruleId, kind: kind as 'reason', params: params as Record<string, unknown>, reason, number, datedOn, authority, askedAt, approvedAt, refusedAt, refusal, revokedAt,
        file: files.get(id)?.find((file) => file.id === row.fileId) ?? null,
        ofUnit: row.unitId !== null,
        askedBy: row.askedByName,
        approvedBy: row.approvedByName,
        can: { approve: open && mayApproveWaiver(actor, row), keep: !refusedAt && !revokedAt && mayKeepWaiver(actor, row) },
      }
    }),
  }
}
