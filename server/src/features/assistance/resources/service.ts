import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf, dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { historyOf } from '../../../kernel/history.ts'
import { canMove } from '../../../kernel/lifecycle.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Upload } from '../../../kernel/route.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { keepFile, listFiles, viewFile } from '../../files/service.ts'
import { advance, askFor } from '../../inbox/service.ts'
import { contactRoleOf, listActiveAlliancesOf } from '../../members/service.ts'
import { isPairedCounty } from '../rules.ts'
import { workbook } from '../service.ts'
import type { ResourceRow, ResourceView } from './contract.ts'
import { resourceLife, type ResourceInMotion } from './lifecycle.ts'
import { isGiver, isReceiver, mayAddResourceEvidence } from './policy.ts'
import { faultsOfGift, faultsOfReceipt, receivedValue, settled } from './rules.ts'
import { resourcesTable } from './sheet.ts'
import { findOrganisation, findResource, findResourceAnyhow, hasSeat, insertResource, listVersions, pageOfResources, updateResource, type Filter, type Resource } from './tables.ts'

export { findResource, lockResource } from './tables.ts'

async function inMotion(tx: Tx, resource: Resource, now: Date): Promise<ResourceInMotion> {
  const role = contactRoleOf(resource.giverKind)
  return { ...resource, giverRole: role !== 'official' && (await hasSeat(tx, resource.giverId, role)) ? role : null, clocks: { ten: dueInWorkingDays(now, 10) } }
}

export type ResourceForm = { kind: string; name: string; quantity: number; unit: string; value: number | null; givenOn: string; note: string }
/** For oneself; the office, which has no house, names who gave. */
export async function giveResource(tx: Tx, actor: Actor, { receiverId, giverId: named, ...form }: ResourceForm & { receiverId: string; giverId?: string }, now: Date, { demo = false } = {}) {
  const giverId = actor.organisationId ?? named ?? refuse('invalid_input', { issues: [{ path: ['giverId'], code: 'missing' }] })
  const receiver = await findOrganisation(tx, receiverId)
  const theirs = receiver ? await listActiveAlliancesOf(tx, receiverId) : []
  const ours = await listActiveAlliancesOf(tx, giverId)
  const allianceId = theirs.find((id) => ours.includes(id) && (actor.allianceId === null || id === actor.allianceId))
  const issues = [
    ...faultsOfGift(form, dayOf(now)),
    ...(receiver?.kind === 'school' && isPairedCounty(receiver.divisionCode) && receiverId !== giverId ? [] : [{ path: ['receiverId'], code: 'not_a_county_school' }]),
    ...(allianceId ? [] : [{ path: [actor.organisationId ? 'receiverId' : 'giverId'], code: 'unknown' }]),
  ]
  if (issues.length > 0) refuse('invalid_input', { issues })
  const number = await nextNumber(tx, 'ZY', now)
  const id = await insertResource(tx, { ...settled(form), number, revision: 1, allianceId: allianceId!, giverId, receiverId, correctsId: null, correction: null, createdBy: actor.accountId, createdAt: now, updatedAt: now, demo })
  audit(tx, actor, now, { event: 'assistance_resource.given', subjectType: 'assistance_resource', subjectId: id, details: { number, kind: form.kind } })
  await askFor(tx, actor, resourceLife, await inMotion(tx, await findResourceAnyhow(tx, id), now), now)
  return { id, number }
}

/** Never silently: the version before stays, with who received what under it; the new one is asked of the receiver again. */
export async function correctResource(tx: Tx, actor: Actor, resource: Locked<Resource>, { correction, version, ...form }: ResourceForm & { correction: string; version: number }, now: Date) {
  if (resource.version !== version) refuse('changed_meanwhile')
  if (form.kind !== resource.kind) refuse('invalid_input', { issues: [{ path: ['kind'], code: 'fixed' }] })
  const issues = faultsOfGift(form, dayOf(now))
  if (issues.length > 0) refuse('invalid_input', { issues })
  const { id: oldId, number, revision, allianceId, giverId, receiverId, demo } = resource
  const state = await advance(tx, actor, resourceLife, 'correct', { ...(await inMotion(tx, resource, now)), locked: true }, now, { number, revision })
  await updateResource(tx, oldId, { state }, now)
  const id = await insertResource(tx, { ...settled(form), number, revision: revision + 1, allianceId, giverId, receiverId, correctsId: oldId, correction, createdBy: actor.accountId, createdAt: now, updatedAt: now, demo })
  audit(tx, actor, now, { event: 'assistance_resource.given', subjectType: 'assistance_resource', subjectId: id, details: { number, revision: revision + 1, correction } })
  await askFor(tx, actor, resourceLife, await inMotion(tx, await findResourceAnyhow(tx, id), now), now)
  return { id, revision: revision + 1 }
}

