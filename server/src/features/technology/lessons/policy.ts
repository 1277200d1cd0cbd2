import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'
import { isManager } from '../policy.ts'

export const maySeeLessons = (actor: Actor) => isManager(actor)
/** A platform takes back what it learnt from others, never from its own answers. */
export const mayUndoLesson = (actor: Actor, { askerId, answererId }: { askerId: string; answererId: string }) =>
  hasRole(actor, 'secretariat') || (hasRole(actor, 'platform_contact') && !isAtOrganisation(actor, askerId) && !isAtOrganisation(actor, answererId))
