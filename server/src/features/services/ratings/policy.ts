import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'

/** What was said and by whom: the two sides and the office. */
export const seesWordsOf = (actor: Actor, { askerId, providerId, allianceId }: { askerId: string; providerId: string; allianceId: string }) =>
  isAtOrganisation(actor, askerId) || isAtOrganisation(actor, providerId) || (hasRole(actor, 'secretariat') && actor.allianceId === allianceId)
