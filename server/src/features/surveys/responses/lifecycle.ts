import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import { mayAnswer, mayCheck } from '../policy.ts'

export type ResponseState = 'waiting' | 'submitted' | 'returned' | 'accepted' | 'declined'
type SurveyState = 'draft' | 'open' | 'closed' | 'scored' | 'published' | 'archived'
export type ResponseAction = 'submit' | 'decline' | 'return' | 'accept'

export type ResponseInMotion = {
  id: string
  state: ResponseState
  allianceId: string
  organisationId: string
  organisationName: string
  surveyId: string
  surveyState: SurveyState
  year: number
  title: string
  reason: string | null
  owner: Assignee
  /** Deadlines, counted by the service: a declaration knows no calendar. */
  clocks: { answer: Date; repair: Date }
}

const params = ({ surveyId, year, title, organisationName, reason }: ResponseInMotion) => ({ surveyId, year, title, organisation: organisationName, reason: reason ?? '' })
/** While it is open; what was sent back may be mended until the answers are scored. */
const whyNotAnswer = ({ state, surveyState }: ResponseInMotion) => (surveyState === 'open' || (state === 'returned' && surveyState === 'closed') ? null : 'survey_not_open')
const whyNotCheck = ({ surveyState }: ResponseInMotion) => (surveyState === 'open' || surveyState === 'closed' ? null : 'survey_not_open')

export const responseLife = lifecycle<ResponseState, ResponseAction, ResponseInMotion>({
  noun: 'survey_response',
  table: 'survey_response',
  states: ['waiting', 'submitted', 'returned', 'accepted', 'declined'],
  line: ['waiting', 'submitted', 'accepted'],
  transitions: {
    // Also again: until the office accepted it, the firm may change its mind.
    submit: { from: ['waiting', 'submitted', 'returned', 'declined'], to: 'submitted', event: 'survey_response.submitted', may: mayAnswer, whyNot: whyNotAnswer },
    decline: { from: ['waiting', 'submitted', 'returned'], to: 'declined', event: 'survey_response.declined', may: mayAnswer, whyNot: whyNotAnswer },
    return: { from: ['submitted', 'accepted'], to: 'returned', event: 'survey_response.returned', may: mayCheck, whyNot: whyNotCheck },
    accept: { from: ['submitted'], to: 'accepted', event: 'survey_response.accepted', may: mayCheck, whyNot: whyNotCheck },
  },
  asks: {
    waiting: [{ kind: 'survey_response.answer', of: ({ owner }) => [owner], due: ({ clocks }) => clocks.answer, params }],
    returned: [{ kind: 'survey_response.repair', of: ({ owner }) => [owner], due: ({ clocks }) => clocks.repair, params }],
  },
})
