import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import { whoMoves, type ExchangeMove, type ExchangeParties } from './policy.ts'

export type ExchangeState = 'proposed' | 'accepted' | 'under_way' | 'finished' | 'declined' | 'withdrawn'
export type ExchangeInMotion = ExchangeParties & { id: string; state: ExchangeState; number: string; teacherName: string; homeName: string; hostName: string; subject: string; clocks: { answer: Date; start: Date; end: Date } }

const home = ({ homeId }: ExchangeInMotion): Assignee[] => [{ role: 'school_contact', organisationId: homeId }]
const host = ({ hostId }: ExchangeInMotion): Assignee[] => [{ role: 'school_contact', organisationId: hostId }]
const params = ({ number, teacherName, homeName, hostName, subject }: ExchangeInMotion) => ({ number, teacher: teacherName, home: homeName, host: hostName, subject })

/** A teacher of one school at the other: proposed by the home, taken by the host, who also says how many days it was. */
export const exchangeLife = lifecycle<ExchangeState, ExchangeMove, ExchangeInMotion>({
  noun: 'teacher_exchange',
  table: 'teacher_exchange',
  states: ['proposed', 'accepted', 'under_way', 'finished', 'declined', 'withdrawn'],
  line: ['proposed', 'accepted', 'under_way', 'finished'],
  transitions: {
    accept: { from: ['proposed'], to: 'accepted', event: 'teacher_exchange.accepted', may: whoMoves.accept },
    decline: { from: ['proposed'], to: 'declined', event: 'teacher_exchange.declined', may: whoMoves.decline },
    start: { from: ['accepted'], to: 'under_way', event: 'teacher_exchange.started', may: whoMoves.start },
    finish: { from: ['under_way'], to: 'finished', event: 'teacher_exchange.finished', may: whoMoves.finish },
    withdraw: { from: ['proposed', 'accepted'], to: 'withdrawn', event: 'teacher_exchange.withdrawn', may: whoMoves.withdraw },
  },
  asks: {
    proposed: [{ kind: 'teacher_exchange.accept', of: host, due: ({ clocks }) => clocks.answer, params }],
    accepted: [{ kind: 'teacher_exchange.start', of: home, due: ({ clocks }) => clocks.start, params }],
    under_way: [{ kind: 'teacher_exchange.finish', of: host, due: ({ clocks }) => clocks.end, params }],
  },
})
