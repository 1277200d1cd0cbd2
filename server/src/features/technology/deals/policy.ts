import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'
import { isManager, isOffice, offering } from '../policy.ts'

export type DealParties = { allianceId: string; providerId: string; clientId: string; askerSpeakerId: string | null; madeAs: string; madeBy: string | null; managerId: string | null }

export const isProvider = (actor: Actor, { providerId }: DealParties) => hasRole(actor, ...offering) && isAtOrganisation(actor, providerId)
export const isClient = (actor: Actor, { clientId, askerSpeakerId }: DealParties) =>
  (hasRole(actor, ...offering) && isAtOrganisation(actor, clientId)) || (hasRole(actor, 'park_contact', 'association_contact', 'platform_contact') && isAtOrganisation(actor, askerSpeakerId))
export const managesDeal = (actor: Actor, deal: DealParties) =>
  isOffice(actor, deal) || (isManager(actor) && (deal.managerId === actor.accountId || (deal.madeAs === 'manager' && deal.madeBy === actor.accountId)))

export const hasPartInDeal = (actor: Actor, deal: DealParties) => isProvider(actor, deal) || isClient(actor, deal) || managesDeal(actor, deal)
export const sideInDeal = (actor: Actor, deal: DealParties) => (isProvider(actor, deal) ? 'answerer' : isClient(actor, deal) ? 'asker' : 'manager')
const mayDecide = (actor: Actor, deal: DealParties) => isProvider(actor, deal) || isOffice(actor, deal)

/** Who may take which step; the declaration of the lifecycle and the route ask the same. */
export const whoMoves = {
  sign: hasPartInDeal,
  // The provider applies where it sits, once; what the authority decided is written down by it or by the office.
  file: isProvider,
  register: mayDecide,
  refuse: mayDecide,
  accept: isClient,
  close: isClient,
  end: hasPartInDeal,
}
export const mayMoveDeal = (actor: Actor, { deal, action }: { deal: DealParties; action: keyof typeof whoMoves }) => whoMoves[action](actor, deal)
export const mayWriteReceipt = (actor: Actor, deal: DealParties) => isProvider(actor, deal)
export const mayReachMilestone = (actor: Actor, deal: DealParties) => isProvider(actor, deal)
export const mayPublishPrice = (actor: Actor, deal: DealParties) => isProvider(actor, deal)
export const maySetReward = (actor: Actor, deal: DealParties) => isProvider(actor, deal)
export const mayChangeRules = (actor: Actor) => hasRole(actor, 'secretariat')
/** The unit that sells answers for its price; the office, where it does not. */
export const mayAnswerObjection = (actor: Actor, { deal }: { deal: DealParties }) => mayDecide(actor, deal)
