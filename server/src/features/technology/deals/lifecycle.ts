import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import { whoMoves, type DealParties } from './policy.ts'

export type DealState = 'drafting' | 'signed' | 'filed' | 'registered' | 'unregistered' | 'accepted' | 'closed' | 'ended'
export type DealAction = keyof typeof whoMoves

export type DealInMotion = DealParties & {
  id: string
  number: string
  title: string
  state: DealState
  providerName: string
  clientName: string
  provider: Assignee
  client: Assignee
  decisionDueAt: Date | null
  clocks: { file: Date }
}

/** Never an amount: an inbox item travels by mail. */
const params = ({ number, title, providerName, clientName }: DealInMotion) => ({ number, title, provider: providerName, client: clientName })

export const dealLife = lifecycle<DealState, DealAction, DealInMotion>({
  noun: 'deal',
  table: 'deal',
  states: ['drafting', 'signed', 'filed', 'registered', 'unregistered', 'accepted', 'closed', 'ended'],
  line: ['drafting', 'signed', 'filed', 'registered', 'accepted', 'closed'],
  transitions: {
    sign: { from: ['drafting'], to: 'signed', event: 'deal.signed', may: whoMoves.sign },
    file: { from: ['signed'], to: 'filed', event: 'deal.filed', may: whoMoves.file },
    register: { from: ['filed'], to: 'registered', event: 'deal.registered', may: whoMoves.register },
    refuse: { from: ['filed'], to: 'unregistered', event: 'deal.registration_refused', may: whoMoves.refuse },
    accept: { from: ['signed', 'registered', 'unregistered'], to: 'accepted', event: 'deal.accepted', may: whoMoves.accept },
    close: { from: ['accepted'], to: 'closed', event: 'deal.closed', may: whoMoves.close },
    end: { from: ['drafting', 'signed', 'filed', 'registered', 'unregistered'], to: 'ended', event: 'deal.ended', may: whoMoves.end },
  },
  asks: {
    signed: [{ kind: 'deal.file', of: ({ provider }) => [provider], due: ({ clocks }) => clocks.file, params }],
    filed: [{ kind: 'deal.decide', of: ({ provider }) => [provider], due: ({ decisionDueAt }) => decisionDueAt, params }],
    // That the benefit is due is asked by the clock, a year later.
  },
})
