import type { Actor } from '../../../kernel/actor.ts'
import { mayRunPlacement, mayTendPlacement, notByHand, sideOf, type PlacementParties } from '../policy.ts'

/** Whoever has a part in it, from the student to the office. */
export const mayReportIncident = (actor: Actor, placement: PlacementParties) => sideOf(actor, placement) !== null
export const mayTendIncident = (actor: Actor, incident: PlacementParties) => mayTendPlacement(actor, incident)
/** The unit writes down what it did, too. */
export const mayNoteMeasure = (actor: Actor, incident: PlacementParties) => ['school', 'teacher', 'unit'].includes(sideOf(actor, incident)!)
export const mayClaim = (actor: Actor, incident: PlacementParties) => mayRunPlacement(actor, incident)
export const whenAllAreTold = (actor: Actor, incident: PlacementParties) => notByHand(actor, incident)
