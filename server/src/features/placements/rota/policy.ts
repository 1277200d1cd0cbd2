import type { Actor } from '../../../kernel/actor.ts'
import { isOwnPlacement, isUnitOf, mayTendPlacement, type PlacementParties } from '../policy.ts'

export const mayPlanRota = (actor: Actor, placement: PlacementParties) => isUnitOf(actor, placement) || mayTendPlacement(actor, placement)
/** How it came in fact: also the student says so. */
export const mayReportRota = (actor: Actor, placement: PlacementParties) => mayPlanRota(actor, placement) || isOwnPlacement(actor, placement)
export const mayWriteRota = (actor: Actor, { placement, kind }: { placement: PlacementParties; kind: 'planned' | 'actual' }) => (kind === 'planned' ? mayPlanRota : mayReportRota)(actor, placement)
export const mayNoteRota = (actor: Actor, placement: PlacementParties) => mayTendPlacement(actor, placement)
