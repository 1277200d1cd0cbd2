import { hasRole, type Actor } from '../../kernel/actor.ts'

/** Who keeps seats keeps webhooks: an address outside acts in the name of the whole organisation. */
export const mayKeepWebhooks = (actor: Actor) => hasRole(actor, 'secretariat', 'enterprise_contact', 'school_contact', 'park_contact', 'association_contact', 'platform_contact')
