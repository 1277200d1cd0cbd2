import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isSchoolOffice, mayRunSchool, notByHand } from '../policy.ts'

export { notByHand }
export const mayWriteMentorNeed = mayRunSchool
export const mayKeepMentorNeed = (actor: Actor, { schoolId }: { schoolId: string }) => isSchoolOffice(actor, schoolId)
export const mayApplyTo = (actor: Actor) => hasRole(actor, 'mentor')
