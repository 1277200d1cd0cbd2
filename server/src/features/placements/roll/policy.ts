import { hasRole, type Actor } from '../../../kernel/actor.ts'

/** In an emergency: the school for its own, the office for all. */
export const mayReadRoll = (actor: Actor) => hasRole(actor, 'school_contact', 'teacher', 'secretariat')
export const mayUnmaskRoll = (actor: Actor) => mayReadRoll(actor)
