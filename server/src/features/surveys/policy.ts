import { hasRole, isAtOrganisation, type Actor } from '../../kernel/actor.ts'

export type OfAlliance = { allianceId: string }

export const isSurveyOffice = (actor: Actor, survey: OfAlliance) => hasRole(actor, 'secretariat') && actor.allianceId === survey.allianceId
export const mayWriteSurvey = (actor: Actor) => hasRole(actor, 'secretariat')
export const mayKeepSurvey = (actor: Actor, survey: OfAlliance) => isSurveyOffice(actor, survey)

/** Those who speak for firms, and see whether theirs answered. */
export const isSurveySpeaker = (actor: Actor) => hasRole(actor, 'association_contact', 'park_contact', 'platform_contact')
/** Who answered is the business of the office, of who speaks for the firm, and of the authority. */
export const maySeeProgress = (actor: Actor) => hasRole(actor, 'secretariat', 'official') || isSurveySpeaker(actor)
export const mayRemindFirms = (actor: Actor) => hasRole(actor, 'secretariat') || isSurveySpeaker(actor)
/** What came of it is for everybody who works here. */
export const maySeeResult = (actor: Actor) => !hasRole(actor, 'student')

export const mayAnswer = (actor: Actor, response: { organisationId: string }) => hasRole(actor, 'enterprise_contact') && isAtOrganisation(actor, response.organisationId)
export const mayCheck = (actor: Actor, response: OfAlliance) => isSurveyOffice(actor, response)

/** Who may take which step; the declaration of the lifecycle and the route ask the same. */
export const whoMovesSurvey = { open: mayKeepSurvey, close: mayKeepSurvey, score: mayKeepSurvey, unscore: mayKeepSurvey, publish: mayKeepSurvey, archive: mayKeepSurvey }
