import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

export const classKinds = ['order', 'apprenticeship', 'engineer'] as const
export const ClassKind = z.enum(classKinds)
export type ClassKind = z.infer<typeof ClassKind>
export const classStates = ['requested', 'feasible', 'agreed', 'planned', 'recruiting', 'filled', 'running', 'assessed', 'closed', 'declined', 'withdrawn', 'not_opened', 'ended'] as const
export const ClassState = z.enum(classStates)
export type ClassState = z.infer<typeof ClassState>
export const classActions = ['decline', 'plan', 'start', 'assess', 'close', 'withdraw', 'end'] as const
export const ClassAction = z.enum(classActions)
export type ClassAction = z.infer<typeof ClassAction>
export const figureNames = ['fill', 'dropOut', 'acceptance', 'retention6', 'retention12'] as const
export const FigureName = z.enum(figureNames)
export type FigureName = z.infer<typeof FigureName>

export const ClassParams = z.object({ classId: z.uuid() })
const Text = (most: number, least = 0) => z.string().trim().min(least).max(most)

/** What a firm asks for. */
export const ClassRequest = z.object({
  kind: ClassKind.default('order'),
  /** Rule 2.16: whether those to be trained are the firm’s employees. */
  trainees: z.enum(['students', 'employees']).default('students'),
  schoolId: z.uuid(),
  title: Text(60, 2),
  postTitle: Text(60, 2),
  occupationCode: z.string().regex(/^\d-\d{2}-\d{2}-\d{2}$/).nullable().default(null),
  year: z.int().min(2000).max(2100),
  seats: z.int().min(1).max(500),
  minSeats: z.int().min(1).max(500),
  startsOn: Day,
  endsOn: Day,
  payFloor: z.int().min(1).max(1_000_000),
  curriculum: Text(2000).default(''),
  benefits: Text(2000).default(''),
  isBranch: z.boolean().default(false),
  ministryNumber: Text(60).nullable().default(null),
})
export type ClassRequest = z.infer<typeof ClassRequest>

export const Clauses = z.object({ quitting: Text(1000), replacement: Text(1000), breach: Text(1000), costs: Text(1000) })

export const Share = z.object({ part: z.int(), whole: z.int() })
export const Figures = z.record(FigureName, Share)

