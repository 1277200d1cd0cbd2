import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { FileView } from '../../files/contract.ts'
import { PracticeForm } from '../openings/contract.ts'

export const planStates = ['planned', 'applied', 'endorsed', 'approved', 'accepted', 'practising', 'finished', 'appraised', 'passed', 'credited', 'archived', 'failed', 'declined', 'withdrawn'] as const
export const PlanState = z.enum(planStates)
export type PlanState = z.infer<typeof PlanState>
export const planActions = ['apply', 'endorse', 'approve', 'return', 'decline', 'accept', 'refuse', 'start', 'finish', 'appraise', 'pass', 'fail', 'credit', 'archive', 'withdraw'] as const
export const PlanAction = z.enum(planActions)
export type PlanAction = z.infer<typeof PlanAction>
export const appraisalGrades = ['excellent', 'good', 'fit', 'unfit'] as const
export const AppraisalGrade = z.enum(appraisalGrades)
/** What the firm's answer stands on when it came on paper. */
export const paperParts = ['acceptance', 'appraisal', 'journals'] as const
export const PaperPart = z.enum(paperParts)
export const checkWays = ['visit', 'call', 'online'] as const

const PlanParams = z.object({ planId: z.uuid() })
const Text = (most: number) => z.string().trim().max(most)

export const PlanFields = z.object({
  openingId: z.uuid().nullable().default(null),
  /** Left out where the opening names it. */
  organisationId: z.uuid().nullable().default(null),
  form: PracticeForm.default('post'),
  startsOn: z.iso.date(),
  endsOn: z.iso.date(),
  goal: Text(1000).default(''),
  tasks: Text(2000).default(''),
})
export type PlanFields = z.infer<typeof PlanFields>

