import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'
import { isServing, serving } from '../policy.ts'

export type RequestParties = { allianceId: string; askerId: string; askerSpeakerId: string | null; providerId: string; managerId: string | null; needBy: string | null }
export type Side = 'asker' | 'provider' | 'office' | 'authority'

/** On which side this actor stands, or null for somebody who has no part in it. */
export function sideOf(actor: Actor, { allianceId, askerId, askerSpeakerId, providerId, managerId, needBy }: RequestParties): Side | null {
  if (isServing(actor, askerId)) return 'asker'
  if (isServing(actor, providerId)) return 'provider'
  if (hasRole(actor, 'park_contact', 'association_contact', 'platform_contact') && isAtOrganisation(actor, askerSpeakerId)) return 'asker'
  const office = hasRole(actor, 'secretariat') && actor.allianceId === allianceId
  // An officer who wrote the need down for a firm speaks for it, unless somebody of the firm does.
  if (office && needBy === actor.accountId) return 'asker'
  if (office || (managerId === actor.accountId && hasRole(actor, 'platform_contact'))) return 'office'
  // Who finds it without having a part in it, reads along and decides nothing.
  return hasRole(actor, 'official') ? 'authority' : null
}

/** What was written about it: for those who have a part in it; for the authority only where nothing is confidential. */
export const seesTextsOf = (actor: Actor, request: RequestParties & { secrecy: string }) => sideOf(actor, request) !== 'authority' || request.secrecy === 'open'

const is = (...sides: Side[]) => (actor: Actor, request: RequestParties) => sides.includes(sideOf(actor, request)!)
const isOfficeOrAsker = (actor: Actor, request: RequestParties) => is('office', 'asker')(actor, request)
const isProvider = (actor: Actor, request: RequestParties) => is('provider')(actor, request)
const isAsker = (actor: Actor, request: RequestParties) => is('asker')(actor, request)

/** Who may take which step; the declaration of the lifecycle and the route ask the same. */
export const whoMoves = { accept: isProvider, decline: isProvider, deliver: isProvider, object: isAsker, confirm: isAsker, withdraw: isOfficeOrAsker }
export const mayMoveRequest = (actor: Actor, { request, action }: { request: RequestParties; action: keyof typeof whoMoves }) => whoMoves[action](actor, request)
/** Only the asker, and never the officer who wrote the need down: a rating is the firm's own word. */
export const mayRate = (actor: Actor, request: RequestParties) => isAsker(actor, request) && !hasRole(actor, 'secretariat')
export const mayRateRequest = (actor: Actor, { request }: { request: RequestParties }) => mayRate(actor, request)
export const notByHand = (_actor: Actor, _request: RequestParties) => false

export type NeedToRoute = { kind: string; allianceId: string; organisationId: string; managerId: string | null; ofAlliance: boolean }
/** The office, or the officer of a platform who manages the need; never for the own house. */
export const mayRoute = (actor: Actor, need: NeedToRoute) =>
  need.kind === 'service' && !isAtOrganisation(actor, need.organisationId) && ((hasRole(actor, 'secretariat') && actor.allianceId === need.allianceId) || (hasRole(actor, 'platform_contact') && need.managerId === actor.accountId))
/** A member that serves others, for a need of somebody else. */
export const mayTakeNeed = (actor: Actor, need: NeedToRoute) => need.kind === 'service' && hasRole(actor, ...serving) && need.ofAlliance && !isAtOrganisation(actor, need.organisationId)
export const seesSuggestions = (actor: Actor, need: NeedToRoute) => mayRoute(actor, need)
