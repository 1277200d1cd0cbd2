import type { RefusalCode } from '../../../contract/refusals.ts'

/** Working days a provider has where no offer says otherwise, and the asker has to look at what was delivered. */
export const answerWithin = 5
export const confirmWithin = 10
/** To do better what was sent back. */
export const mendWithin = 5
/** For the office to find the next provider. */
export const rerouteWithin = 2
export const deliversAtMostDays = 365

const running = ['routed', 'accepted', 'delivered']
export const isRunning = (state: string) => running.includes(state)
/** Somebody said yes: the need counts as answered while one of these runs. */
export const isAnswer = (state: string) => state === 'accepted' || state === 'delivered'

/** A need is routed while it is open or being answered; a provider says yes to nothing else. */
export const whyNotAnswer = (needState: string): RefusalCode | null => (['open', 'answered'].includes(needState) ? null : 'need_not_open')

type Offer = { state: string; family: string; capacity: number | null; running: number }
/** Why a need of this family cannot go to this offer. */
export function whyNotOffer(offer: Offer, need: { family: string | null }): RefusalCode | null {
  if (offer.state !== 'open' || offer.family !== need.family) return 'offer_not_open'
  return offer.capacity !== null && offer.running >= offer.capacity ? 'offer_full' : null
}

type Days = { today: string; furthest: string }
export type Fault = { path: string[]; code: string }
const short = (text: string | undefined) => [...(text ?? '').trim()].length < 10

export function faultsOfPromise({ plan, deliverBy }: { plan?: string; deliverBy?: string }, { today, furthest }: Days): Fault[] {
  const day = !deliverBy ? 'missing' : deliverBy < today ? 'past' : deliverBy > furthest ? 'too_far' : null
  return [...(short(plan) ? [{ path: ['plan'], code: 'too_short' }] : []), ...(day ? [{ path: ['deliverBy'], code: day }] : [])]
}
export const faultsOfDelivery = ({ delivery }: { delivery?: string }): Fault[] => (short(delivery) ? [{ path: ['delivery'], code: 'too_short' }] : [])