export async function moveResource(tx: Tx, actor: Actor, resource: Locked<Resource>, { action, version, quantity, receivedOn, reason = '' }: { action: 'receive' | 'dispute'; version: number; quantity?: number; receivedOn?: string; reason?: string }, now: Date) {
  if (resource.version !== version) refuse('changed_meanwhile')
  if (!resourceLife.transitions[action].from.includes(resource.state)) refuse('wrong_state', { state: resource.state, action })
  if (action === 'dispute' && reason.length < 2) refuse('reason_needed', { field: 'reason' })
  const issues = action === 'receive' ? faultsOfReceipt(resource, { quantity, receivedOn }, dayOf(now)) : []
  if (issues.length > 0) refuse('invalid_input', { issues })
  const change = action === 'receive' ? { receivedQuantity: quantity!, receivedOn: receivedOn!, receivedBy: actor.accountId } : { reason }
  const state = await advance(tx, actor, resourceLife, action, { ...(await inMotion(tx, resource, now)), locked: true }, now, { number: resource.number, ...(action === 'receive' ? { quantity: quantity! } : { reason }) })
  return { id: resource.id, state, version: await updateResource(tx, resource.id, { ...change, state }, now) }
}

export async function addEvidence(tx: Tx, actor: Actor, resource: Locked<Resource>, upload: Upload, now: Date) {
  if (resource.state === 'corrected') refuse('wrong_state', { state: resource.state })
  return viewFile(await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'assistance_resource', subjectId: resource.id, allow: ['pdf', 'png', 'jpeg', 'webp'] }, now))
}
export const seesResourceFiles = async (tx: Tx, actor: Actor, resourceId: string) => (await findResource(tx, actor, resourceId)) !== undefined

export function rowOf(resource: Resource): ResourceRow {
  const { id, number, revision, state, kind, name, giverId, giverName, receiverId, receiverName, quantity, unit, value, givenOn, receivedQuantity, receivedOn, demo } = resource
  return { id, number, revision, state, kind, name, giverId, giverName, receiverId, receiverName, quantity, unit, value, givenOn, receivedQuantity, receivedOn, receivedValue: receivedValue({ quantity, value, received: receivedQuantity }), demo }
}
export async function viewResources(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }) {
  const { rows, total } = await pageOfResources(tx, actor, query)
  return { rows: rows.map(rowOf), total, page: query.page, size: query.size }
}
export async function viewResource(tx: Tx, actor: Actor, resource: Resource, now: Date): Promise<ResourceView> {
  const { note, reason, correction, receivedByName, createdAt, version } = resource
  const { receive, dispute, correct } = canMove(resourceLife, actor, await inMotion(tx, resource, now))
  return {
    ...rowOf(resource), note, reason, correction, receivedBy: receivedByName, createdAt, version,
    evidence: (await listFiles(tx, 'assistance_resource', resource.id)).map(viewFile),
    versions: (await listVersions(tx, resource.number)).map(({ id, revision, state, name, quantity, unit, value, givenOn, correction: why, createdAt: at }) => ({ id, revision, state, name, quantity, unit, value, givenOn, correction: why, createdAt: at })),
    side: isReceiver(actor, resource) ? 'receiver' : isGiver(actor, resource) ? 'giver' : 'office',
    can: { receive, dispute, correct, evidence: resource.state !== 'corrected' && mayAddResourceEvidence(actor, resource) },
  }
}
export const viewHistory = async (tx: Tx, resource: Resource) => ({ rows: await historyOf(tx, 'assistance_resource', resource.id) })
export async function exportResources(tx: Tx, actor: Actor, filter: Filter, now: Date) {
  const { rows } = await pageOfResources(tx, actor, { ...filter, page: 1, size: 20_000 })
  return workbook(resourcesTable(actor.locale, rows.map(rowOf)), dayOf(now))
}
