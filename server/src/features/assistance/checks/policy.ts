import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isEscort, isOffice, isSchool, type Parties } from '../policy.ts'

export const mayCare = (actor: Actor) => hasRole(actor, 'teacher')
export const mayReadChecks = (actor: Actor) => hasRole(actor, 'secretariat', 'school_contact', 'teacher')
export const mayWriteCheck = (actor: Actor, of: Parties) => isEscort(actor, of)
/** Of an urgent one the office, too, says what was done. */
export const mayHandleCheck = (actor: Actor, check: Parties & { level: string }) => isSchool(actor, check) || (check.level === 'urgent' && isOffice(actor, check))
/** What is told about a student stays with the school; the office reads it where it has to act. */
export const mayReadNote = (actor: Actor, check: Parties & { level: string }) => isSchool(actor, check) || isEscort(actor, check) || (check.level === 'urgent' && isOffice(actor, check))
