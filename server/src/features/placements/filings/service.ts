import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf, dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { canMove } from '../../../kernel/lifecycle.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Upload } from '../../../kernel/route.ts'
import { keepFile, listFiles, viewFile } from '../../files/service.ts'
import { advance } from '../../inbox/service.ts'
import type { PlacementState } from '../contract.ts'
import { moveAlong } from '../guards/service.ts'
import { findAllianceOf, findTeacherOf } from '../making/tables.ts'
import { filingLife, type FilingInMotion } from './lifecycle.ts'
import { mayKeepFiling } from './policy.ts'
import { checklists, faultsOfNumbers, missingToSend, type FilingKind } from './rules.ts'
import { countOwn, insertFiling, listMembers, pageOfFilings, replaceMembers, updateFiling, type Checklist, type Filing } from './tables.ts'

export { findFiling, lockFiling, seesFiling as seesFilingFiles } from './tables.ts'

async function refuseStrangers(tx: Tx, schoolId: string, { placementIds = [], escortId }: { placementIds?: readonly string[]; escortId?: string | null }) {
  if ((await countOwn(tx, schoolId, placementIds)) !== new Set(placementIds).size) refuse('invalid_input', { issues: [{ path: ['placementIds'], code: 'unknown' }] })
  if (escortId && !(await findTeacherOf(tx, schoolId, escortId))) refuse('invalid_input', { issues: [{ path: ['escortId'], code: 'unknown' }] })
}

export async function prepareFiling(tx: Tx, actor: Actor, { placementIds, escortId = null, ...wish }: { kind: FilingKind; title: string; authority: string; escortId?: string | null; placementIds: readonly string[] }, now: Date) {
  const schoolId = actor.organisationId!
  await refuseStrangers(tx, schoolId, { placementIds, escortId })
  const alliance = await findAllianceOf(tx, schoolId)
  const id = await insertFiling(tx, { ...wish, escortId, schoolId, allianceId: alliance!.id, state: 'preparing', createdBy: actor.accountId, createdAt: now, updatedAt: now, demo: false })
  await replaceMembers(tx, id, [...new Set(placementIds)])
  audit(tx, actor, now, { event: 'placement_filing.prepared', subjectType: 'placement_filing', subjectId: id, details: { kind: wish.kind, placements: placementIds.length } })
  return { id }
}

type Edit = { version: number; title?: string; authority?: string; escortId?: string | null; remark?: string; checklist?: readonly { item: string; on: string | null; remark: string }[]; placementIds?: readonly string[] }
export async function changeFiling(tx: Tx, actor: Actor, filing: Locked<Filing>, { version, checklist, placementIds, ...change }: Edit, now: Date) {
  if (filing.version !== version) refuse('changed_meanwhile')
  if (filing.state === 'filed' || filing.state === 'sent') refuse('wrong_state', { state: filing.state })
  await refuseStrangers(tx, filing.schoolId, { placementIds, escortId: change.escortId })
  const unknown = (checklist ?? []).filter(({ item }) => !checklists[filing.kind].includes(item))
  if (unknown.length > 0) refuse('invalid_input', { issues: unknown.map(({ item }) => ({ path: ['checklist', item], code: 'unknown' })) })
  const ticked: Checklist = { ...filing.checklist }
  for (const { item, on, remark } of checklist ?? []) {
    if (on === null) delete ticked[item]
    else ticked[item] = { on, remark }
  }
  if (placementIds) await replaceMembers(tx, filing.id, [...new Set(placementIds)])
  const next = await updateFiling(tx, filing.id, { ...change, checklist: ticked }, now)
  audit(tx, actor, now, { event: 'placement_filing.changed', subjectType: 'placement_filing', subjectId: filing.id })
  return { version: next }
}

const inMotion = (filing: Filing, now: Date): FilingInMotion => ({ id: filing.id, state: filing.state, schoolId: filing.schoolId, title: filing.title, clocks: { answer: dueInWorkingDays(now, 10) } })

type Move = { action: 'send' | 'file' | 'return' | 'reopen'; version: number; consentNumber?: string; consentOn?: string; filingNumber?: string; filedOn?: string; reason?: string }
export async function moveFiling(tx: Tx, actor: Actor, filing: Locked<Filing>, { action, version, reason, ...numbers }: Move, now: Date) {
  if (filing.version !== version) refuse('changed_meanwhile')
  if ((action === 'return' || action === 'reopen') && !reason?.trim()) refuse('reason_needed', { field: 'reason' })
  if (action === 'send') {
    const missing = missingToSend(filing)
    if (missing.length > 0) refuse('filing_incomplete', { missing })
  }
  const issues = action === 'file' ? faultsOfNumbers(filing.kind, numbers, dayOf(now)) : []
  if (issues.length > 0) refuse('invalid_input', { issues })
  const state = await advance(tx, actor, filingLife, action, { ...inMotion(filing, now), locked: true }, now, { ...(reason ? { reason } : {}), ...(action === 'file' ? numbers : {}) })
  const change = action === 'file' ? numbers : action === 'reopen' || action === 'return' ? { filingNumber: null, filedOn: null, remark: reason! } : {}
  const next = await updateFiling(tx, filing.id, { ...change, state }, now)
  const moved = action === 'file' ? await moveAlong(tx, actor, (await listMembers(tx, filing.id)).map(({ id }) => id), now) : 0
  return { id: filing.id, state, version: next, moved }
}

export async function addFilingFile(tx: Tx, actor: Actor, filing: Filing, upload: Upload, now: Date) {
  return viewFile(await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'placement_filing', subjectId: filing.id, allow: ['pdf', 'png', 'jpeg', 'webp', 'docx', 'xlsx'] }, now))
}

const rowOf = ({ id, schoolId, schoolName, kind, title, state, authority, consentNumber, filingNumber, filedOn, members, demo }: Filing) => ({ id, schoolId, schoolName, kind, title, state, authority, consentNumber, filingNumber, filedOn, members, demo })
export async function viewFilings(tx: Tx, actor: Actor, query: Parameters<typeof pageOfFilings>[2]) {
  const { rows, total } = await pageOfFilings(tx, actor, query)
  return { rows: rows.map(rowOf), total, page: query.page, size: query.size }
}
export async function viewFiling(tx: Tx, actor: Actor, filing: Filing, now: Date) {
  const placements = await listMembers(tx, filing.id)
  return {
    ...rowOf(filing),
    consentOn: filing.consentOn,
    escortId: filing.escortId,
    escortName: filing.escortName,
    checklist: checklists[filing.kind].map((item) => ({ item, on: filing.checklist[item]?.on ?? null, remark: filing.checklist[item]?.remark ?? '' })),
    remark: filing.remark,
    createdAt: filing.createdAt,
    placements: placements.map((one) => ({ ...one, state: one.state as PlacementState })),
    files: (await listFiles(tx, 'placement_filing', filing.id)).map(viewFile),
    missing: missingToSend(filing),
    version: filing.version,
    can: { ...canMove(filingLife, actor, inMotion(filing, now)), edit: mayKeepFiling(actor, filing) && ['preparing', 'returned'].includes(filing.state) },
  }
}
