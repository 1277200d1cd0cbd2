import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'

/** What a teacher found at a unit is for the school: students say there what they would not say before the unit. */
export const mayReadVisits = (actor: Actor) => hasRole(actor, 'school_contact', 'teacher')
export const mayTendVisit = (actor: Actor, { schoolId }: { schoolId: string }) => mayReadVisits(actor) && isAtOrganisation(actor, schoolId)
export const mayMoveVisit = (actor: Actor, { visit }: { visit: { schoolId: string } }) => mayTendVisit(actor, visit)
