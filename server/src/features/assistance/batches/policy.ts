import { isEscort, isFirmOf, isOffice, isSchool, notByHand, type Parties } from '../policy.ts'
import type { Actor } from '../../../kernel/actor.ts'

export type SeatParties = Parties & { organisationId: string }

export const whoMoves = { ask: isSchool, agree: notByHand, start: notByHand, finish: notByHand, cancel: isSchool }
export type BatchMove = keyof typeof whoMoves
export const whoAnswers = { ask: isSchool, confirm: isFirmOf, decline: isFirmOf, withdraw: isSchool }
export type SeatMove = keyof typeof whoAnswers

export const mayKeepBatch = (actor: Actor, batch: Parties) => isSchool(actor, batch)
export const mayKeepSeat = (actor: Actor, seat: SeatParties) => isSchool(actor, seat)
export const mayAnswerSeat = (actor: Actor, seat: SeatParties) => isFirmOf(actor, seat)
/** A firm sees its lines, not how they came about. */
export const mayReadBatchHistory = (actor: Actor, batch: Parties) => isSchool(actor, batch) || isEscort(actor, batch) || isOffice(actor, batch)
export { hasBatches, isEscort, isOffice, isSchool, mayPlan, type Parties } from '../policy.ts'
