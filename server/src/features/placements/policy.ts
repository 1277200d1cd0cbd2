import { hasRole, isAtOrganisation, type Actor } from '../../kernel/actor.ts'

export type PlacementParties = { schoolId: string; organisationId: string; studentId: string; allianceId: string }
export type Side = 'school' | 'teacher' | 'unit' | 'student' | 'office'

/** On which side of a placement this actor stands; null for somebody who has no part in it. A speaker of a small firm stands on the unit's. */
export function sideOf(actor: Actor, { schoolId, organisationId, studentId, allianceId }: PlacementParties): Side | null {
  if (hasRole(actor, 'student')) return actor.studentId === studentId ? 'student' : null
  if (hasRole(actor, 'school_contact') && isAtOrganisation(actor, schoolId)) return 'school'
  if (hasRole(actor, 'teacher') && isAtOrganisation(actor, schoolId)) return 'teacher'
  if (hasRole(actor, 'secretariat')) return actor.allianceId === allianceId ? 'office' : null
  return hasRole(actor, 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact') ? (isAtOrganisation(actor, organisationId) ? 'unit' : null) : null
}

const is = (...sides: Side[]) => (actor: Actor, placement: PlacementParties) => sides.includes(sideOf(actor, placement)!)

/** Rule 1.25: only the school makes placements; nobody in between. */
export const mayMakePlacements = (actor: Actor) => hasRole(actor, 'school_contact')
/** The school's office runs its placements: every step, every paper. */
export const mayRunPlacement = (actor: Actor, placement: PlacementParties) => is('school')(actor, placement)
/** Those of the school who look after students: the office and the teachers. */
export const mayTendPlacement = (actor: Actor, placement: PlacementParties) => is('school', 'teacher')(actor, placement)
/** The school and the student themselves; not the firm, not the office. */
export const isInside = (actor: Actor, placement: PlacementParties) => is('school', 'teacher', 'student')(actor, placement)
export const isOwnPlacement = (actor: Actor, placement: PlacementParties) => is('student')(actor, placement)
export const isUnitOf = (actor: Actor, placement: PlacementParties) => is('unit')(actor, placement)
/** What only the facts decide, or a room to the right. */
export const notByHand = (_actor: Actor, _placement: PlacementParties) => false
export const mayBeIntern = (actor: Actor) => hasRole(actor, 'student') && actor.studentId !== null
export const mayReadPlacements = (actor: Actor) => !hasRole(actor, 'official')
