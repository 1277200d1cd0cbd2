import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'
import { isManager, offering } from '../policy.ts'

export type IntroductionParties = {
  allianceId: string
  askerId: string
  askerSpeakerId: string | null
  answererId: string
  madeAs: 'manager' | 'asker' | 'answerer'
  madeBy: string | null
  /** The technology manager of the need. */
  managerId: string | null
}
export type SideOf = 'asker' | 'answerer' | 'manager'

/** On which side this actor stands, or null for somebody who has no part in it. */
export function sideOf(actor: Actor, { allianceId, askerId, askerSpeakerId, answererId, madeAs, madeBy, managerId }: IntroductionParties): SideOf | null {
  if (hasRole(actor, ...offering) && isAtOrganisation(actor, askerId)) return 'asker'
  if (hasRole(actor, ...offering) && isAtOrganisation(actor, answererId)) return 'answerer'
  if (hasRole(actor, 'park_contact', 'association_contact', 'platform_contact') && isAtOrganisation(actor, askerSpeakerId)) return 'asker'
  const manages = managerId === actor.accountId || (madeAs === 'manager' && madeBy === actor.accountId)
  return (hasRole(actor, 'secretariat') && actor.allianceId === allianceId) || (manages && isManager(actor)) ? 'manager' : null
}

export const hasPartIn = (actor: Actor, introduction: IntroductionParties) => sideOf(actor, introduction) !== null
const isSide = (actor: Actor, introduction: IntroductionParties) => ['asker', 'answerer'].includes(sideOf(actor, introduction) ?? '')
const isMaker = (actor: Actor, introduction: IntroductionParties) => sideOf(actor, introduction) === introduction.madeAs

/** Who may take which step; the declaration of the lifecycle and the route ask the same. */
export const whoMoves = { accept: isSide, decline: hasPartIn, withdraw: isMaker }
export const mayMoveIntroduction = (actor: Actor, { introduction, action }: { introduction: IntroductionParties; action: keyof typeof whoMoves }) => whoMoves[action](actor, introduction)
/** Only the two who will be bound by it. */
export const mayConfirmSecrecy = (actor: Actor, introduction: IntroductionParties) => isSide(actor, introduction)
export const mayWriteMinutes = (actor: Actor, introduction: IntroductionParties) => hasPartIn(actor, introduction)

export const notByHand = (_actor: Actor, _introduction: IntroductionParties) => false

/** As whom somebody may bring these two together; null where it is none of theirs. */
export type Pair = { askerId: string; askerSpeakerId: string | null; answererId: string; allianceId: string; ofAlliance: boolean; secret: boolean; managerId: string | null }
export function makesAs(actor: Actor, { askerId, askerSpeakerId, answererId, allianceId, ofAlliance, managerId }: Pair): SideOf | null {
  const side = sideOf(actor, { allianceId, askerId, askerSpeakerId, answererId, madeAs: 'manager', madeBy: null, managerId })
  if (side !== null) return side
  return hasRole(actor, 'platform_contact') && ofAlliance ? 'manager' : null
}
export const mayIntroduce = (_actor: Actor, { as }: { as: SideOf | null }) => as !== null
