import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { Day, Moment } from '../../../contract/moment.ts'
import { FileView } from '../../files/contract.ts'
import { PlacementParams, PlacementState } from '../contract.ts'

const Text = (most: number) => z.string().trim().max(most)
export const Topic = z.enum(['general', 'machine', 'electric', 'fire', 'chemical', 'traffic', 'health', 'rights'])
export const QuestionKind = z.enum(['single', 'multiple', 'truth'])
export const QuestionFields = z.object({
  topic: Topic,
  kind: QuestionKind,
  text: Text(300).min(5),
  textEn: Text(300).nullable().default(null),
  options: z.array(z.object({ text: Text(200).min(1), textEn: Text(200).nullable().default(null) })).min(2).max(6),
  answer: z.array(z.int().min(0).max(5)).min(1).max(6),
  why: Text(300).default(''),
  whyEn: Text(300).nullable().default(null),
})
export type QuestionFields = z.output<typeof QuestionFields>

export const BankView = z.object({
  /** Null: the set that the program brings, not yet taken over. */
  version: z.int().nullable(),
  state: z.enum(['starter', 'draft', 'published', 'retired']),
  drawn: z.int(),
  passMark: z.int(),
  publishedAt: Moment.nullable(),
  questions: z.array(QuestionFields),
})
export const getBank = endpoint({
  method: 'GET',
  path: '/safety-bank',
  reply: z.object({ current: BankView, draft: BankView.nullable(), versions: z.array(z.object({ version: z.int(), publishedAt: Moment.nullable(), questions: z.int(), tests: z.int() })), can: z.object({ keep: z.boolean() }) }),
  summary: 'The question bank of the own school: in force, and the draft of the next version',
})
export const saveBank = endpoint({
  method: 'PUT',
  path: '/safety-bank',
  body: z.object({ drawn: z.int().min(5).max(100), passMark: z.int().min(50).max(100), questions: z.array(QuestionFields).max(500) }),
  reply: z.object({ version: z.int() }),
  summary: 'Saves the draft of the next version',
})
export const publishBank = endpoint({ method: 'POST', path: '/safety-bank/publication', reply: z.object({ version: z.int(), questions: z.int() }), summary: 'The draft is in force from now on; tests under way keep their version' })
export const dropBank = endpoint({ method: 'DELETE', path: '/safety-bank/draft', reply: z.object({}), summary: 'Throws the draft away' })

const Asked = z.object({ id: z.uuid(), topic: Topic, kind: QuestionKind, text: z.string(), options: z.array(z.object({ at: z.int(), text: z.string() })) })
export const TestView = z.object({ id: z.uuid(), startedAt: Moment, finishedAt: Moment.nullable(), correct: z.int().nullable(), total: z.int().nullable(), passed: z.boolean().nullable(), passedOn: Day.nullable(), paper: z.boolean(), files: z.array(FileView) })
export const listTests = endpoint({
  method: 'GET',
  path: '/placements/:placementId/safety-tests',
  params: PlacementParams,
  reply: z.object({ rows: z.array(TestView), drawn: z.int(), passMark: z.int(), passedOn: Day.nullable(), can: z.object({ take: z.boolean(), record: z.boolean() }) }),
})
export const startTest = endpoint({
  method: 'POST',
  path: '/placements/:placementId/safety-tests',
  params: PlacementParams,
  reply: z.object({ testId: z.uuid(), passMark: z.int(), questions: z.array(Asked) }),
  summary: 'Draws a test, or goes on with the one begun',
})
export const finishTest = endpoint({
  method: 'POST',
  path: '/placements/:placementId/safety-tests/:testId/answers',
  params: PlacementParams.extend({ testId: z.uuid() }),
  body: z.object({ answers: z.array(z.object({ questionId: z.uuid(), chosen: z.array(z.int().min(0).max(5)).max(6) })).max(100) }),
  reply: z.object({
    correct: z.int(),
    total: z.int(),
    passed: z.boolean(),
    state: PlacementState,
    /** What was not right, with what is. */
    wrong: z.array(z.object({ text: z.string(), right: z.array(z.string()), why: z.string() })),
  }),
  summary: 'Hands the test in; it is marked at once',
})
export const recordTest = endpoint({
  method: 'POST',
  path: '/placements/:placementId/safety-tests/paper',
  params: PlacementParams,
  bytes: 'upload',
  reply: TestView,
  summary: 'A test on paper: its scan, with the day and the marks (fields passedOn, correct, total)',
})
