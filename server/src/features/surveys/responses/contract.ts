import { z } from 'zod'
import { endpoint } from '../../../contract/endpoint.ts'
import { pageOf, Paging } from '../../../contract/paging.ts'
import { SurveyParams, SurveyState } from '../contract.ts'

export const responseStates = ['waiting', 'submitted', 'returned', 'accepted', 'declined'] as const
export const ResponseState = z.enum(responseStates)
export type ResponseState = z.infer<typeof ResponseState>
export const outlooks = ['grow', 'same', 'shrink'] as const
export const Outlook = z.enum(outlooks)
export type Outlook = z.infer<typeof Outlook>
export const educations = ['none', 'secondary', 'college', 'bachelor', 'master'] as const
export const Education = z.enum(educations)
export type Education = z.infer<typeof Education>
export const lineKinds = ['hire', 'intern', 'order_class', 'apprentice'] as const
export const LineKind = z.enum(lineKinds)
export type LineKind = z.infer<typeof LineKind>

/** As it is typed: loose here, because every fault of every line is named at once, with its line and field. */
export const TypedLine = z.object({
  occupationCode: z.string().trim().max(40),
  people: z.number().nullable(),
  education: z.string().max(20),
  experienceYears: z.number().nullable().default(0),
  /** 5 (初级工) to 1 (高级技师). */
  skillGrade: z.number().nullable().default(null),
  skills: z.array(z.string().trim().max(100)).max(40).default([]),
  startMonth: z.string().trim().max(20),
  payMin: z.number().nullable().default(null),
  payMax: z.number().nullable().default(null),
  kind: z.string().max(20),
})
export type TypedLine = z.infer<typeof TypedLine>

export const LineView = z.object({
  occupationCode: z.string(),
  occupationName: z.string().nullable(),
  people: z.int(),
  education: Education,
  experienceYears: z.int(),
  skillGrade: z.int().nullable(),
  skills: z.array(z.string()),
  startMonth: z.string(),
  payMin: z.int().nullable(),
  payMax: z.int().nullable(),
  kind: LineKind,
})
export type LineView = z.infer<typeof LineView>

export const ResponseRow = z.object({
  id: z.uuid(),
  organisationId: z.uuid(),
  organisationName: z.string(),
  speakers: z.array(z.object({ id: z.uuid(), name: z.string() })),
  state: ResponseState,
  unchanged: z.boolean(),
  submittedAt: z.string().nullable(),
  remindedCount: z.int(),
  remindedAt: z.string().nullable(),
  /** Only the office reads these; null for who speaks for the firm. */
  outlook: Outlook.nullable(),
  people: z.int().nullable(),
  reason: z.string().nullable(),
})
export type ResponseRow = z.infer<typeof ResponseRow>

export const ResponseFilter = z.object({
  q: z.string().trim().max(60).default(''),
  state: z.union([ResponseState, z.enum(['answered', 'unchanged'])]).optional(),
  /** The association or park that speaks for the firm; 'none' for those nobody speaks for. */
  speaker: z.union([z.uuid(), z.literal('none')]).optional(),
})
export type ResponseFilter = z.infer<typeof ResponseFilter>
export const listResponses = endpoint({ method: 'GET', path: '/surveys/:surveyId/responses', params: SurveyParams, query: Paging.extend(ResponseFilter.shape), reply: pageOf(ResponseRow), summary: 'The firms that were asked, and where each stands' })

const ResponseParams = z.object({ responseId: z.uuid() })
export const ResponseView = ResponseRow.extend({
  surveyId: z.uuid(),
  surveyTitle: z.string(),
  surveyState: SurveyState,
  year: z.int(),
  lines: z.array(LineView),
  /** What the same firm said the year before, to compare. */
  before: z.array(LineView),
  version: z.int(),
  can: z.object({ accept: z.boolean(), return: z.boolean() }),
})
export type ResponseView = z.infer<typeof ResponseView>
export const getResponse = endpoint({ method: 'GET', path: '/survey-responses/:responseId', params: ResponseParams, reply: ResponseView, summary: 'One answer with its lines, for the office' })

const Moved = z.object({ id: z.uuid(), state: ResponseState, version: z.int() })
export const checkResponse = endpoint({
  method: 'POST',
  path: '/survey-responses/:responseId/moves',
  params: ResponseParams,
  body: z.object({ action: z.enum(['accept', 'return']), reason: z.string().trim().max(500).optional(), version: z.int() }),
  reply: Moved,
  summary: 'Accepts an answer, or sends it back with what is wrong',
})
export const acceptAll = endpoint({ method: 'POST', path: '/surveys/:surveyId/acceptances', params: SurveyParams, reply: z.object({ accepted: z.int() }), summary: 'Accepts every answer that waits' })

export const AnswerView = z.object({
  surveyId: z.uuid(),
  year: z.int(),
  title: z.string(),
  titleEn: z.string().nullable(),
  note: z.string(),
  closesOn: z.string(),
  organisationName: z.string(),
  state: ResponseState,
  outlook: Outlook.nullable(),
  reason: z.string().nullable(),
  lines: z.array(LineView),
  /** Where the lines come from: what was sent, last year's accepted lines, the firm's open posts, or nothing. */
  origin: z.enum(['answer', 'last_year', 'posts', 'nothing']),
  lastYear: z.int().nullable(),
  version: z.int(),
  can: z.object({ answer: z.boolean(), same: z.boolean(), decline: z.boolean() }),
})
export type AnswerView = z.infer<typeof AnswerView>
export const getAnswer = endpoint({ method: 'GET', path: '/surveys/:surveyId/answer', params: SurveyParams, reply: AnswerView, summary: 'The answer of my firm, filled in as far as is known' })
export const sendAnswer = endpoint({
  method: 'PUT',
  path: '/surveys/:surveyId/answer',
  params: SurveyParams,
  body: z.object({ outlook: z.string().max(20), lines: z.array(TypedLine).max(200), version: z.int() }),
  reply: Moved,
  summary: 'Sends the answer of my firm; no line means that nobody is wanted',
})
export const answerSame = endpoint({ method: 'POST', path: '/surveys/:surveyId/answer/same', params: SurveyParams, body: z.object({ version: z.int() }), reply: Moved, summary: 'The same as last year, in one tap' })
export const refuseAnswer = endpoint({ method: 'POST', path: '/surveys/:surveyId/answer/refusal', params: SurveyParams, body: z.object({ reason: z.string().trim().max(500).default(''), version: z.int() }), reply: Moved, summary: 'My firm does not take part, and why' })
