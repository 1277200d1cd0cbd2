import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'

export type OfAlliance = { allianceId: string }
export const mayWritePolicy = (actor: Actor) => hasRole(actor, 'secretariat')
export const mayKeepPolicy = (actor: Actor, policy: OfAlliance) => hasRole(actor, 'secretariat') && actor.allianceId === policy.allianceId

/** The firm itself, who speaks for it, and the office of an alliance of its. */
export const seesFitOf = (actor: Actor, { id, speakers, allianceIds }: { id: string; speakers: readonly string[]; allianceIds: readonly string[] }) =>
  (!hasRole(actor, 'student', 'teacher') && isAtOrganisation(actor, id)) ||
  (hasRole(actor, 'park_contact', 'association_contact', 'platform_contact') && actor.organisationId !== null && speakers.includes(actor.organisationId)) ||
  (hasRole(actor, 'secretariat') && actor.allianceId !== null && allianceIds.includes(actor.allianceId))
