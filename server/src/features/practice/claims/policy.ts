import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isDeciding, isSchoolOffice, isSelf, mayKeepRoster } from '../policy.ts'

export { mayKeepRoster }
export type ClaimParties = { schoolId: string; teacherAccountId: string | null }
export const mayClaim = (actor: Actor) => hasRole(actor, 'teacher', 'school_contact')
export const mayAddEvidence = (actor: Actor, claim: ClaimParties) => isSelf(actor, claim) || isSchoolOffice(actor, claim.schoolId)
/** The school's office, and never about oneself: what a teacher says of himself credits nothing. */
export const mayDecideClaim = (actor: Actor, claim: ClaimParties) => isDeciding(actor, claim)
