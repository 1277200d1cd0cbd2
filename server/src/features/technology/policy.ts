import { hasRole, isAtOrganisation, type Actor } from '../../kernel/actor.ts'

export type Owned = { organisationId: string; allianceId: string; createdBy: string | null }

/** Who offers answers for an organisation: a school, a platform, a firm; a park or an association only what is its own. */
export const offering = ['school_contact', 'platform_contact', 'enterprise_contact', 'park_contact', 'association_contact'] as const

export const isOwner = (actor: Actor, { organisationId }: Pick<Owned, 'organisationId'>) => hasRole(actor, ...offering) && isAtOrganisation(actor, organisationId)
export const isOffice = (actor: Actor, { allianceId }: Pick<Owned, 'allianceId'>) => hasRole(actor, 'secretariat') && actor.allianceId === allianceId

export const mayOffer = (actor: Actor) => hasRole(actor, 'secretariat', ...offering)
/** The owner, or the officer who wrote it down for the owner. */
export const mayKeepOffered = (actor: Actor, owned: Owned) => isOwner(actor, owned) || (isOffice(actor, owned) && owned.createdBy === actor.accountId)

/** Everybody who works here: a student has no part in it. */
export const worksHere = (actor: Actor) => !hasRole(actor, 'student')
/** Technology managers: officers, and the people of platforms. */
export const isManager = (actor: Actor) => hasRole(actor, 'secretariat', 'platform_contact')
