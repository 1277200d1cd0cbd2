import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isOwnPlacement, isUnitOf, mayTendPlacement, sideOf, type PlacementParties } from '../policy.ts'

/** Pay is between unit and student, and the school watches over it. Nobody else reads what a person earns. */
export const paySideOf = (actor: Actor, placement: PlacementParties): 'school' | 'unit' | 'student' | null => {
  const side = sideOf(actor, placement)
  return side === 'teacher' ? 'school' : side === 'office' ? null : side
}
export const mayReadPay = (actor: Actor, placement: PlacementParties) => paySideOf(actor, placement) !== null
export const mayRecordPay = (actor: Actor, placement: PlacementParties) => isUnitOf(actor, placement)
/** A wrong record is taken back by the school, so that no unit rewrites what it said. */
export const mayWithdrawPay = (actor: Actor, placement: PlacementParties) => mayTendPlacement(actor, placement)
export const mayAnswerPay = (actor: Actor, placement: PlacementParties) => isOwnPlacement(actor, placement)
/** The student's answer is never for the unit. */
export const seesAnswer = (actor: Actor, placement: PlacementParties) => isOwnPlacement(actor, placement) || mayTendPlacement(actor, placement)
export const mayListPay = (actor: Actor) => hasRole(actor, 'school_contact', 'teacher', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact')
export const mayReadAlarms = (actor: Actor) => hasRole(actor, 'school_contact', 'teacher')
export const mayTendAlarm = (actor: Actor, alarm: PlacementParties) => mayTendPlacement(actor, alarm)
export const notByHand = (_actor: Actor, _alarm: PlacementParties) => false
