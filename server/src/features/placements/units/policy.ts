import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'

type Unit = { schoolId: string }

export const mayKeepUnits = (actor: Actor) => hasRole(actor, 'school_contact')
/** The list is the school's: its office writes what its meeting decided. */
export const mayListUnit = (actor: Actor, unit: Unit) => hasRole(actor, 'school_contact') && isAtOrganisation(actor, unit.schoolId)
/** Whoever went there writes the report; a teacher may, too. */
export const mayVisitUnit = (actor: Actor, unit: Unit) => hasRole(actor, 'school_contact', 'teacher') && isAtOrganisation(actor, unit.schoolId)
