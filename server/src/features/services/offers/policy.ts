import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isOffice, isServing, mayKeepOffer, serving, type Owned } from '../policy.ts'

/** The owner and the office: those who decide. */
export const isPartyTo = (actor: Actor, offer: Owned) => isServing(actor, offer.organisationId) || isOffice(actor, offer)

export const mayWriteOffer = (actor: Actor) => hasRole(actor, 'secretariat', ...serving)
/** Never who wrote it: four eyes. */
export const mayVerifyOffer = (actor: Actor, offer: Owned) => isOffice(actor, offer) && offer.createdBy !== actor.accountId
export const mayCloseOffer = (actor: Actor, offer: Owned) => isPartyTo(actor, offer)

export const nobody = (_actor: Actor, _offer: Owned) => false

/** Who may take which step; the declaration of the lifecycle and the route ask the same. */
export const whoMoves = {
  submit: mayKeepOffer,
  verify: mayVerifyOffer,
  return: mayVerifyOffer,
  decline: mayVerifyOffer,
  confirm: mayKeepOffer,
  revise: mayKeepOffer,
  close: mayCloseOffer,
}
export const mayMoveOffer = (actor: Actor, { offer, action }: { offer: Owned; action: keyof typeof whoMoves }) => whoMoves[action](actor, offer)
