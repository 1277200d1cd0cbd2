import type { RefusalCode } from '../../../../contract/refusals.ts'

/** Working days in which the unit answers in writing. */
export const answerWithin = 10

type Noticed = { state: string; noticeFrom: string | null; noticeUntil: string | null }
/** The last day of the notice is the first on which may be signed: from then on nobody can object here. */
export const whyNotObject = ({ state, noticeFrom, noticeUntil }: Noticed, today: string): RefusalCode | null =>
  state === 'drafting' && noticeFrom !== null && noticeUntil !== null && today >= noticeFrom && today < noticeUntil ? null : 'price_notice_over'