export const ClassRow = z.object({
  id: z.uuid(),
  number: z.string(),
  kind: ClassKind,
  state: ClassState,
  title: z.string(),
  postTitle: z.string(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  year: z.int(),
  seats: z.int(),
  minSeats: z.int(),
  startsOn: Day,
  endsOn: Day,
  figures: Figures,
  demo: z.boolean(),
  updatedAt: Moment,
})
export type ClassRow = z.infer<typeof ClassRow>

export const ClassFilter = z.object({ q: Text(60).default(''), state: ClassState.optional(), kind: ClassKind.optional(), year: z.coerce.number().int().optional() })
export const listClasses = endpoint({
  method: 'GET',
  path: '/order-classes',
  query: Paging.extend(ClassFilter.shape),
  reply: pageOf(ClassRow).extend({ figures: Figures }),
  summary: 'Order classes one has a part in, with their figures; the figures above are of all that were found',
})

export const CourseView = z.object({ id: z.uuid(), name: z.string(), hours: z.int(), term: z.int(), taughtBy: z.enum(['school', 'firm', 'both']) })
export const MentorView = z.object({ id: z.uuid(), side: z.enum(['school', 'firm']), teacherId: z.uuid().nullable(), name: z.string(), phone: z.string().nullable(), duty: z.string(), since: Day, until: Day.nullable(), reason: z.string().nullable() })

export const ClassView = ClassRow.extend({
  occupationCode: z.string().nullable(),
  curriculum: z.string(),
  benefits: z.string(),
  payFloor: z.int(),
  quitting: z.string(),
  replacement: z.string(),
  breach: z.string(),
  costs: z.string(),
  isBranch: z.boolean(),
  ministryNumber: z.string().nullable(),
  programmeId: z.uuid().nullable(),
  programmeName: z.string().nullable(),
  cohorts: z.array(z.object({ id: z.uuid(), name: z.string(), students: z.int() })),
  cohortSize: z.int().nullable(),
  teacherCount: z.int().nullable(),
  feasibilityNote: z.string().nullable(),
  planTitle: z.string().nullable(),
  planMinutes: z.string().nullable(),
  planApprovedOn: Day.nullable(),
  courses: z.array(CourseView),
  mentors: z.array(MentorView),
  agreement: z.object({ id: z.uuid(), number: z.string(), state: z.string(), signedOn: Day.nullable(), parties: z.array(z.object({ name: z.string(), role: z.string(), signedOn: Day.nullable() })) }).nullable(),
  intake: z.object({ id: z.uuid(), number: z.string(), title: z.string(), state: z.string(), had: z.int().nullable(), closedStep: z.int().nullable(), applicants: z.int() }).nullable(),
  reason: z.string().nullable(),
  startedOn: Day.nullable(),
  assessedOn: Day.nullable(),
  /** What keeps the next step from being taken. */
  missing: z.array(z.string()),
  side: z.enum(['firm', 'school', 'teacher', 'office']),
  version: z.int(),
  can: z.record(ClassAction, z.boolean()).and(z.object({ edit: z.boolean(), judge: z.boolean(), draftAgreement: z.boolean(), editPlan: z.boolean(), mentor: z.boolean(), recruit: z.boolean(), score: z.boolean(), term: z.boolean(), finals: z.boolean(), offer: z.boolean() })),
})
export type ClassView = z.input<typeof ClassView>
export const getClass = endpoint({ method: 'GET', path: '/order-classes/:classId', params: ClassParams, reply: ClassView })

const Moved = z.object({ id: z.uuid(), state: ClassState, version: z.int() })
export const requestClass = endpoint({ method: 'POST', path: '/order-classes', body: ClassRequest, reply: z.object({ id: z.uuid(), number: z.string() }), summary: 'A firm asks a school for an order class, an apprenticeship or a field-engineer project' })
export const changeClass = endpoint({ method: 'PATCH', path: '/order-classes/:classId', params: ClassParams, body: ClassRequest.extend({ version: z.int() }), reply: Moved, summary: 'Changes a request the school has not answered' })
export const judgeClass = endpoint({
  method: 'POST',
  path: '/order-classes/:classId/feasibility',
  params: ClassParams,
  body: z.object({ programmeId: z.uuid(), cohortIds: z.array(z.uuid()).min(1).max(40), teacherCount: z.int().min(0).max(500), note: Text(2000, 5), version: z.int() }),
  reply: Moved,
  summary: 'The school finds it feasible: programme, cohorts, teachers, note',
})
export const draftClassAgreement = endpoint({ method: 'POST', path: '/order-classes/:classId/agreement', params: ClassParams, body: Clauses.extend({ version: z.int() }), reply: z.object({ agreementId: z.uuid(), version: z.int() }), summary: 'Drafts the agreement with its clauses and opens it for signing' })
export const moveClass = endpoint({
  method: 'POST',
  path: '/order-classes/:classId/moves',
  params: ClassParams,
  body: z.object({ action: ClassAction, reason: Text(500).optional(), minutes: Text(80).optional(), approvedOn: Day.optional(), startedOn: Day.optional(), version: z.int() }),
  reply: Moved,
  summary: 'Declined, plan approved, started, assessed, closed, withdrawn or ended early',
})

export const FigureRow = z.object({ memberId: z.uuid(), classId: z.uuid(), classNumber: z.string(), name: z.string(), studentNumber: z.string(), cohortName: z.string(), state: z.string(), enrolledOn: Day.nullable(), leftOn: Day.nullable(), leaveCode: z.string().nullable(), answeredOn: Day.nullable(), reasonCode: z.string().nullable(), counts: z.boolean() })
export const getFigure = endpoint({ method: 'GET', path: '/order-classes/:classId/figures/:figure', params: ClassParams.extend({ figure: FigureName }), reply: Share.extend({ rows: z.array(FigureRow) }), summary: 'The rows a figure was counted from' })
export const getFigureOfAll = endpoint({ method: 'GET', path: '/order-class-figures/:figure', params: z.object({ figure: FigureName }), query: ClassFilter, reply: Share.extend({ rows: z.array(FigureRow) }), summary: 'The same over every class that was found; at most 500 rows are sent, all are counted' })
export const exportRoll = endpoint({ method: 'GET', path: '/order-classes/:classId/roll', params: ClassParams, reply: z.any(), bytes: 'download', summary: 'The roll of a class as a workbook' })
export const getClassHistory = endpoint({ method: 'GET', path: '/order-classes/:classId/history', params: ClassParams, reply: z.object({ rows: z.array(z.object({ at: Moment, event: z.string(), by: z.string().nullable(), details: z.record(z.string(), z.unknown()) })) }) })
/** field.md 3.2: who bears what is public. */
export const listClassCosts = endpoint({
  method: 'GET',
  path: '/order-class-costs',
  open: true,
  reply: z.object({ rows: z.array(z.object({ number: z.string(), title: z.string(), organisationName: z.string(), schoolName: z.string(), year: z.int(), seats: z.int(), costs: z.string(), agreementNumber: z.string(), signedOn: Day })) }),
  summary: 'Who bears the costs of which order class: public',
})
export const listPartnerSchools = endpoint({ method: 'GET', path: '/order-class-schools', reply: z.object({ rows: z.array(z.object({ id: z.uuid(), name: z.string() })) }), summary: 'Schools a firm may ask' })
