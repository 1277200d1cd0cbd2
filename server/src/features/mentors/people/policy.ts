import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { employing, isEmployer, mayBeMentor } from '../policy.ts'

export { mayBeMentor }
/** Schools look for people to invite, firms at their own. */
export const mayListPeople = (actor: Actor) => hasRole(actor, 'school_contact', 'secretariat', ...employing)
/** The employer, or the office for a firm that nobody speaks for. */
export const mayOpenSeat = (actor: Actor, { organisationId }: { organisationId: string }) => isEmployer(actor, organisationId) || hasRole(actor, 'secretariat')
