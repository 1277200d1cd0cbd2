import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import { mayRate, notByHand, whoMoves, type RequestParties } from './policy.ts'

export type RequestState = 'routed' | 'accepted' | 'delivered' | 'confirmed' | 'rated' | 'declined' | 'lapsed' | 'withdrawn'
export type RequestAction = keyof typeof whoMoves | 'rate' | 'lapse' | 'close' | 'settle'

export type RequestInMotion = RequestParties & {
  id: string
  number: string
  state: RequestState
  needTitle: string
  askerName: string
  providerName: string
  objection: string | null
  reason: string | null
  asker: Assignee
  provider: Assignee
  /** Who finds the next provider; empty while another one has it, or the need has ended. */
  window: readonly Assignee[]
  dueAt: Date | null
  clocks: { rate: Date; reroute: Date }
}

const params = ({ number, needTitle, askerName, providerName, objection, reason }: RequestInMotion) => ({
  number, title: needTitle, asker: askerName, provider: providerName, reason: objection ?? reason ?? '',
})

export const requestLife = lifecycle<RequestState, RequestAction, RequestInMotion>({
  noun: 'service_request',
  table: 'service_request',
  states: ['routed', 'accepted', 'delivered', 'confirmed', 'rated', 'declined', 'lapsed', 'withdrawn'],
  line: ['routed', 'accepted', 'delivered', 'confirmed', 'rated'],
  transitions: {
    accept: { from: ['routed'], to: 'accepted', event: 'service_request.accepted', may: whoMoves.accept },
    decline: { from: ['routed', 'accepted'], to: 'declined', event: 'service_request.declined', may: whoMoves.decline },
    deliver: { from: ['accepted'], to: 'delivered', event: 'service_request.delivered', may: whoMoves.deliver },
    object: { from: ['delivered'], to: 'accepted', event: 'service_request.sent_back', may: whoMoves.object },
    confirm: { from: ['delivered'], to: 'confirmed', event: 'service_request.confirmed', may: whoMoves.confirm },
    rate: { from: ['confirmed'], to: 'rated', event: 'service_request.rated', may: mayRate },
    withdraw: { from: ['routed', 'accepted'], to: 'withdrawn', event: 'service_request.withdrawn', may: whoMoves.withdraw },
    // By the clock: no word in time; the need ended, unsolved or by somebody else; its asker said on the need itself that it is solved.
    lapse: { from: ['routed'], to: 'lapsed', event: 'service_request.lapsed', may: notByHand },
    close: { from: ['routed', 'accepted', 'delivered'], to: 'withdrawn', event: 'service_request.ended', may: notByHand },
    settle: { from: ['delivered'], to: 'confirmed', event: 'service_request.settled', may: notByHand },
  },
  asks: {
    routed: [{ kind: 'service_request.answer', of: ({ provider }) => [provider], due: ({ dueAt }) => dueAt, params }],
    accepted: [{ kind: 'service_request.deliver', of: ({ provider }) => [provider], due: ({ dueAt }) => dueAt, params }],
    delivered: [{ kind: 'service_request.confirm', of: ({ asker }) => [asker], due: ({ dueAt }) => dueAt, params }],
    confirmed: [{ kind: 'service_request.rate', of: ({ asker }) => [asker], due: ({ clocks }) => clocks.rate, params }],
    declined: [{ kind: 'service_request.route', of: ({ window }) => [...window], due: ({ clocks }) => clocks.reroute, params }],
    lapsed: [{ kind: 'service_request.route', of: ({ window }) => [...window], due: ({ clocks }) => clocks.reroute, params }],
    withdrawn: [{ kind: 'service_request.route', of: ({ window }) => [...window], due: ({ clocks }) => clocks.reroute, params }],
  },
})
