import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import { whoAnswers, whoMoves, type BatchMove, type Parties, type SeatMove, type SeatParties } from './policy.ts'

export type BatchState = 'planning' | 'asked' | 'agreed' | 'running' | 'finished' | 'cancelled'
export type SeatState = 'planned' | 'asked' | 'confirmed' | 'declined' | 'withdrawn'

export type BatchInMotion = Parties & { id: string; state: BatchState; number: string; title: string }

/** A county school plans, asks firms, fills what they confirmed; whether it runs and is over is read from its placements. */
export const batchLife = lifecycle<BatchState, BatchMove, BatchInMotion>({
  noun: 'assistance_batch',
  table: 'assistance_batch',
  states: ['planning', 'asked', 'agreed', 'running', 'finished', 'cancelled'],
  line: ['planning', 'asked', 'agreed', 'running', 'finished'],
  transitions: {
    ask: { from: ['planning'], to: 'asked', event: 'assistance_batch.asked', may: whoMoves.ask },
    // Every line was answered, and somebody has a seat.
    agree: { from: ['asked'], to: 'agreed', event: 'assistance_batch.agreed', may: whoMoves.agree },
    start: { from: ['agreed'], to: 'running', event: 'assistance_batch.started', may: whoMoves.start },
    finish: { from: ['running'], to: 'finished', event: 'assistance_batch.finished', may: whoMoves.finish },
    cancel: { from: ['planning', 'asked', 'agreed'], to: 'cancelled', event: 'assistance_batch.cancelled', may: whoMoves.cancel },
  },
  asks: {},
})

export type SeatInMotion = SeatParties & {
  id: string
  state: SeatState
  batchId: string
  number: string
  title: string
  schoolName: string
  organisationName: string
  postTitle: string
  asked: number
  confirmed: number | null
  clocks: { answer: Date; before: Date }
}
const firm = ({ organisationId }: SeatInMotion): Assignee[] => [{ role: 'enterprise_contact', organisationId }]
const school = ({ schoolId }: SeatInMotion): Assignee[] => [{ role: 'school_contact', organisationId: schoolId }]
const params = ({ batchId, number, title, schoolName, organisationName, postTitle, asked, confirmed }: SeatInMotion) => ({ batchId, number, batch: title, school: schoolName, firm: organisationName, post: postTitle, asked, confirmed: confirmed ?? 0 })

/** One line: planned, asked of its firm, confirmed or declined. */
export const seatLife = lifecycle<SeatState, SeatMove, SeatInMotion>({
  noun: 'assistance_seat',
  table: 'assistance_seat',
  states: ['planned', 'asked', 'confirmed', 'declined', 'withdrawn'],
  line: ['planned', 'asked', 'confirmed'],
  transitions: {
    ask: { from: ['planned'], to: 'asked', event: 'assistance_seat.asked', may: whoAnswers.ask },
    confirm: { from: ['asked'], to: 'confirmed', event: 'assistance_seat.confirmed', may: whoAnswers.confirm },
    decline: { from: ['asked'], to: 'declined', event: 'assistance_seat.declined', may: whoAnswers.decline },
    withdraw: { from: ['planned', 'asked', 'confirmed'], to: 'withdrawn', event: 'assistance_seat.withdrawn', may: whoAnswers.withdraw },
  },
  asks: {
    asked: [{ kind: 'assistance_seat.answer', of: firm, due: ({ clocks }) => clocks.answer, params }],
    confirmed: [{ kind: 'assistance_seat.fill', of: school, due: ({ clocks }) => clocks.before, params }],
    declined: [{ kind: 'assistance_seat.declined', of: school, due: ({ clocks }) => clocks.before, params }],
  },
})
