import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { Edge, Who } from '../../placements/guards/contract.ts'
import { PlacementState } from '../../placements/contract.ts'

export const batchStates = ['planning', 'asked', 'agreed', 'running', 'finished', 'cancelled'] as const
export const BatchState = z.enum(batchStates)
export type BatchState = z.infer<typeof BatchState>
export const seatStates = ['planned', 'asked', 'confirmed', 'declined', 'withdrawn'] as const
export const SeatState = z.enum(seatStates)
export type SeatState = z.infer<typeof SeatState>

export const BatchParams = z.object({ batchId: z.uuid() })
export const SeatParams = z.object({ seatId: z.uuid() })
const Text = (most: number, least = 0) => z.string().trim().min(least).max(most)
const Phone = z.string().trim().regex(/^[+\d][\d -]{5,20}$/)

export const BatchRow = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  state: BatchState,
  schoolId: z.uuid(),
  schoolName: z.string(),
  /** Division code of the county. */
  county: z.string(),
  startsOn: Day,
  endsOn: Day,
  escortName: z.string(),
  /** Of the lines one may see: a firm counts its own. */
  asked: z.int(),
  confirmed: z.int(),
  members: z.int(),
  /** Lines that still wait for an answer. */
  unanswered: z.int(),
  demo: z.boolean(),
  updatedAt: Moment,
})
export type BatchRow = z.infer<typeof BatchRow>

export const BatchFilter = z.object({ q: Text(60).default(''), state: BatchState.optional(), county: z.string().regex(/^\d{6}$/).optional(), year: z.coerce.number().int().min(2000).max(2100).optional() })
export type BatchFilter = z.infer<typeof BatchFilter>
export const listBatches = endpoint({ method: 'GET', path: '/assistance/batches', query: Paging.extend(BatchFilter.shape), reply: pageOf(BatchRow), summary: 'Batches one has a part in: the county school its own, a firm those that ask it, the office all' })
export const exportBatches = endpoint({ method: 'GET', path: '/assistance/batches/export', query: BatchFilter, reply: z.any(), bytes: 'download', summary: 'The same list as a workbook' })

export const BatchForm = z.object({
  title: Text(60, 2),
  /** Who decides over the filing. */
  authority: Text(100).default(''),
  startsOn: Day,
  endsOn: Day,
  /** A teacher of the school, who travels along and looks after them. */
  escortId: z.uuid(),
  contactName: Text(50, 2),
  contactPhone: Phone,
  remark: Text(500).default(''),
})
export const SeatForm = z.object({
  /** A published post of a firm. */
  postId: z.uuid(),
  asked: z.int().min(1).max(500),
  note: Text(300).default(''),
})
export const createBatch = endpoint({ method: 'POST', path: '/assistance/batches', body: BatchForm.extend({ seats: z.array(SeatForm).max(40).default([]) }), reply: z.object({ id: z.uuid(), number: z.string() }), summary: 'A county school plans a batch with its lines; nobody is asked yet' })
export const changeBatch = endpoint({ method: 'PATCH', path: '/assistance/batches/:batchId', params: BatchParams, body: BatchForm.partial().extend({ version: z.int() }), reply: z.object({ version: z.int() }), summary: 'Title, days and people; days only before a firm was asked' })

export const MissingView = z.object({ ruleId: z.string(), key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])), edge: Edge, who: Who, severity: z.enum(['block', 'warn']), article: z.string().nullable() })
export const stepNames = ['vet', 'consent', 'sign', 'file', 'insure', 'train', 'activate'] as const
export const StepName = z.enum(stepNames)
export const MemberView = z.object({
  placementId: z.uuid(),
  placementNumber: z.string(),
  placementState: PlacementState,
  seatId: z.uuid().nullable(),
  firmName: z.string(),
  postTitle: z.string(),
  studentId: z.uuid(),
  studentName: z.string(),
  studentNumber: z.string(),
  cohortName: z.string(),
  startsOn: Day,
  endsOn: Day,
  /** Read from the placement. Empty for a firm, and once the student has begun. */
  steps: z.array(z.object({ step: StepName, done: z.boolean(), missing: z.array(MissingView) })),
  /** The filing it stands in; null for a firm. */
  filing: z.object({ id: z.uuid(), state: z.string(), filingNumber: z.string().nullable() }).nullable(),
  /** The newest check; null for a firm, or before the first. */
  lastCheck: z.object({ weekOn: Day, level: z.enum(['fine', 'watch', 'urgent']) }).nullable(),
})
export type MemberView = z.infer<typeof MemberView>

export const SeatView = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  postId: z.uuid(),
  postTitle: z.string(),
  town: z.string().nullable(),
  asked: z.int(),
  confirmed: z.int().nullable(),
  members: z.int(),
  contactName: z.string().nullable(),
  contactPhone: z.string().nullable(),
  note: z.string(),
  state: SeatState,
  reason: z.string().nullable(),
  askedAt: Moment.nullable(),
  answerDueAt: Moment.nullable(),
  answeredAt: Moment.nullable(),
  version: z.int(),
  can: z.object({ answer: z.boolean(), change: z.boolean(), withdraw: z.boolean(), fill: z.boolean() }),
})
export type SeatView = z.input<typeof SeatView>

