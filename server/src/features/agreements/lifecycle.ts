import { lifecycle, type Assignee } from '../../kernel/lifecycle.ts'
import { notByHand, whoMoves, type AgreementParties } from './policy.ts'

export type AgreementState = 'draft' | 'signing' | 'concluded' | 'superseded' | 'terminated' | 'expired' | 'declined' | 'withdrawn'
export type AgreementMove = keyof typeof whoMoves | 'sign' | 'conclude' | 'supersede' | 'expire'

export type AgreementInMotion = AgreementParties & {
  id: string
  number: string
  title: string
  state: AgreementState
  /** Whose turn it is, and has an account. */
  waiting: readonly Assignee[]
  /** Somebody whose turn it is has none: the keeper hands them a link or a paper. */
  toHandOver: boolean
  keeper: Assignee
  dueAt: Date | null
}

const params = ({ number, title }: AgreementInMotion) => ({ number, title })

export const agreementLife = lifecycle<AgreementState, AgreementMove, AgreementInMotion>({
  noun: 'agreement',
  table: 'agreement',
  states: ['draft', 'signing', 'concluded', 'superseded', 'terminated', 'expired', 'declined', 'withdrawn'],
  line: ['draft', 'signing', 'concluded'],
  transitions: {
    open: { from: ['draft'], to: 'signing', event: 'agreement.opened', may: whoMoves.open },
    sign: { from: ['signing'], to: 'signing', event: 'agreement.signed', may: notByHand },
    // With the last signature.
    conclude: { from: ['signing'], to: 'concluded', event: 'agreement.concluded', may: notByHand },
    decline: { from: ['signing'], to: 'declined', event: 'agreement.declined', may: whoMoves.decline },
    withdraw: { from: ['draft', 'signing'], to: 'withdrawn', event: 'agreement.withdrawn', may: whoMoves.withdraw },
    terminate: { from: ['concluded'], to: 'terminated', event: 'agreement.terminated', may: whoMoves.terminate },
    // By a later text that all have signed; by the calendar.
    supersede: { from: ['concluded'], to: 'superseded', event: 'agreement.superseded', may: notByHand },
    expire: { from: ['concluded'], to: 'expired', event: 'agreement.expired', may: notByHand },
  },
  asks: {
    signing: [
      { kind: 'agreement.sign', of: ({ waiting }) => [...waiting], due: ({ dueAt }) => dueAt, params },
      { kind: 'agreement.hand_over', of: ({ toHandOver, keeper }) => (toHandOver ? [keeper] : []), due: ({ dueAt }) => dueAt, params },
    ],
    declined: [{ kind: 'agreement.declined', of: ({ keeper }) => [keeper], due: () => null, params }],
  },
})
