import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { hosting, isHost } from '../policy.ts'

export type OpeningParties = { organisationId: string; allianceId: string; createdBy: string | null }

export const mayWriteOpening = (actor: Actor) => hasRole(actor, 'secretariat', ...hosting)
/** The firm, or the officer who wrote it down for the firm. */
export const mayKeepOpening = (actor: Actor, opening: OpeningParties) =>
  isHost(actor, opening.organisationId) || (hasRole(actor, 'secretariat') && actor.allianceId === opening.allianceId && opening.createdBy === actor.accountId)
export const notByHand = (_actor: Actor, _opening: OpeningParties) => false
/** Who plans a stay: teachers, and the school's office for them. */
export const mayPlanFrom = (actor: Actor) => hasRole(actor, 'teacher', 'school_contact')
