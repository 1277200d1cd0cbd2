import type { Mood } from '../../ui/state-mark.tsx'
import type { OfferState, RequestState } from './queries.ts'

export const offerMoods: Record<OfferState, Mood> = { draft: 'open', submitted: 'waits', open: 'now', closed: 'gone', declined: 'refused' }
export const requestMoods: Record<RequestState, Mood> = { routed: 'waits', accepted: 'now', delivered: 'waits', confirmed: 'done', rated: 'done', declined: 'refused', lapsed: 'refused', withdrawn: 'gone' }
