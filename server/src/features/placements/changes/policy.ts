import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isOwnPlacement, mayRunPlacement, type PlacementParties } from '../policy.ts'

export const mayDecideChange = (actor: Actor, change: PlacementParties) => mayRunPlacement(actor, change)
export const isOwnChange = (actor: Actor, change: PlacementParties) => isOwnPlacement(actor, change)
/** Reasons of students are for those who look after them, and for the office when the school lets its clock run out; never for the firm. */
export const mayReadChanges = (actor: Actor) => hasRole(actor, 'school_contact', 'teacher', 'secretariat')
