import type { Mood } from '../../ui/state-mark.tsx'
import type { ResponseState, SurveyState } from './queries.ts'

export const surveyMoods: Record<SurveyState, Mood> = { draft: 'open', open: 'now', closed: 'waits', scored: 'waits', published: 'done', archived: 'gone' }
export const responseMoods: Record<ResponseState, Mood> = { waiting: 'open', submitted: 'waits', returned: 'waits', accepted: 'done', declined: 'gone' }
