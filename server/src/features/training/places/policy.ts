import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isFirm, isSchool, notByHand, type ClassParties } from '../policy.ts'

export type PlaceParties = ClassParties & { studentId: string }
export const isOwn = (actor: Actor, { studentId }: Pick<PlaceParties, 'studentId'>) => hasRole(actor, 'student') && actor.studentId === studentId

const ownOrSchool = (actor: Actor, place: PlaceParties) => isOwn(actor, place) || isSchool(actor, place)
/** Who takes which step: a place is confirmed, and an offer answered, by the student alone. */
export const whoMoves = {
  confirm: isOwn,
  enrol: notByHand,
  release: ownOrSchool,
  leave: ownOrSchool,
  pass: notByHand,
  fail: notByHand,
  offer: isFirm,
  accept: isOwn,
  refuse: isOwn,
  lapse: notByHand,
}
export type PlaceMove = keyof typeof whoMoves
export const mayMovePlace = (actor: Actor, { place, action }: { place: PlaceParties; action: PlaceMove }) => whoMoves[action](actor, place)
export const isOwnPlace = (actor: Actor, place: PlaceParties) => isOwn(actor, place)
export const mayReplace = (actor: Actor, one: ClassParties) => isSchool(actor, one)
/** Each side writes its own mark. */
export const mayMark = (actor: Actor, place: ClassParties) => isSchool(actor, place) || isFirm(actor, place)
export const mayOffer = (actor: Actor, place: ClassParties) => isFirm(actor, place)
export { isSchool, mayLearn } from '../policy.ts'
