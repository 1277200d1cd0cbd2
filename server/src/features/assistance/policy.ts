import { hasRole, isAtOrganisation, type Actor } from '../../kernel/actor.ts'

/** A county school, its escort, and the alliance whose office follows it. */
export type Parties = { schoolId: string; allianceId: string; escortAccountId: string | null }

export const isSchool = (actor: Actor, { schoolId }: Pick<Parties, 'schoolId'>) => hasRole(actor, 'school_contact') && isAtOrganisation(actor, schoolId)
/** The teacher who travels along; no other teacher of the school. */
export const isEscort = (actor: Actor, { schoolId, escortAccountId }: Pick<Parties, 'schoolId' | 'escortAccountId'>) =>
  hasRole(actor, 'teacher') && isAtOrganisation(actor, schoolId) && escortAccountId === actor.accountId
export const isOffice = (actor: Actor, { allianceId }: Pick<Parties, 'allianceId'>) => hasRole(actor, 'secretariat') && actor.allianceId === allianceId
export const isFirmOf = (actor: Actor, { organisationId }: { organisationId: string }) => hasRole(actor, 'enterprise_contact') && isAtOrganisation(actor, organisationId)

export const hasBatches = (actor: Actor) => hasRole(actor, 'secretariat', 'school_contact', 'teacher', 'enterprise_contact')
export const mayPlan = (actor: Actor) => hasRole(actor, 'school_contact')
/** Whoever stands on one of the two sides, the office, and the authorities: figures, no people. */
export const maySeeTotals = (actor: Actor) => hasRole(actor, 'secretariat', 'official', 'school_contact', 'teacher', 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact')
/** What the clock or the facts decide. */
export const notByHand = (_actor: Actor, _thing: unknown) => false
