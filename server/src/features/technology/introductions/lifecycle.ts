import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import { notByHand, whoMoves, type IntroductionParties } from './policy.ts'

export type IntroductionState = 'proposed' | 'accepted' | 'talking' | 'contracted' | 'declined' | 'withdrawn' | 'lapsed'
export type IntroductionAction = keyof typeof whoMoves | 'agree' | 'talk' | 'contract' | 'end' | 'lapse' | 'close'

export type IntroductionInMotion = IntroductionParties & {
  id: string
  number: string
  state: IntroductionState
  needTitle: string
  answerTitle: string
  askerName: string
  answererName: string
  declineCode: string | null
  /** Sides whose word is still owed. */
  waiting: readonly Assignee[]
  sides: readonly Assignee[]
  /** Sides that did not end it themselves. */
  told: readonly Assignee[]
  manager: Assignee
  dueAt: Date | null
}

/** Only what anybody may read: titles, names and the code of a "no". */
const params = ({ number, needTitle, answerTitle, askerName, answererName, declineCode }: IntroductionInMotion) => ({
  number, title: needTitle, answer: answerTitle, asker: askerName, answerer: answererName, code: declineCode ?? '',
})

export const introductionLife = lifecycle<IntroductionState, IntroductionAction, IntroductionInMotion>({
  noun: 'introduction',
  table: 'introduction',
  states: ['proposed', 'accepted', 'talking', 'contracted', 'declined', 'withdrawn', 'lapsed'],
  line: ['proposed', 'accepted', 'talking', 'contracted'],
  transitions: {
    // The first yes of two, and the second.
    agree: { from: ['proposed'], to: 'proposed', event: 'introduction.agreed', may: notByHand },
    accept: { from: ['proposed'], to: 'accepted', event: 'introduction.accepted', may: whoMoves.accept },
    talk: { from: ['accepted', 'talking'], to: 'talking', event: 'introduction.talked', may: notByHand },
    contract: { from: ['accepted', 'talking'], to: 'contracted', event: 'introduction.contracted', may: notByHand },
    decline: { from: ['proposed', 'accepted', 'talking'], to: 'declined', event: 'introduction.declined', may: whoMoves.decline },
    withdraw: { from: ['proposed', 'accepted', 'talking'], to: 'withdrawn', event: 'introduction.withdrawn', may: whoMoves.withdraw },
    // A contract that came to nothing.
    end: { from: ['contracted'], to: 'declined', event: 'introduction.contract_ended', may: notByHand },
    // By the clock: no word in time; the need itself has ended.
    lapse: { from: ['proposed', 'accepted'], to: 'lapsed', event: 'introduction.lapsed', may: notByHand },
    close: { from: ['proposed', 'accepted', 'talking'], to: 'withdrawn', event: 'introduction.closed', may: notByHand },
  },
  asks: {
    proposed: [{ kind: 'introduction.answer', of: ({ waiting }) => [...waiting], due: ({ dueAt }) => dueAt, params }],
    accepted: [{ kind: 'introduction.meet', of: ({ sides }) => [...sides], due: ({ dueAt }) => dueAt, params }],
    talking: [{ kind: 'introduction.proceed', of: ({ manager }) => [manager], due: ({ dueAt }) => dueAt, params }],
    declined: [{ kind: 'introduction.declined', of: ({ told }) => [...told], due: () => null, params }],
    lapsed: [{ kind: 'introduction.lapsed', of: ({ manager }) => [manager], due: () => null, params }],
  },
})