export const PlanRow = z.object({
  id: z.uuid(),
  number: z.string(),
  state: PlanState,
  teacherId: z.uuid(),
  teacherName: z.string(),
  departmentName: z.string().nullable(),
  schoolId: z.uuid(),
  schoolName: z.string(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  openingId: z.uuid().nullable(),
  openingTitle: z.string().nullable(),
  form: PracticeForm,
  startsOn: z.string(),
  endsOn: z.string(),
  endedOn: z.string().nullable(),
  dueAt: z.string().nullable(),
  escalation: z.int(),
  creditedDays: z.int(),
  mine: z.boolean(),
  demo: z.boolean(),
})
export type PlanRow = z.infer<typeof PlanRow>

export const PlanFilter = z.object({
  q: z.string().trim().max(60).default(''),
  state: z.union([PlanState, z.literal('live'), z.literal('late')]).optional(),
  departmentId: z.uuid().optional(),
  organisationId: z.uuid().optional(),
  openingId: z.uuid().optional(),
  mine: z.stringbool().default(false),
  sort: z.enum(['startsOn', '-startsOn', 'dueAt', '-dueAt']).default('-startsOn'),
})
export type PlanFilter = z.infer<typeof PlanFilter>

export const listPlans = endpoint({ method: 'GET', path: '/practice/plans', query: Paging.extend(PlanFilter.shape), reply: pageOf(PlanRow), summary: 'Plans of practice one has a part in' })
export const exportPlans = endpoint({ method: 'GET', path: '/practice/plans/export', query: PlanFilter, bytes: 'download', reply: z.object({}), summary: 'The same list as a workbook' })

const Share = z.object({ away: z.int(), of: z.int(), percent: z.int(), over: z.boolean(), on: z.string() })
export const PlanView = PlanRow.extend({
  headName: z.string().nullable(),
  goal: z.string(),
  tasks: z.string(),
  reason: z.string().nullable(),
  guideName: z.string().nullable(),
  guidePhone: z.string().nullable(),
  onPaper: z.boolean(),
  awayReason: z.string().nullable(),
  /** For those who agree: who else of the department is away in these days. */
  share: Share.nullable(),
  appliedAt: z.string().nullable(),
  endorsedAt: z.string().nullable(),
  approvedAt: z.string().nullable(),
  acceptedAt: z.string().nullable(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  summary: z.string().nullable(),
  appraisedAt: z.string().nullable(),
  appraisalGrade: AppraisalGrade.nullable(),
  appraisal: z.string().nullable(),
  assessedAt: z.string().nullable(),
  assessment: z.string().nullable(),
  creditedAt: z.string().nullable(),
  archivedAt: z.string().nullable(),
  /** What the accepted weeks are worth now: days of attendance, days of rest that count with them. */
  worth: z.object({ attended: z.int(), rest: z.int(), waiting: z.int(), planned: z.int() }),
  /** Whether an agreement has to be signed before the first day, and whether it is. */
  agreement: z.object({ needed: z.boolean(), id: z.uuid().nullable(), state: z.string().nullable(), signedOn: z.string().nullable() }),
  checks: z.array(z.object({ id: z.uuid(), checkedOn: z.string(), how: z.enum(checkWays), finding: z.string(), good: z.boolean(), by: z.string().nullable() })),
  checkDueOn: z.string().nullable(),
  papers: z.array(FileView.extend({ part: PaperPart })),
  /** Which papers of the file are still missing; the archive takes it whole. */
  missing: z.array(z.enum(['journals', 'summary', 'appraisal', 'assessment', 'check'])),
  gaps: z.array(z.object({ field: z.string(), reason: z.string() })),
  side: z.enum(['teacher', 'school', 'department', 'firm']),
  version: z.int(),
  can: z.record(PlanAction, z.boolean()).and(z.object({ edit: z.boolean(), write: z.boolean(), check: z.boolean(), confirm: z.boolean(), paper: z.boolean(), agreement: z.boolean() })),
})
export type PlanView = z.input<typeof PlanView>
export const getPlan = endpoint({ method: 'GET', path: '/practice/plans/:planId', params: PlanParams, reply: PlanView })

const Written = z.object({ id: z.uuid(), number: z.string(), version: z.int() })
export const writePlan = endpoint({ method: 'POST', path: '/practice/plans', body: PlanFields.extend({ teacherId: z.uuid().optional() }), reply: Written, summary: 'Plans a stay; the school’s office names the teacher' })
export const changePlan = endpoint({ method: 'PATCH', path: '/practice/plans/:planId', params: PlanParams, body: PlanFields.extend({ version: z.int() }), reply: Written, summary: 'Changes what was not handed in yet' })

export const movePlan = endpoint({
  method: 'POST',
  path: '/practice/plans/:planId/moves',
  params: PlanParams,
  body: z.object({
    action: PlanAction,
    version: z.int(),
    reason: Text(500).optional(),
    /** With `approve`: why more of the department are away than its share. */
    awayReason: Text(500).optional(),
    /** With `accept`: who guides at the firm. */
    guideName: Text(60).optional(),
    guidePhone: Text(30).optional(),
    /** The firm's answer came on paper; the scan is kept with the plan. */
    paper: z.boolean().optional(),
    /** With `finish`. */
    endedOn: z.iso.date().optional(),
    summary: Text(5000).optional(),
    /** With `appraise`, `pass` and `fail`. */
    grade: AppraisalGrade.optional(),
    words: Text(2000).optional(),
  }),
  reply: z.object({ id: z.uuid(), state: PlanState, version: z.int(), creditedDays: z.int().optional() }),
  summary: 'One step: hand in, agree, accept, start, finish, appraise, assess, credit, archive',
})

export const addPaper = endpoint({ method: 'POST', path: '/practice/plans/:planId/papers', params: PlanParams, body: z.object({ part: PaperPart }), bytes: 'upload', reply: FileView, summary: 'The firm’s paper, photographed or scanned' })
export const writeCheck = endpoint({
  method: 'POST',
  path: '/practice/plans/:planId/checks',
  params: PlanParams,
  body: z.object({ checkedOn: z.iso.date(), how: z.enum(checkWays), finding: Text(1000).min(5), good: z.boolean() }),
  reply: z.object({ id: z.uuid() }),
  summary: 'A look halfway',
})
export const draftPlanAgreement = endpoint({ method: 'POST', path: '/practice/plans/:planId/agreement', params: PlanParams, reply: z.object({ id: z.uuid() }), summary: 'Drafts the agreement of school, firm and teacher' })

export const getPlanHistory = endpoint({
  method: 'GET',
  path: '/practice/plans/:planId/history',
  params: PlanParams,
  reply: z.object({ rows: z.array(z.object({ at: z.string(), event: z.string(), by: z.string().nullable(), details: z.record(z.string(), z.unknown()) })) }),
})
