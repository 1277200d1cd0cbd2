import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isOwnPlacement, mayTendPlacement, type PlacementParties } from '../policy.ts'

/** A student's log is for the school: what stands in it about a firm is not for the firm, and the office counts but does not read. */
export const mayReadLogs = (actor: Actor) => hasRole(actor, 'school_contact', 'teacher')
export const mayWriteLog = (actor: Actor, placement: PlacementParties) => isOwnPlacement(actor, placement)
export const mayTendLog = (actor: Actor, log: PlacementParties) => mayTendPlacement(actor, log)
