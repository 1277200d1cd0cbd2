import type { Actor } from '../../../kernel/actor.ts'
import { isEmployer, isSchoolOffice, isTheMentor, mayBeMentor, mayRunSchool, notByHand, type MentorshipParties } from '../policy.ts'

export { mayBeMentor, mayRunSchool, notByHand }
export const isSchoolOf = (actor: Actor, { schoolId }: MentorshipParties) => isSchoolOffice(actor, schoolId)
/** The mentor; or the school with the mentor's paper in its hands. The service looks for the paper. */
const isMentorOrPaper = (actor: Actor, parties: MentorshipParties) => isTheMentor(actor, parties) || isSchoolOf(actor, parties)
const isEmployerOrPaper = (actor: Actor, parties: MentorshipParties) => isEmployer(actor, parties.employerId) || isSchoolOf(actor, parties)
const isOneOfTheTwo = (actor: Actor, parties: MentorshipParties) => isTheMentor(actor, parties) || isSchoolOf(actor, parties)

/** Who may take which step; the declaration of the lifecycle and the route ask the same. */
export const whoMoves = {
  join: isMentorOrPaper,
  refuse: isMentorOrPaper,
  consent: isEmployerOrPaper,
  deny: isEmployerOrPaper,
  approve: isSchoolOf,
  reject: isSchoolOf,
  clear: isSchoolOf,
  appoint: isSchoolOf,
  end: isOneOfTheTwo,
  withdraw: isOneOfTheTwo,
}
export const mayMoveMentorship = (actor: Actor, { mentorship, action }: { mentorship: MentorshipParties; action: keyof typeof whoMoves }) => whoMoves[action](actor, mentorship)
export const mayKeepMentorship = (actor: Actor, mentorship: MentorshipParties) => isSchoolOf(actor, mentorship)
export const mayAnswerObjection = (actor: Actor, objection: { schoolId: string }) => isSchoolOffice(actor, objection.schoolId)
/** School and mentor; whoever holds the paper checks it by its code. */
export const mayPrintCertificate = (actor: Actor, mentorship: MentorshipParties) => isOneOfTheTwo(actor, mentorship)
export const sideOf = (actor: Actor, parties: MentorshipParties) => (isTheMentor(actor, parties) ? ('mentor' as const) : isSchoolOf(actor, parties) ? ('school' as const) : ('employer' as const))
