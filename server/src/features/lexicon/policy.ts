import { hasRole, type Actor } from '../../kernel/actor.ts'

/** Everybody who works here may read how matches come about. */
export const mayReadLexicon = (actor: Actor) => !hasRole(actor, 'student')
export const mayEditLexicon = (actor: Actor) => hasRole(actor, 'secretariat')
