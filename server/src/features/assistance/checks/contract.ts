import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'

export const questions = ['health', 'living', 'pay', 'hours', 'mentor', 'family'] as const
export const Question = z.enum(questions)
export type Question = z.infer<typeof Question>
export const Reply = z.enum(['yes', 'no', 'unsure'])
export const Answers = z.object({ health: Reply, living: Reply, pay: Reply, hours: Reply, mentor: Reply, family: Reply })
export type Answers = z.infer<typeof Answers>
export const levels = ['fine', 'watch', 'urgent'] as const
export const Level = z.enum(levels)
export type Level = z.infer<typeof Level>
const Text = (most: number) => z.string().trim().max(most)

export const CheckRow = z.object({
  id: z.uuid(),
  batchId: z.uuid(),
  batchNumber: z.string(),
  placementId: z.uuid(),
  placementNumber: z.string(),
  studentName: z.string(),
  firmName: z.string(),
  schoolName: z.string(),
  /** The Monday. */
  weekOn: Day,
  level: Level,
  /** As the note: for the school, its escort, and of an urgent one the office; null for the office otherwise. */
  answers: Answers.nullable(),
  note: z.string().nullable(),
  madeBy: z.string().nullable(),
  madeAt: Moment,
  onTime: z.boolean(),
  /** What was done about it. */
  handled: z.string().nullable(),
  handledAt: Moment.nullable(),
  handledBy: z.string().nullable(),
  version: z.int(),
  can: z.object({ change: z.boolean(), handle: z.boolean() }),
})
export type CheckRow = z.input<typeof CheckRow>

export const CheckFilter = z.object({ q: Text(60).default(''), batchId: z.uuid().optional(), placementId: z.uuid().optional(), level: Level.optional(), /** Watch or urgent, and nothing done yet. */ open: z.stringbool().default(false), weekOn: Day.optional() })
export type CheckFilter = z.infer<typeof CheckFilter>
export const listChecks = endpoint({ method: 'GET', path: '/assistance/checks', query: Paging.extend(CheckFilter.shape), reply: pageOf(CheckRow), summary: 'Weekly checks of the own school; the office sees them without notes, firms do not see them' })
export const getCheck = endpoint({ method: 'GET', path: '/assistance/checks/:checkId', params: z.object({ checkId: z.uuid() }), reply: CheckRow })

export const CareRow = z.object({
  placementId: z.uuid(),
  batchId: z.uuid(),
  studentName: z.string(),
  studentPhone: z.string().nullable(),
  firmName: z.string(),
  postTitle: z.string(),
  minor: z.boolean(),
  /** Null while this week has none. */
  check: z.object({ id: z.uuid(), answers: Answers, level: Level, note: z.string(), handled: z.string().nullable(), version: z.int() }).nullable(),
  /** Newest before this week. */
  before: z.object({ weekOn: Day, level: Level }).nullable(),
  /** Weeks in a row before this one without a check. */
  missed: z.int(),
})
export const getCare = endpoint({
  method: 'GET',
  path: '/my/care',
  query: z.object({ weekOn: Day.optional() }),
  reply: z.object({ weekOn: Day, today: Day, dueOn: Day, batches: z.array(z.object({ id: z.uuid(), number: z.string(), title: z.string() })), rows: z.array(CareRow), done: z.int() }),
  summary: 'The escort’s phone: who is away this week, and who was asked how they are',
})

const CheckParams = z.object({ placementId: z.uuid(), weekOn: Day })
export const writeCheck = endpoint({
  method: 'PUT',
  path: '/assistance/placements/:placementId/checks/:weekOn',
  params: CheckParams,
  body: z.object({ answers: Answers, level: Level, note: Text(1000).default(''), /** 0 for a new one. */ version: z.int().min(0) }),
  reply: z.object({ id: z.uuid(), level: Level, version: z.int() }),
  summary: 'How a student is, this week; a raised one is closed by what was done, never taken back',
})
export const writeFine = endpoint({
  method: 'POST',
  path: '/assistance/checks/fine',
  body: z.object({ weekOn: Day, placementIds: z.array(z.uuid()).min(1).max(200) }),
  reply: z.object({ made: z.int(), /** Had one already. */ kept: z.int() }),
  summary: 'All is well with all of these; those who have a check this week keep it',
})
export const handleCheck = endpoint({
  method: 'POST',
  path: '/assistance/checks/:checkId/handling',
  params: z.object({ checkId: z.uuid() }),
  body: z.object({ done: z.string().trim().min(5).max(1000), version: z.int() }),
  reply: z.object({ id: z.uuid(), version: z.int() }),
  summary: 'What was done about a student who needed looking after',
})
