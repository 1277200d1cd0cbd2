import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isEscort, isSchool, type Parties } from '../policy.ts'

export const mayReadStays = (actor: Actor) => hasRole(actor, 'secretariat', 'school_contact', 'teacher')
export const mayBeAsked = (actor: Actor) => hasRole(actor, 'student') && actor.studentId !== null
/** Only the student says whether they stayed. */
export const isOwnStay = (actor: Actor, { studentId }: { studentId: string }) => hasRole(actor, 'student') && actor.studentId === studentId
/** Between the student and the school. */
export const mayReadStayNote = (actor: Actor, stay: Parties) => isSchool(actor, stay) || isEscort(actor, stay)
