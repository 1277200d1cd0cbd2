import { hasRole, type Actor, type Role } from '../../kernel/actor.ts'

/** A seat that exists or is to be offered. */
export type Place = { role: Role; organisationId: string | null; allianceId: string | null }

const contacts = ['enterprise_contact', 'school_contact', 'park_contact', 'association_contact', 'platform_contact'] as const

export const mayManageSeats = (actor: Actor) => hasRole(actor, 'secretariat', ...contacts)

/**
 * The secretariat offers any staff seat of the organisations it sees, and its own; a contact offers seats like its own in its
 * own organisation, a school's contact also those of teachers and a firm's those of its mentors. Students come in by their codes.
 */
export const mayOfferSeat = (actor: Actor, place: Place) => {
  if (place.role === 'student') return false
  if (hasRole(actor, 'secretariat')) return place.role !== 'secretariat' || place.allianceId === actor.allianceId
  if (!mayManageSeats(actor) || actor.organisationId === null || place.organisationId !== actor.organisationId) return false
  return place.role === actor.role || (actor.role === 'school_contact' && place.role === 'teacher') || (actor.role === 'enterprise_contact' && place.role === 'mentor')
}

/** The school of the students; the route finds only its own. */
export const mayIssueStudentCodes = (actor: Actor) => hasRole(actor, 'school_contact')
