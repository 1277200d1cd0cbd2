import { hasRole, isAtOrganisation, type Actor, type Role } from '../../kernel/actor.ts'

export type OrganisationKind = 'enterprise' | 'school' | 'park' | 'innovation_platform' | 'association' | 'government'

const contactRoles: Record<OrganisationKind, Role> = {
  enterprise: 'enterprise_contact',
  school: 'school_contact',
  park: 'park_contact',
  innovation_platform: 'platform_contact',
  association: 'association_contact',
  government: 'official',
}

/** The role in which somebody answers for an organisation of this kind. */
export const contactRoleOf = (kind: string): Role => contactRoles[kind as OrganisationKind]

/** The ones who speak for others: they know their small firms by name. */
export const speakerKinds: readonly string[] = ['park', 'association', 'innovation_platform']

export const isContactOf = (actor: Actor, organisation: { id: string; kind: string }) =>
  isAtOrganisation(actor, organisation.id) && actor.role === contactRoleOf(organisation.kind)

/** A contact of an organisation that speaks for this one. */
export const isSpeaker = (actor: Actor, speakerIds: readonly string[]) =>
  actor.organisationId !== null && speakerIds.includes(actor.organisationId) && hasRole(actor, 'park_contact', 'association_contact', 'platform_contact')
