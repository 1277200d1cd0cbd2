import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'

export const mayInsure = (actor: Actor) => hasRole(actor, 'school_contact')
export const mayKeepPolicy = (actor: Actor, policy: { schoolId: string }) => hasRole(actor, 'school_contact') && isAtOrganisation(actor, policy.schoolId)
