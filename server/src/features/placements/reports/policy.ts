import type { Actor } from '../../../kernel/actor.ts'
import { isOwnPlacement, mayTendPlacement, type PlacementParties } from '../policy.ts'

export const mayAnswerReport = (actor: Actor, report: PlacementParties) => mayTendPlacement(actor, report)
export const isOwnReport = (actor: Actor, report: PlacementParties) => isOwnPlacement(actor, report)
