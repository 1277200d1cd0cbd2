import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'

export const mayFile = (actor: Actor) => hasRole(actor, 'school_contact')
export const mayKeepFiling = (actor: Actor, filing: { schoolId: string }) => hasRole(actor, 'school_contact') && isAtOrganisation(actor, filing.schoolId)
