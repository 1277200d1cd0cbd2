import { lifecycle } from '../../kernel/lifecycle.ts'
import { whoMovesSurvey } from './policy.ts'

export type SurveyState = 'draft' | 'open' | 'closed' | 'scored' | 'published' | 'archived'
export type SurveyAction = keyof typeof whoMovesSurvey
/** `targets` and `unchecked` are counted under the survey's lock. */
export type SurveyInMotion = { id: string; allianceId: string; state: SurveyState; year: number; title: string; isPast: boolean; unchecked: number; clocks: { score: Date; publish: Date } }

const params = ({ year, title }: SurveyInMotion) => ({ year, title })
const whyNotOpen = ({ isPast }: SurveyInMotion) => (isPast ? 'survey_too_late' : null)
const whyNotScore = ({ unchecked }: SurveyInMotion) => (unchecked > 0 ? 'survey_unchecked' : null)

export const surveyLife = lifecycle<SurveyState, SurveyAction, SurveyInMotion>({
  noun: 'survey',
  table: 'survey',
  states: ['draft', 'open', 'closed', 'scored', 'published', 'archived'],
  line: ['draft', 'open', 'closed', 'scored', 'published'],
  transitions: {
    open: { from: ['draft'], to: 'open', event: 'survey.opened', may: whoMovesSurvey.open, whyNot: whyNotOpen },
    // By hand, and by the clock on the evening of the last day.
    close: { from: ['open'], to: 'closed', event: 'survey.closed', may: whoMovesSurvey.close },
    // From here on the answers stand; experts move a score, with a reason.
    score: { from: ['closed'], to: 'scored', event: 'survey.scored', may: whoMovesSurvey.score, whyNot: whyNotScore },
    unscore: { from: ['scored'], to: 'closed', event: 'survey.unscored', may: whoMovesSurvey.unscore },
    publish: { from: ['scored'], to: 'published', event: 'survey.published', may: whoMovesSurvey.publish },
    archive: { from: ['published'], to: 'archived', event: 'survey.archived', may: whoMovesSurvey.archive },
  },
  asks: {
    closed: [{ kind: 'survey.score', of: ({ allianceId }) => [{ role: 'secretariat', allianceId }], due: ({ clocks }) => clocks.score, params }],
    scored: [{ kind: 'survey.publish', of: ({ allianceId }) => [{ role: 'secretariat', allianceId }], due: ({ clocks }) => clocks.publish, params }],
  },
})
