import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Moment } from '../../../contract/moment.ts'
import { PlacementParams, PlacementState } from '../contract.ts'

export const paperKinds = ['agreement', 'plan', 'report', 'assessment', 'log', 'inspection', 'summary', 'evidence'] as const
export const PaperKind = z.enum(paperKinds)
const Uploaded = z.object({ id: z.uuid(), title: z.string(), name: z.string(), size: z.number(), fileId: z.uuid(), ofCohort: z.boolean(), createdAt: Moment })
const FileLine = z.object({ path: z.string(), kind: PaperKind, title: z.string(), sha256: z.string(), size: z.number() })

export const ArchiveView = z.object({
  placement: z.object({ id: z.uuid(), number: z.string(), state: PlacementState, studentName: z.string(), unitName: z.string(), schoolName: z.string() }),
  /** The eight papers of rule 1.44, in their order. */
  papers: z.array(z.object({ kind: PaperKind, there: z.boolean(), records: z.int(), files: z.array(Uploaded) })),
  missing: z.array(PaperKind),
  archived: z.object({ number: z.string(), at: Moment, by: z.string().nullable(), manifestHash: z.string(), files: z.array(FileLine) }).nullable(),
  can: z.object({ add: z.boolean(), archive: z.boolean(), download: z.boolean() }),
})
export type ArchiveView = z.input<typeof ArchiveView>
export const getArchive = endpoint({ method: 'GET', path: '/placements/:placementId/archive', params: PlacementParams, reply: ArchiveView, summary: 'Which of the eight papers are there, and what is in the bundle' })
const Added = z.object({ id: z.uuid() })
export const addArchivePaper = endpoint({ method: 'POST', path: '/placements/:placementId/archive/papers', params: PlacementParams, reply: Added, bytes: 'upload', summary: 'A paper as a file (fields: kind, title)' })
export const addCohortPlan = endpoint({ method: 'POST', path: '/cohorts/:cohortId/internship-plans', params: z.object({ cohortId: z.uuid() }), reply: Added, bytes: 'upload', summary: 'The plan of a whole cohort (field: title)' })
export const listCohortPlans = endpoint({
  method: 'GET',
  path: '/internship-plans',
  reply: z.object({ rows: z.array(z.object({ id: z.uuid(), title: z.string(), cohortId: z.uuid(), cohortName: z.string(), fileId: z.uuid(), createdAt: Moment })), can: z.object({ add: z.boolean() }) }),
  summary: 'Plans of whole cohorts; each counts for every placement of its cohort',
})
export const removeCohortPlan = endpoint({ method: 'DELETE', path: '/cohorts/:cohortId/internship-plans/:paperId', params: z.object({ cohortId: z.uuid(), paperId: z.uuid() }), reply: z.object({}) })
export const removeArchivePaper = endpoint({ method: 'DELETE', path: '/placements/:placementId/archive/papers/:paperId', params: PlacementParams.extend({ paperId: z.uuid() }), reply: z.object({}) })
export const archivePlacement = endpoint({ method: 'POST', path: '/placements/:placementId/archive', params: PlacementParams, reply: z.object({ number: z.string(), manifestHash: z.string() }), summary: 'Archives; refused while one of the eight papers is missing (rule 1.44)' })
export const getBundle = endpoint({ method: 'GET', path: '/placements/:placementId/archive.zip', params: PlacementParams, reply: z.unknown(), bytes: 'download', summary: 'The papers, an index and the SHA-256 of each' })
