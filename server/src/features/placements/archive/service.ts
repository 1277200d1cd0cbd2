import { randomUUID } from 'node:crypto'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Download, Upload } from '../../../kernel/route.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { keepFile } from '../../files/service.ts'
import { findPlacement, go, type Placement } from '../service.ts'
import { bundleOf, collect, manifestHashOf } from './bundle/service.ts'
import type { ArchiveView } from './contract.ts'
import { mayAddPaper, mayArchive, mayReadArchive } from './policy.ts'
import { missingPapers, paperKinds, type PaperKind } from './rules.ts'
import { countRecords, deletePaper, findArchive, findCohort, findPaper, insertArchive, insertPaper, listPaperFiles, listPlans } from './tables.ts'

async function papersOf(tx: Tx, placementId: string) {
  const records = await countRecords(tx, placementId)
  const files = Map.groupBy(await listPaperFiles(tx, placementId), ({ kind }) => kind)
  const counts = Object.fromEntries(paperKinds.map((kind) => [kind, { records: records[kind], files: files.get(kind)?.length ?? 0 }])) as Record<PaperKind, { records: number; files: number }>
  return { counts, files, missing: missingPapers(counts) }
}

export async function viewArchive(tx: Tx, actor: Actor, placement: Placement): Promise<ArchiveView> {
  const { counts, files, missing } = await papersOf(tx, placement.id)
  const archive = await findArchive(tx, placement.id)
  const { id, number, state, studentName, unitName, schoolName } = placement
  return {
    placement: { id, number, state, studentName, unitName, schoolName },
    papers: paperKinds.map((kind) => ({
      kind, there: !missing.includes(kind), records: counts[kind].records,
      files: (files.get(kind) ?? []).map(({ id: paperId, title, name, size, fileId, cohortId, createdAt }) => ({ id: paperId, title, name, size, fileId, ofCohort: cohortId !== null, createdAt })),
    })),
    missing,
    archived: archive ? { number: archive.number, at: archive.archivedAt, by: archive.byName, manifestHash: archive.manifestHash.toString('hex'), files: archive.manifest.map(({ path, kind, title, sha256, size }) => ({ path, kind, title, sha256, size })) } : null,
    can: { add: state !== 'archived' && state !== 'cancelled' && mayAddPaper(actor, placement), archive: state === 'assessed' && missing.length === 0 && mayArchive(actor, placement), download: archive !== undefined && mayReadArchive(actor, placement) },
  }
}

const allowed = ['pdf', 'png', 'jpeg', 'webp', 'docx', 'xlsx'] as const
async function keep(tx: Tx, actor: Actor, of: { placementId: string | null; cohortId: string | null }, kind: PaperKind, upload: Upload, now: Date) {
  const title = (upload.fields['title'] ?? '').trim() || upload.name
  const id = randomUUID()
  const file = await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'placement_paper', subjectId: id, allow: allowed }, now)
  await insertPaper(tx, { id, ...of, kind, title: [...title].slice(0, 100).join('').padEnd(2, ' '), fileId: file.id, createdBy: actor.accountId, createdAt: now })
  return { id }
}
export async function addPaper(tx: Tx, actor: Actor, placement: Locked<Placement>, upload: Upload, now: Date) {
  const kind = paperKinds.find((one) => one === upload.fields['kind']) ?? refuse('invalid_input', { issues: [{ path: ['kind'], code: 'unknown' }] })
  if (placement.state === 'archived') refuse('archive_fixed')
  return keep(tx, actor, { placementId: placement.id, cohortId: null }, kind, upload, now)
}
export const addPlan = (tx: Tx, actor: Actor, cohort: { id: string }, upload: Upload, now: Date) => keep(tx, actor, { placementId: null, cohortId: cohort.id }, 'plan', upload, now)
export async function viewPlans(tx: Tx, actor: Actor) {
  const rows = actor.organisationId === null ? [] : await listPlans(tx, actor.organisationId)
  return { rows, can: { add: hasRole(actor, 'school_contact') } }
}
/** What was archived keeps the plan it was archived with. */
export async function removePlan(tx: Tx, cohort: { id: string }, paperId: string) {
  if ((await findPaper(tx, paperId))?.cohortId !== cohort.id) refuse('not_found')
  await deletePaper(tx, paperId)
  return {}
}
export async function removePaper(tx: Tx, placement: Locked<Placement>, paperId: string) {
  const paper = await findPaper(tx, paperId)
  if (paper?.placementId !== placement.id) refuse('not_found')
  if (placement.state === 'archived') refuse('archive_fixed')
  await deletePaper(tx, paperId)
  return {}
}

/** Rule 1.44: not while one of the eight is missing; each that is gets its name. From here on nothing of it changes. */
export async function archive(tx: Tx, actor: Actor, placement: Locked<Placement>, now: Date) {
  const { missing } = await papersOf(tx, placement.id)
  if (placement.state === 'archived') refuse('archive_fixed')
  if (placement.state === 'assessed' && missing.length > 0) refuse('archive_incomplete', { missing, rule: '1.44' })
  const manifest = await collect(tx, placement, now)
  const manifestHash = manifestHashOf(manifest)
  const number = await nextNumber(tx, 'DA', now)
  await go(tx, actor, placement, 'archive', now, { details: { archive: number, manifest: manifestHash.toString('hex') } })
  await insertArchive(tx, { placementId: placement.id, number, manifest, manifestHash, files: manifest.length, archivedBy: actor.accountId, archivedAt: now })
  audit(tx, actor, now, { event: 'placement.bundled', subjectType: 'placement_archive', subjectId: placement.id, details: { number, files: manifest.length } })
  return { number, manifestHash: manifestHash.toString('hex') }
}

export async function bundle(tx: Tx, placement: Placement): Promise<Download> {
  const kept = (await findArchive(tx, placement.id)) ?? refuse('not_archived')
  return { name: `${kept.number} ${placement.studentName}.zip`, mediaType: 'application/zip', bytes: bundleOf(placement, kept) }
}

/** Files of papers are seen by those who may read the archive. */
export async function seesPaperFiles(tx: Tx, actor: Actor, paperId: string) {
  const paper = await findPaper(tx, paperId)
  const placement = paper?.placementId ? await findPlacement(tx, actor, paper.placementId) : undefined
  return placement ? mayReadArchive(actor, placement) : paper?.cohortId !== undefined && paper?.cohortId !== null && ['school_contact', 'teacher'].includes(actor.role) && (await isOfOwnSchool(tx, actor, paper.cohortId))
}
const isOfOwnSchool = async (tx: Tx, actor: Actor, cohortId: string) => (await findCohort(tx, cohortId))?.schoolId === actor.organisationId
