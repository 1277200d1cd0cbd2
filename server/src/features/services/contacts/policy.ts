import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'

export type Firm = { id: string; kind: string; speakers: readonly string[] }
type Contact = { organisationId: string; writtenBy: string | null; source: string; inAlliance: boolean }

/** Everybody who might go and ask a firm something, so that they look before they do. */
export const mayLookAtBurden = (actor: Actor) => !hasRole(actor, 'student', 'mentor')
/** Whoever visits or calls, and the firm about those who do not work here. */
export const mayWriteContact = (actor: Actor) => !hasRole(actor, 'student', 'mentor')
/** Who wrote it down, or the office of an alliance of the firm; what the product registered stays. */
export const mayCancelContact = (actor: Actor, contact: Contact) =>
  contact.source === 'hand' && (contact.writtenBy === actor.accountId || (hasRole(actor, 'secretariat') && contact.inAlliance))
/** What it was about: the firm itself, who wrote it, the office. */
export const seesPurpose = (actor: Actor, contact: Contact) =>
  isAtOrganisation(actor, contact.organisationId) || contact.writtenBy === actor.accountId || (hasRole(actor, 'secretariat') && contact.inAlliance)
export const isBurdenOffice = (actor: Actor) => hasRole(actor, 'secretariat')
/** The whole of an alliance: its office, and the authority that sends forms itself. Numbers of firms, not what each was about. */
export const readsBurdenOfAll = (actor: Actor, { allianceId }: { allianceId: string | null }) => allianceId !== null && hasRole(actor, 'secretariat', 'official')
/** A firm writes down only what it received itself. */
export const writesOwnOnly = (actor: Actor) => hasRole(actor, 'enterprise_contact')
