import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isOfSchools, isSchoolOffice, mayBeTeacher, mayKeepRoster, maySeeCoverage } from '../policy.ts'

export { isOfSchools, mayBeTeacher, mayKeepRoster, maySeeCoverage }
export const mayEditProfile = (actor: Actor, { schoolId }: { schoolId: string }) => isSchoolOffice(actor, schoolId)
/** The teacher, the school's office, and the head of the department. Colleagues do not look into each other's counter. */
export const maySeeStanding = (actor: Actor, { schoolId, accountId, headAccountId }: { schoolId: string; accountId: string | null; headAccountId: string | null }) =>
  isSchoolOffice(actor, schoolId) || (hasRole(actor, 'teacher') && actor.organisationId === schoolId && (accountId === actor.accountId || headAccountId === actor.accountId))
