import { z } from 'zod'
import { endpoint } from '../../contract/endpoint.ts'

export const surveyStates = ['draft', 'open', 'closed', 'scored', 'published', 'archived'] as const
export const SurveyState = z.enum(surveyStates)
export type SurveyState = z.infer<typeof SurveyState>
export const surveyActions = ['open', 'close', 'score', 'unscore', 'publish', 'archive'] as const
export const SurveyAction = z.enum(surveyActions)
export type SurveyAction = z.infer<typeof SurveyAction>

export const SurveyParams = z.object({ surveyId: z.uuid() })

export const SurveyFields = z.object({
  title: z.string().trim().min(1).max(100),
  titleEn: z.string().trim().max(200).nullable().default(null),
  note: z.string().trim().max(2000).default(''),
  opensOn: z.iso.date(),
  closesOn: z.iso.date(),
})
export type SurveyFields = z.infer<typeof SurveyFields>

export const SurveyRow = z.object({
  id: z.uuid(),
  year: z.int(),
  title: z.string(),
  titleEn: z.string().nullable(),
  state: SurveyState,
  opensOn: z.string(),
  closesOn: z.string(),
  /** Firms asked, and how many of them answered in any way; 0 in a draft. */
  asked: z.int(),
  answered: z.int(),
  demo: z.boolean(),
})
export type SurveyRow = z.infer<typeof SurveyRow>

export const listSurveys = endpoint({ method: 'GET', path: '/surveys', reply: z.object({ rows: z.array(SurveyRow), can: z.object({ write: z.boolean() }) }), summary: 'The demand surveys, the newest year first' })

export const SurveyView = SurveyRow.extend({
  note: z.string(),
  /** From which total an occupation is called scarce. */
  cutOff: z.number(),
  openedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  scoredAt: z.string().nullable(),
  publishedAt: z.string().nullable(),
  /** How many answers wait for the office; null for others. */
  unchecked: z.int().nullable(),
  version: z.int(),
  can: z.record(SurveyAction, z.boolean()).and(z.object({ edit: z.boolean(), adjust: z.boolean(), check: z.boolean(), progress: z.boolean(), remind: z.boolean(), result: z.boolean(), answer: z.boolean() })),
})
export type SurveyView = z.infer<typeof SurveyView>
export const getSurvey = endpoint({ method: 'GET', path: '/surveys/:surveyId', params: SurveyParams, reply: SurveyView })

const Written = z.object({ id: z.uuid(), version: z.int() })
export const writeSurvey = endpoint({ method: 'POST', path: '/surveys', body: SurveyFields.extend({ year: z.int().min(2000).max(2100) }), reply: Written, summary: 'The survey of a year, as a draft; one a year' })
export const changeSurvey = endpoint({ method: 'PATCH', path: '/surveys/:surveyId', params: SurveyParams, body: SurveyFields.extend({ version: z.int() }), reply: Written, summary: 'Changes a draft' })
export const moveSurvey = endpoint({
  method: 'POST',
  path: '/surveys/:surveyId/moves',
  params: SurveyParams,
  body: z.object({ action: SurveyAction, version: z.int() }),
  reply: z.object({ id: z.uuid(), state: SurveyState, version: z.int() }),
  summary: 'Opens the survey and asks every firm; closes it; scores; publishes the catalogue; archives it',
})
