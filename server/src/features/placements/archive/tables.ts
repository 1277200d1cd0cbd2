import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'

type Kind = 'agreement' | 'plan' | 'report' | 'assessment' | 'log' | 'inspection' | 'summary' | 'evidence'
const signed = ['concluded', 'superseded', 'terminated', 'expired']

/** How much of each paper was written in the product itself, in one query. */
export async function countRecords(tx: Tx, placementId: string): Promise<Record<Kind, number>> {
  const { rows } = await sql<Record<Kind, number>>`select
    (select count(*)::int from agreement where subject_kind = 'placement' and subject_id = ${placementId} and kind in ('three_party', 'apprenticeship') and state = any(${signed})) as agreement,
    (select count(*)::int from task_card where placement_id = ${placementId}) as plan,
    (select count(*)::int from placement_text where placement_id = ${placementId} and kind = 'report' and handed_in_at is not null) as report,
    (select count(*)::int from placement_assessment where placement_id = ${placementId} and state = 'published') as assessment,
    (select count(*)::int from placement_log where placement_id = ${placementId}) as log,
    (select count(*)::int from placement_visit v join placement_visit_member m on m.visit_id = v.id where m.placement_id = ${placementId} and v.state in ('done', 'followed')) as inspection,
    (select count(*)::int from placement_text where placement_id = ${placementId} and kind = 'summary' and handed_in_at is not null) as summary,
    (select count(*)::int from placement_log_photo where placement_id = ${placementId} and log_id is not null) + (select count(*)::int from task_card where placement_id = ${placementId} and state = 'signed') as evidence`.execute(tx)
  return rows[0]!
}

/** Files of the placement, and plans of its cohort. */
export async function listPaperFiles(tx: Tx, placementId: string) {
  const rows = await tx
    .selectFrom('placementPaper as paper')
    .innerJoin('file', 'file.id', 'paper.fileId')
    .select(['paper.id', 'paper.kind', 'paper.title', 'paper.cohortId', 'paper.createdAt', 'file.id as fileId', 'file.name', 'file.size', 'file.sha256'])
    .where('file.removedAt', 'is', null)
    .where((one) => one.or([one('paper.placementId', '=', placementId), one('paper.cohortId', '=', one.selectFrom('placement').innerJoin('student', 'student.id', 'placement.studentId').select('student.cohortId').where('placement.id', '=', placementId))]))
    .orderBy('paper.createdAt')
    .orderBy('paper.id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Kind }))
}
export const listPlans = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('placementPaper as paper')
    .innerJoin('file', 'file.id', 'paper.fileId')
    .innerJoin('cohort', 'cohort.id', 'paper.cohortId')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .select(['paper.id', 'paper.title', 'paper.createdAt', 'paper.fileId', 'cohort.id as cohortId', 'cohort.name as cohortName'])
    .where('programme.schoolId', '=', schoolId)
    .where('file.removedAt', 'is', null)
    .orderBy('cohort.name')
    .orderBy('paper.createdAt')
    .execute()
export async function insertPaper(tx: Tx, paper: { id: string; placementId: string | null; cohortId: string | null; kind: string; title: string; fileId: string; createdBy: string | null; createdAt: Date }) {
  await tx.insertInto('placementPaper').values(paper).execute()
}
export const deletePaper = (tx: Tx, paperId: string) => tx.deleteFrom('placementPaper').where('id', '=', paperId).execute()
export const findPaper = (tx: Tx, paperId: string) => tx.selectFrom('placementPaper').selectAll().where('id', '=', paperId).executeTakeFirst()
export const findCohort = (tx: Tx, cohortId: string) =>
  tx.selectFrom('cohort').innerJoin('programme', 'programme.id', 'cohort.programmeId').select(['cohort.id', 'programme.schoolId']).where('cohort.id', '=', cohortId).executeTakeFirst()

// What goes into the bundle.
export const listAgreementIds = (tx: Tx, placementId: string) =>
  tx.selectFrom('agreement').select('id').where('subjectKind', '=', 'placement').where('subjectId', '=', placementId).where('state', 'in', signed).orderBy('createdAt').execute()
export const listScans = (tx: Tx, agreementIds: readonly string[]) =>
  agreementIds.length === 0 ? Promise.resolve([]) : tx.selectFrom('agreementScan').innerJoin('agreement', 'agreement.id', 'agreementScan.agreementId').select(['agreementScan.fileId', 'agreement.number']).where('agreementId', 'in', agreementIds).where('agreementScan.state', '=', 'confirmed').execute()
export const listTaskCards = (tx: Tx, placementId: string) =>
  tx.selectFrom('taskCard').select(['position', 'title', 'goal', 'state', 'evidence', 'signerName', 'signedAt', 'onPaper']).where('placementId', '=', placementId).orderBy('position').execute()
export const listTexts = (tx: Tx, placementId: string) => tx.selectFrom('placementText').select(['kind', 'text', 'handedInAt']).where('placementId', '=', placementId).where('handedInAt', 'is not', null).execute()
export const listLogs = (tx: Tx, placementId: string) => tx.selectFrom('placementLog').select(['id', 'week', 'did', 'learnt', 'question', 'sentAt', 'comment', 'readAt']).where('placementId', '=', placementId).orderBy('week').execute()
export const listPhotos = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('placementLogPhoto as photo')
    .innerJoin('placementLog as log', 'log.id', 'photo.logId')
    .select(['photo.fileId', 'photo.position', 'log.week'])
    .where('photo.placementId', '=', placementId)
    .orderBy('log.week')
    .orderBy('photo.position')
    .execute()
export const listVisits = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('placementVisit as visit')
    .innerJoin('placementVisitMember as member', 'member.visitId', 'visit.id')
    .innerJoin('teacher', 'teacher.id', 'visit.teacherId')
    .select(['visit.id', 'visit.way', 'visit.visitedOn', 'visit.finding', 'visit.followUp', 'visit.followUpBy', 'visit.outcome', 'teacher.name as teacherName'])
    .where('member.placementId', '=', placementId)
    .where('visit.state', 'in', ['done', 'followed'])
    .orderBy('visit.visitedOn')
    .execute()
export const listFilesByIds = (tx: Tx, ids: readonly string[]) => (ids.length === 0 ? Promise.resolve([]) : tx.selectFrom('file').selectAll().where('id', 'in', ids).where('removedAt', 'is', null).execute())

export type Entry = { path: string; kind: Kind; title: string; sha256: string; size: number; fileId?: string; text?: string }
export async function insertArchive(tx: Tx, { manifest, ...archive }: { placementId: string; number: string; manifest: readonly Entry[]; manifestHash: Buffer; files: number; archivedBy: string | null; archivedAt: Date }) {
  await tx.insertInto('placementArchive').values({ ...archive, manifest: JSON.stringify(manifest) }).execute()
}
export async function findArchive(tx: Tx, placementId: string) {
  const row = await tx.selectFrom('placementArchive').leftJoin('account', 'account.id', 'placementArchive.archivedBy').selectAll('placementArchive').select('account.name as byName').where('placementId', '=', placementId).executeTakeFirst()
  return row && { ...row, manifest: row.manifest as unknown as Entry[] }
}
