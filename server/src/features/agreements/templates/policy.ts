import { hasRole, type Actor } from '../../../kernel/actor.ts'

/** The office for its alliance, a school for itself. */
export const mayWriteTemplates = (actor: Actor) => hasRole(actor, 'secretariat', 'school_contact')
export const mayReadTemplates = (actor: Actor) => !hasRole(actor, 'student', 'official', 'mentor')
