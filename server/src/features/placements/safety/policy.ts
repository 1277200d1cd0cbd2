import { hasRole, type Actor } from '../../../kernel/actor.ts'

export const mayKeepBank = (actor: Actor) => hasRole(actor, 'school_contact')
export const mayReadBank = (actor: Actor) => hasRole(actor, 'school_contact', 'teacher')
