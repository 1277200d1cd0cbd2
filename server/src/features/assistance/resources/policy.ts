import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'

export type ResourceParties = { giverId: string; receiverId: string; allianceId: string }

const speaks = (actor: Actor) => hasRole(actor, 'enterprise_contact', 'school_contact', 'park_contact', 'association_contact', 'platform_contact')
export const isOfficeOf = (actor: Actor, { allianceId }: Pick<ResourceParties, 'allianceId'>) => hasRole(actor, 'secretariat') && actor.allianceId === allianceId
export const isGiver = (actor: Actor, { giverId }: Pick<ResourceParties, 'giverId'>) => speaks(actor) && isAtOrganisation(actor, giverId)
export const isReceiver = (actor: Actor, { receiverId }: Pick<ResourceParties, 'receiverId'>) => hasRole(actor, 'school_contact') && isAtOrganisation(actor, receiverId)
/** The giver, or the office that keeps the ledger for those who have no seat; never the receiver. */
const keeps = (actor: Actor, parties: ResourceParties) => isGiver(actor, parties) || isOfficeOf(actor, parties)

export const whoMoves = { receive: isReceiver, dispute: isReceiver, correct: keeps }
export type ResourceMove = keyof typeof whoMoves
export const mayGive = (actor: Actor) => speaks(actor) || hasRole(actor, 'secretariat')
export const mayReadResources = (actor: Actor) => mayGive(actor)
export const mayCorrect = (actor: Actor, resource: ResourceParties) => keeps(actor, resource)
export const mayAnswerResource = (actor: Actor, resource: ResourceParties) => isReceiver(actor, resource)
export const mayAddResourceEvidence = (actor: Actor, resource: ResourceParties) => keeps(actor, resource) || isReceiver(actor, resource)
