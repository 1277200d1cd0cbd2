import { hasRole, type Actor } from '../../../kernel/actor.ts'

export const mayChangeRule = (actor: Actor) => hasRole(actor, 'secretariat')
