import { hasRole, isAtOrganisation, type Actor } from '../../kernel/actor.ts'

export type ClassParties = { allianceId: string; organisationId: string; schoolId: string }

export const isFirm = (actor: Actor, { organisationId }: Pick<ClassParties, 'organisationId'>) => hasRole(actor, 'enterprise_contact') && isAtOrganisation(actor, organisationId)
export const isSchool = (actor: Actor, { schoolId }: Pick<ClassParties, 'schoolId'>) => hasRole(actor, 'school_contact') && isAtOrganisation(actor, schoolId)
export const isTeacher = (actor: Actor, { schoolId }: Pick<ClassParties, 'schoolId'>) => hasRole(actor, 'teacher') && isAtOrganisation(actor, schoolId)
export const isOffice = (actor: Actor, { allianceId }: Pick<ClassParties, 'allianceId'>) => hasRole(actor, 'secretariat') && actor.allianceId === allianceId
export const isSide = (actor: Actor, parties: ClassParties) => isFirm(actor, parties) || isSchool(actor, parties)
export const hasPart = (actor: Actor, parties: ClassParties) => isSide(actor, parties) || isTeacher(actor, parties) || isOffice(actor, parties)

export const worksInTraining = (actor: Actor) => hasRole(actor, 'secretariat', 'school_contact', 'teacher', 'enterprise_contact')
export const mayRequestClass = (actor: Actor) => hasRole(actor, 'enterprise_contact')
export const mayHoldIntake = (actor: Actor) => hasRole(actor, 'school_contact')
export const mayLearn = (actor: Actor) => hasRole(actor, 'student') && actor.studentId !== null
/** What only the facts, the draw or the clock decide. */
export const notByHand = (_actor: Actor, _thing: unknown) => false
