import { hasRole, type Actor } from '../../../kernel/actor.ts'

export const mayImportCodes = (actor: Actor) => hasRole(actor, 'secretariat')
