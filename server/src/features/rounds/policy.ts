import { hasRole, type Actor } from '../../kernel/actor.ts'

type Round = { allianceId: string }

export const isRoundOffice = (actor: Actor, round: Round) => hasRole(actor, 'secretariat') && actor.allianceId === round.allianceId

export const mayCreateRound = (actor: Actor) => hasRole(actor, 'secretariat')
export const mayRunRound = isRoundOffice
export const mayRemindStudents = (actor: Actor, round: Round) => isRoundOffice(actor, round) || hasRole(actor, 'school_contact', 'teacher')
export const maySeeResults = (actor: Actor, round: Round) => isRoundOffice(actor, round) || hasRole(actor, 'school_contact', 'teacher')
export const mayBeStudent = (actor: Actor) => hasRole(actor, 'student') && actor.studentId !== null

/** A post's own firm, or the association or park that speaks for it. */
export const mayScorePost = (actor: Actor, post: { mine: boolean }) => post.mine && hasRole(actor, 'enterprise_contact', 'association_contact', 'park_contact')
export const maySeeSeatReport = (actor: Actor, post: { mine: boolean } & Round) => post.mine || isRoundOffice(actor, post)
export const mayAnswerObjection = isRoundOffice
export const mayAnswerHelp = (actor: Actor, request: { schoolId: string; pastParties: boolean }) =>
  hasRole(actor, 'secretariat') || (!request.pastParties && hasRole(actor, 'school_contact', 'teacher') && actor.organisationId === request.schoolId)
export const isFirmSide = (actor: Actor) => hasRole(actor, 'enterprise_contact', 'association_contact', 'park_contact', 'platform_contact')
export const mayReadHelp = (actor: Actor) => hasRole(actor, 'secretariat', 'school_contact', 'teacher')
export const isSchoolOffice = (actor: Actor) => hasRole(actor, 'school_contact')
