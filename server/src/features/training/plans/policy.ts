import type { Actor } from '../../../kernel/actor.ts'
import { isFirm, isSchool, type ClassParties } from '../policy.ts'

export const mayWritePlan = (actor: Actor, one: ClassParties) => isSchool(actor, one)
/** Each side names its own guides. */
export const mayNameMentor = (actor: Actor, { one, side }: { one: ClassParties; side: 'school' | 'firm' }) => (side === 'school' ? isSchool(actor, one) : isFirm(actor, one) || isSchool(actor, one))
