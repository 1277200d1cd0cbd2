import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import type { Owned } from '../policy.ts'
import { nobody, whoMoves } from './policy.ts'

export type OfferState = 'draft' | 'submitted' | 'open' | 'closed' | 'declined'
export type OfferAction = keyof typeof whoMoves | 'expire'

export type OfferInMotion = Owned & {
  id: string
  number: string
  title: string
  state: OfferState
  organisationName: string
  submittedAt: Date | null
  closeCode: string | null
  reason: string | null
  owner: Assignee
  /** Deadlines, counted by the service: a declaration knows no calendar. */
  clocks: { verify: Date; repair: Date }
}

const params = ({ number, title, organisationName, reason }: OfferInMotion) => ({ number, title, organisation: organisationName, reason: reason ?? '' })

export const offerLife = lifecycle<OfferState, OfferAction, OfferInMotion>({
  noun: 'service_offer',
  table: 'service_offer',
  states: ['draft', 'submitted', 'open', 'closed', 'declined'],
  line: ['draft', 'submitted', 'open', 'closed'],
  transitions: {
    submit: { from: ['draft'], to: 'submitted', event: 'service_offer.submitted', may: whoMoves.submit },
    verify: { from: ['submitted'], to: 'open', event: 'service_offer.opened', may: whoMoves.verify },
    return: { from: ['submitted'], to: 'draft', event: 'service_offer.returned', may: whoMoves.return },
    decline: { from: ['submitted'], to: 'declined', event: 'service_offer.declined', may: whoMoves.decline },
    // What only ran out is opened again by one word of its owner; what somebody closed is written anew.
    confirm: { from: ['open', 'closed'], to: 'open', event: 'service_offer.confirmed', may: whoMoves.confirm, whyNot: ({ state, closeCode }) => (state === 'closed' && closeCode !== 'expired' ? 'wrong_state' : null) },
    revise: { from: ['open', 'closed'], to: 'draft', event: 'service_offer.taken_back', may: whoMoves.revise },
    close: { from: ['open'], to: 'closed', event: 'service_offer.closed', may: whoMoves.close },
    // By the clock: past its day.
    expire: { from: ['open'], to: 'closed', event: 'service_offer.expired', may: nobody },
  },
  asks: {
    draft: [{ kind: 'service_offer.repair', of: (offer) => (offer.submittedAt && offer.reason ? [offer.owner] : []), due: ({ clocks }) => clocks.repair, params }],
    submitted: [{ kind: 'service_offer.verify', of: ({ allianceId }) => [{ role: 'secretariat', allianceId }], due: ({ clocks }) => clocks.verify, params }],
    closed: [{ kind: 'service_offer.confirm', of: ({ closeCode, owner }) => (closeCode === 'expired' ? [owner] : []), due: ({ clocks }) => clocks.repair, params }],
  },
})
