import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'
import { mayTendPlacement } from '../policy.ts'

type Waiver = { schoolId: string; askedBy: string | null }

export const mayAskWaiver = mayTendPlacement
export const mayAskUnitWaiver = (actor: Actor, unit: { schoolId: string }) => hasRole(actor, 'school_contact', 'teacher') && isAtOrganisation(actor, unit.schoolId)
/** Four eyes: whoever asked does not approve. */
export const mayApproveWaiver = (actor: Actor, waiver: Waiver) => hasRole(actor, 'school_contact') && isAtOrganisation(actor, waiver.schoolId) && waiver.askedBy !== actor.accountId
export const mayKeepWaiver = (actor: Actor, waiver: Waiver) => (hasRole(actor, 'school_contact') && isAtOrganisation(actor, waiver.schoolId)) || waiver.askedBy === actor.accountId
