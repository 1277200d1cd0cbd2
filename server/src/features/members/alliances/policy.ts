import { hasRole, type Actor } from '../../../kernel/actor.ts'

export const mayEditAlliance = (actor: Actor, alliance: { id: string }) => hasRole(actor, 'secretariat') && actor.allianceId === alliance.id
