import type { Mood } from '../../../ui/state-mark.tsx'
import type { BatchRow, ExchangeRow, ResourceRow, Seat, StayRow } from './queries.ts'

export const batchMoods: Readonly<Record<BatchRow['state'], Mood>> = { planning: 'open', asked: 'waits', agreed: 'now', running: 'now', finished: 'done', cancelled: 'gone' }
export const seatMoods: Readonly<Record<Seat['state'], Mood>> = { planned: 'open', asked: 'waits', confirmed: 'done', declined: 'refused', withdrawn: 'gone' }
export const exchangeMoods: Readonly<Record<ExchangeRow['state'], Mood>> = { proposed: 'waits', accepted: 'now', under_way: 'now', finished: 'done', declined: 'refused', withdrawn: 'gone' }
export const resourceMoods: Readonly<Record<ResourceRow['state'], Mood>> = { given: 'waits', received: 'done', disputed: 'refused', corrected: 'gone' }
export const stayMoods: Readonly<Record<StayRow['state'], Mood>> = { planned: 'open', waiting: 'waits', unanswered: 'gone', answered: 'done' }