export const BatchView = BatchRow.extend({
  authority: z.string(),
  remark: z.string(),
  escortId: z.uuid(),
  /** Without an account nobody writes the weekly checks. */
  escortSignsIn: z.boolean(),
  /** Masked for a firm until it has confirmed a line. */
  escortPhone: z.string().nullable(),
  contactName: z.string(),
  contactPhone: z.string(),
  reason: z.string().nullable(),
  moments: z.object({ createdAt: Moment, askedAt: Moment.nullable(), agreedAt: Moment.nullable(), startedAt: Moment.nullable(), finishedAt: Moment.nullable() }),
  seats: z.array(SeatView),
  people: z.array(MemberView),
  filings: z.array(z.object({ id: z.uuid(), title: z.string(), state: z.string(), filingNumber: z.string().nullable(), members: z.int() })),
  side: z.enum(['school', 'escort', 'firm', 'office']),
  version: z.int(),
  can: z.object({ edit: z.boolean(), addSeat: z.boolean(), ask: z.boolean(), cancel: z.boolean(), file: z.boolean(), check: z.boolean() }),
})
export type BatchView = z.input<typeof BatchView>
export const getBatch = endpoint({ method: 'GET', path: '/assistance/batches/:batchId', params: BatchParams, reply: BatchView, summary: 'A batch: its lines, its students with the steps they lack, its filings; a firm sees its own lines and students only' })
export const getBatchHistory = endpoint({ method: 'GET', path: '/assistance/batches/:batchId/history', params: BatchParams, reply: z.object({ rows: z.array(z.object({ at: Moment, event: z.string(), by: z.string().nullable(), details: z.record(z.string(), z.unknown()) })) }), summary: 'What happened to a batch; not for firms' })
export const exportBatch = endpoint({ method: 'GET', path: '/assistance/batches/:batchId/export', params: BatchParams, reply: z.any(), bytes: 'download', summary: 'The students of a batch as a workbook; a firm gets its own' })

export const moveBatch = endpoint({
  method: 'POST',
  path: '/assistance/batches/:batchId/moves',
  params: BatchParams,
  body: z.object({ action: z.enum(['ask', 'cancel']), reason: Text(500).optional(), version: z.int() }),
  reply: z.object({ id: z.uuid(), state: BatchState, version: z.int() }),
  summary: 'Asks every planned line of its firm, or cancels the batch with a reason',
})

export const addSeat = endpoint({ method: 'POST', path: '/assistance/batches/:batchId/seats', params: BatchParams, body: SeatForm, reply: z.object({ id: z.uuid() }), summary: 'One more line; where firms were asked already, this one is asked at once' })
export const changeSeat = endpoint({ method: 'PATCH', path: '/assistance/seats/:seatId', params: SeatParams, body: z.object({ asked: z.int().min(1).max(500).optional(), note: Text(300).optional(), version: z.int() }), reply: z.object({ version: z.int() }), summary: 'Changes a line that nobody has answered' })
export const withdrawSeat = endpoint({ method: 'POST', path: '/assistance/seats/:seatId/withdrawal', params: SeatParams, body: z.object({ reason: Text(500).optional(), version: z.int() }), reply: z.object({ id: z.uuid(), state: SeatState, batchState: BatchState }), summary: 'Takes back a line without students' })
export const answerSeat = endpoint({
  method: 'POST',
  path: '/assistance/seats/:seatId/answer',
  params: SeatParams,
  body: z.object({
    answer: z.enum(['confirm', 'decline']),
    /** With `confirm`; fewer than asked needs a reason. */
    confirmed: z.int().min(1).max(500).optional(),
    contactName: Text(50).optional(),
    contactPhone: Phone.optional(),
    reason: Text(500).optional(),
    version: z.int(),
  }),
  reply: z.object({ id: z.uuid(), state: SeatState, batchState: BatchState, version: z.int() }),
  summary: 'The firm confirms seats with a person who answers for them, or declines with a reason',
})

export const listAssistancePosts = endpoint({
  method: 'GET', path: '/assistance/posts',
  query: Paging.extend({ q: Text(60).default('') }),
  reply: pageOf(z.object({ id: z.uuid(), title: z.string(), organisationId: z.uuid(), organisationName: z.string(), town: z.string().nullable(), seats: z.int(), startsOn: Day.nullable(), endsOn: Day.nullable() })),
  summary: 'Published posts that a county school may ask for',
})

export const listCandidates = endpoint({
  method: 'GET', path: '/assistance/seats/:seatId/candidates',
  params: SeatParams,
  query: z.object({ cohortId: z.uuid().optional(), q: Text(60).default('') }),
  reply: z.object({
    /** At most 200; `more` says how many were left off. */
    rows: z.array(z.object({ studentId: z.uuid(), studentName: z.string(), studentNumber: z.string(), cohortId: z.uuid(), cohortName: z.string(), minor: z.boolean(), hasGuardian: z.boolean(), hasAccount: z.boolean() })),
    more: z.int(),
    /** Left out, and why. */
    leftOut: z.array(z.object({ studentId: z.uuid(), studentName: z.string(), cohortName: z.string(), code: z.enum(['placed', 'in_batch', 'under_16']), placementNumber: z.string().nullable() })),
    cohorts: z.array(z.object({ id: z.uuid(), name: z.string(), students: z.int() })),
    free: z.int(),
  }),
  summary: 'Students of the school who could take a seat of this line; those already placed are named apart',
})
export const fillSeat = endpoint({
  method: 'POST', path: '/assistance/seats/:seatId/members',
  params: SeatParams,
  body: z.object({ studentIds: z.array(z.uuid()).min(1).max(500), supervisorId: z.uuid().nullish() }),
  reply: z.object({ made: z.int(), placements: z.array(z.object({ id: z.uuid(), number: z.string(), studentId: z.uuid(), studentName: z.string() })) }),
  summary: 'Drafts the placements of these students, all or none; refused with what the law says of each (details.students)',
})
export const fileBatch = endpoint({ method: 'POST', path: '/assistance/batches/:batchId/filing', params: BatchParams, body: z.object({ title: Text(100, 2).optional() }).default({}), reply: z.object({ filingId: z.uuid(), members: z.int() }), summary: 'Opens the cross-province filing with the escort and every student who stands in none' })
