import { hasRole, isAtOrganisation, type Actor } from '../../kernel/actor.ts'

export type Owned = { organisationId: string; allianceId: string; createdBy: string | null }

/** Who speaks for an organisation that serves others. */
export const serving = ['school_contact', 'platform_contact', 'enterprise_contact', 'park_contact', 'association_contact'] as const

export const isServing = (actor: Actor, organisationId: string) => hasRole(actor, ...serving) && isAtOrganisation(actor, organisationId)
export const isOffice = (actor: Actor, { allianceId }: Pick<Owned, 'allianceId'>) => hasRole(actor, 'secretariat') && actor.allianceId === allianceId
/** The owner, or the officer who wrote it down for the owner. */
export const mayKeepOffer = (actor: Actor, offer: Owned) => isServing(actor, offer.organisationId) || (isOffice(actor, offer) && offer.createdBy === actor.accountId)
/** Everybody who works here: a student has no part in it. */
export const worksHere = (actor: Actor) => !hasRole(actor, 'student')
