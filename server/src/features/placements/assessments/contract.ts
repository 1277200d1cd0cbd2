import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { PlacementParams, PlacementState } from '../contract.ts'

const Text = (least: number, most: number) => z.string().trim().min(least).max(most)
export const schemeStates = ['draft', 'approved', 'retired'] as const
export const SchemeItem = z.object({
  code: z.string().regex(/^[a-z][a-z0-9_]{0,29}$/),
  title: Text(1, 50),
  part: z.enum(['unit', 'school']),
  kind: z.enum(['process', 'result', 'attendance']),
  weight: z.number().min(0).max(100),
  guide: Text(0, 300).default(''),
})
export type SchemeItem = z.output<typeof SchemeItem>
const SchemeParams = z.object({ schemeId: z.uuid() })

export const SchemeView = z.object({
  id: z.uuid(), title: z.string(), state: z.enum(schemeStates), programmeId: z.uuid().nullable(), cohortId: z.uuid().nullable(), scopeName: z.string().nullable(), items: z.array(SchemeItem), passMark: z.int(), minutesNumber: z.string().nullable(),
  createdBy: z.string().nullable(), approvedBy: z.string().nullable(), approvedAt: Moment.nullable(), used: z.int(), version: z.int(), demo: z.boolean(),
  /** What keeps it from being approved. */
  faults: z.array(z.object({ code: z.string(), rule: z.string().nullable() })),
  can: z.object({ edit: z.boolean(), approve: z.boolean() }),
})
export type SchemeView = z.input<typeof SchemeView>
const SchemeBody = z.object({ title: Text(2, 100), programmeId: z.uuid().nullish(), cohortId: z.uuid().nullish(), items: z.array(SchemeItem).min(1).max(20), passMark: z.int().min(1).max(100).default(60) })
export const listSchemes = endpoint({ method: 'GET', path: '/assessment-schemes', reply: z.object({ rows: z.array(SchemeView), can: z.object({ write: z.boolean() }) }) })
export const writeScheme = endpoint({ method: 'POST', path: '/assessment-schemes', body: SchemeBody, reply: z.object({ id: z.uuid() }) })
export const changeScheme = endpoint({ method: 'PATCH', path: '/assessment-schemes/:schemeId', params: SchemeParams, body: SchemeBody.extend({ version: z.int() }), reply: z.object({ version: z.int() }) })
export const approveScheme = endpoint({ method: 'POST', path: '/assessment-schemes/:schemeId/approval', params: SchemeParams, body: z.object({ minutesNumber: Text(2, 60), version: z.int() }), reply: z.object({ state: z.enum(schemeStates) }), summary: 'The school approves how it marks; one of attendance alone is refused (rule 1.43)' })

