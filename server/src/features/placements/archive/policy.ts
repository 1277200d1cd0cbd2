import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'
import { mayRunPlacement, mayTendPlacement, sideOf, type PlacementParties } from '../policy.ts'

/** What a student wrote and what teachers found is not the firm's. */
export const mayReadArchive = (actor: Actor, placement: PlacementParties) => ['school', 'teacher', 'student', 'office'].includes(sideOf(actor, placement)!)
export const mayAddPaper = (actor: Actor, placement: PlacementParties) => mayTendPlacement(actor, placement)
export const mayArchive = (actor: Actor, placement: PlacementParties) => mayRunPlacement(actor, placement)
export const mayReadPlans = (actor: Actor) => hasRole(actor, 'school_contact', 'teacher')
export const mayAddPlan = (actor: Actor, cohort: { schoolId: string }) => hasRole(actor, 'school_contact') && isAtOrganisation(actor, cohort.schoolId)
