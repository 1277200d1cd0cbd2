import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isContactOf, isSpeaker } from '../policy.ts'

type Organisation = { id: string; kind: string; speakerIds: readonly string[] }

export const mayRegisterOrganisation = (actor: Actor) => hasRole(actor, 'secretariat')

export const mayEditOrganisation = (actor: Actor, organisation: Organisation) =>
  hasRole(actor, 'secretariat') || isContactOf(actor, organisation) || isSpeaker(actor, organisation.speakerIds)

/** Contacts are masked; whoever works with them may open them, and it is written down. */
export const mayUnmaskContacts = (actor: Actor, organisation: Organisation) => mayEditOrganisation(actor, organisation)

/** The order of names is protocol, and protocol is the secretariat's. */
export const mayOrderOrganisations = (actor: Actor) => hasRole(actor, 'secretariat')

export const mayExportOrganisations = (actor: Actor) => hasRole(actor, 'secretariat', 'official')
