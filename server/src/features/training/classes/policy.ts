import { isFirm, isSchool, isSide, notByHand, hasPart, type ClassParties } from '../policy.ts'
import type { Actor } from '../../../kernel/actor.ts'

export type { ClassParties } from '../policy.ts'

/** Who takes which step of a class. */
export const whoMoves = {
  judge: isSchool,
  decline: isSchool,
  agree: notByHand,
  plan: isSchool,
  recruit: notByHand,
  reopen: notByHand,
  fill: notByHand,
  shut: notByHand,
  start: isSchool,
  assess: isSchool,
  close: isSide,
  withdraw: isSide,
  end: isSide,
}
export type ClassMove = keyof typeof whoMoves
export const handMoves = ['decline', 'plan', 'start', 'assess', 'close', 'withdraw', 'end'] as const
export const mayMoveClass = (actor: Actor, { one, action }: { one: ClassParties; action: ClassMove }) => whoMoves[action](actor, one)
export const mayJudge = (actor: Actor, one: ClassParties) => isSchool(actor, one)
export const mayEditRequest = (actor: Actor, one: ClassParties) => isFirm(actor, one)
export const mayDraftClassAgreement = (actor: Actor, one: ClassParties) => isSchool(actor, one)
export const mayPlan = (actor: Actor, one: ClassParties) => isSchool(actor, one)
export const maySeeRoll = (actor: Actor, one: ClassParties) => hasPart(actor, one)
export { isFirm, isOffice, isSchool, isSide, mayRequestClass, worksInTraining } from '../policy.ts'
