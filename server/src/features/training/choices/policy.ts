import type { Actor } from '../../../kernel/actor.ts'
import { isSchool } from '../policy.ts'

export type IntakeParties = { allianceId: string; schoolId: string }
const holds = (actor: Actor, intake: IntakeParties) => isSchool(actor, intake)
export const whoMoves = { endSignUp: holds, freeze: holds, decide: holds, cancel: holds }
export type IntakeMove = keyof typeof whoMoves
export const mayMoveIntake = (actor: Actor, intake: IntakeParties) => holds(actor, intake)
export const mayScoreClass = (actor: Actor, { mine }: { mine: boolean }) => mine && actor.role === 'enterprise_contact'
export { mayHoldIntake, mayLearn, worksInTraining } from '../policy.ts'