const Marks = z.record(z.string(), z.number().min(0).max(100))
const Part = z.object({ marks: Marks.nullable(), words: z.string().nullable(), marker: z.string().nullable(), markedAt: Moment.nullable() })
const Objection = z.object({ state: z.enum(['open', 'upheld', 'rejected']), reason: z.string(), dueAt: Moment.nullable(), answer: z.string().nullable(), totalBefore: z.number(), totalAfter: z.number().nullable(), createdAt: Moment })
const StudentText = z.object({ text: z.string(), handedInAt: Moment.nullable() })
export const AssessmentView = z.object({
  placement: z.object({ id: z.uuid(), number: z.string(), state: PlacementState, title: z.string(), studentName: z.string(), cohortName: z.string(), schoolName: z.string(), unitName: z.string(), startsOn: Day, endsOn: Day, endedOn: Day.nullable(), supervisorName: z.string().nullable(), mentorName: z.string().nullable() }),
  /** Marking opens two weeks before the last day. */
  opensOn: Day,
  scheme: z.object({ id: z.uuid(), title: z.string(), passMark: z.int(), items: z.array(SchemeItem) }).nullable(),
  state: z.enum(['none', 'marking', 'published']),
  unit: Part.nullable(),
  school: Part.nullable(),
  /** Each item with its mark and what it gives; the sum is the result. */
  lines: z.array(z.object({ code: z.string(), title: z.string(), part: z.enum(['unit', 'school']), weight: z.number(), mark: z.number(), points: z.number() })),
  total: z.number().nullable(),
  passed: z.boolean().nullable(),
  publishedAt: Moment.nullable(),
  summary: StudentText.nullable(),
  report: StudentText.nullable(),
  objection: Objection.nullable(),
  objectUntil: Moment.nullable(),
  certificate: z.object({ number: z.string(), code: z.string(), on: Day }).nullable(),
  /** What is still missing before the result can be published. */
  missing: z.array(z.enum(['scheme', 'unit', 'school', 'summary', 'over'])),
  version: z.int(),
  can: z.object({ markUnit: z.boolean(), markSchool: z.boolean(), write: z.boolean(), publish: z.boolean(), object: z.boolean(), answerObjection: z.boolean() }),
})
export type AssessmentView = z.input<typeof AssessmentView>
export const getAssessment = endpoint({ method: 'GET', path: '/placements/:placementId/assessment', params: PlacementParams, reply: AssessmentView })
export const giveMarks = endpoint({ method: 'PUT', path: '/placements/:placementId/assessment/marks/:part', params: PlacementParams.extend({ part: z.enum(['unit', 'school']) }), body: z.object({ marks: Marks, words: Text(0, 1000).default('') }), reply: z.object({}) })
export const writeText = endpoint({ method: 'PUT', path: '/placements/:placementId/texts/:kind', params: PlacementParams.extend({ kind: z.enum(['summary', 'report']) }), body: z.object({ text: Text(0, 20_000), handIn: z.boolean().default(false) }), reply: z.object({ handedInAt: Moment.nullable() }) })
export const publishResult = endpoint({ method: 'POST', path: '/placements/:placementId/assessment/publication', params: PlacementParams, reply: z.object({ total: z.number(), passed: z.boolean() }) })
export const objectToMark = endpoint({ method: 'POST', path: '/placements/:placementId/assessment/objection', params: PlacementParams, body: z.object({ reason: Text(5, 2000) }), reply: z.object({}) })
export const answerMarkObjection = endpoint({
  method: 'POST',
  path: '/placements/:placementId/assessment/objection/answer',
  params: PlacementParams,
  body: z.object({ uphold: z.boolean(), answer: Text(5, 2000), unitMarks: Marks.optional(), schoolMarks: Marks.optional() }),
  reply: z.object({ total: z.number(), passed: z.boolean() }),
})
export const getMarkCertificate = endpoint({ method: 'GET', path: '/placements/:placementId/certificate.pdf', params: PlacementParams, reply: z.unknown(), bytes: 'download' })
export const verifyCertificate = endpoint({
  method: 'GET',
  path: '/public/certificates',
  open: true,
  query: z.object({ number: z.string().trim().max(40).default(''), code: z.string().trim().max(20).default('') }),
  reply: z.object({ found: z.boolean(), certificate: z.object({ number: z.string(), name: z.string(), schoolName: z.string(), unitName: z.string(), title: z.string(), startsOn: Day, endsOn: Day, on: Day }).nullable() }),
  summary: 'Whether a certificate is real: by its number and code together, and no more than stands on it',
})

export const AssessmentRow = z.object({
  placementId: z.uuid(), number: z.string(), state: PlacementState, studentName: z.string(), cohortName: z.string(), unitName: z.string(), schoolName: z.string(), lastDay: Day,
  unitMarked: z.boolean(), schoolMarked: z.boolean(), summary: z.boolean(), total: z.number().nullable(), passed: z.boolean().nullable(), objection: z.boolean(), certificateNumber: z.string().nullable(),
})
export const AssessmentFilter = z.object({ waiting: z.enum(['unit', 'school', 'publish', 'objection', 'archive']).optional(), q: z.string().trim().max(60).default('') })
export const listAssessments = endpoint({ method: 'GET', path: '/assessments', query: Paging.extend(AssessmentFilter.shape), reply: pageOf(AssessmentRow), summary: 'Placements that are over or about to be: who still has to mark' })
