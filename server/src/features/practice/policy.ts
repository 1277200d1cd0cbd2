import { hasRole, isAtOrganisation, type Actor } from '../../kernel/actor.ts'

/** Who speaks for a place of practice. */
export const hosting = ['enterprise_contact', 'platform_contact', 'park_contact', 'association_contact'] as const
export const isHost = (actor: Actor, organisationId: string) => hasRole(actor, ...hosting) && isAtOrganisation(actor, organisationId)
export const isSchoolOffice = (actor: Actor, schoolId: string) => hasRole(actor, 'school_contact') && isAtOrganisation(actor, schoolId)

export type PlanParties = { schoolId: string; organisationId: string; teacherAccountId: string | null; headAccountId: string | null }

export const isSelf = (actor: Actor, { teacherAccountId }: Pick<PlanParties, 'teacherAccountId'>) => hasRole(actor, 'teacher') && teacherAccountId === actor.accountId
/** Nobody decides about himself, whatever seat he holds. */
const isOther = (actor: Actor, { teacherAccountId }: Pick<PlanParties, 'teacherAccountId'>) => teacherAccountId !== actor.accountId
export const isHeadOf = (actor: Actor, parties: Pick<PlanParties, 'headAccountId' | 'teacherAccountId'>) => hasRole(actor, 'teacher') && parties.headAccountId === actor.accountId && isOther(actor, parties)
export const isDeciding = (actor: Actor, parties: Pick<PlanParties, 'schoolId' | 'teacherAccountId'>) => isSchoolOffice(actor, parties.schoolId) && isOther(actor, parties)

/** The school's own people: its office and its teachers. */
export const isOfSchools = (actor: Actor) => hasRole(actor, 'school_contact', 'teacher')
export const mayKeepRoster = (actor: Actor) => hasRole(actor, 'school_contact')
export const maySeeCoverage = (actor: Actor) => hasRole(actor, 'secretariat', 'official')
export const mayBeTeacher = (actor: Actor) => hasRole(actor, 'teacher')
/** Everybody who works here: a student has no part in it. */
export const worksHere = (actor: Actor) => !hasRole(actor, 'student')
