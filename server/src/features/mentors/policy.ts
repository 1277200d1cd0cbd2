import { hasRole, isAtOrganisation, type Actor } from '../../kernel/actor.ts'

/** Who speaks for an employer. */
export const employing = ['enterprise_contact', 'platform_contact', 'park_contact', 'association_contact'] as const
export const isEmployer = (actor: Actor, organisationId: string) => hasRole(actor, ...employing) && isAtOrganisation(actor, organisationId)
export const isSchoolOffice = (actor: Actor, schoolId: string) => hasRole(actor, 'school_contact') && isAtOrganisation(actor, schoolId)
export const mayBeMentor = (actor: Actor) => hasRole(actor, 'mentor')
export const mayRunSchool = (actor: Actor) => hasRole(actor, 'school_contact')
/** Everybody who works here: a student has no part in it. */
export const worksHere = (actor: Actor) => !hasRole(actor, 'student')
export const notByHand = (_actor: Actor, _thing: object) => false

export type MentorshipParties = { schoolId: string; employerId: string; mentorAccountId: string | null }
export const isTheMentor = (actor: Actor, { mentorAccountId }: Pick<MentorshipParties, 'mentorAccountId'>) => hasRole(actor, 'mentor') && mentorAccountId === actor.accountId
