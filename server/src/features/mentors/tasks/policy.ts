import type { Actor } from '../../../kernel/actor.ts'
import { isSchoolOffice, isTheMentor, type MentorshipParties } from '../policy.ts'

export const mayLogTask = (actor: Actor, mentorship: MentorshipParties) => isTheMentor(actor, mentorship)
export const mayKeepTask = (actor: Actor, task: MentorshipParties) => isTheMentor(actor, task)
/** The school, never the mentor himself. */
export const mayDecideTask = (actor: Actor, task: MentorshipParties) => isSchoolOffice(actor, task.schoolId)
