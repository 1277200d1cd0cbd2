import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'
import { isOwnPlacement, isUnitOf, mayRunPlacement, mayTendPlacement, type PlacementParties } from '../policy.ts'

type Scheme = { schoolId: string }
export const mayReadSchemes = (actor: Actor) => hasRole(actor, 'school_contact', 'teacher', 'secretariat')
export const mayWriteScheme = (actor: Actor) => hasRole(actor, 'school_contact')
export const mayKeepScheme = (actor: Actor, scheme: Scheme) => mayWriteScheme(actor) && isAtOrganisation(actor, scheme.schoolId)

/** The mentor, or whoever speaks for the unit; each of the two parts is marked by its own side. */
export const mayMarkForUnit = (actor: Actor, placement: PlacementParties & { mentorAccountId?: string | null }) =>
  isUnitOf(actor, placement) || (hasRole(actor, 'mentor') && placement.mentorAccountId === actor.accountId)
export const mayMarkForSchool = (actor: Actor, placement: PlacementParties) => mayTendPlacement(actor, placement)
export const mayMark = (actor: Actor, found: PlacementParties & { part: 'unit' | 'school'; mentorAccountId?: string | null }) => (found.part === 'unit' ? mayMarkForUnit(actor, found) : mayMarkForSchool(actor, found))
export const mayPublishResult = (actor: Actor, placement: PlacementParties) => mayTendPlacement(actor, placement)
export const mayAnswerMarkObjection = (actor: Actor, placement: PlacementParties) => mayRunPlacement(actor, placement)
export const mayWriteText = (actor: Actor, placement: PlacementParties) => isOwnPlacement(actor, placement)
export const mayReadAssessments = (actor: Actor) => !hasRole(actor, 'official', 'student')
