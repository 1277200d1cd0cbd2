import { hasRole, isAtOrganisation, type Actor } from '../../kernel/actor.ts'

type OfSchool = { schoolId: string }

/** Programmes, cohorts, teachers and students are kept by the school's own contact; the office may help. */
export const mayKeepSchool = (actor: Actor) => hasRole(actor, 'school_contact', 'secretariat')
export const mayEditOfSchool = (actor: Actor, thing: OfSchool) =>
  hasRole(actor, 'secretariat') || (hasRole(actor, 'school_contact') && isAtOrganisation(actor, thing.schoolId))

export const maySeeSchools = (actor: Actor) => hasRole(actor, 'school_contact', 'teacher', 'secretariat')

/** Identity number and phones in full: those who must write them into papers, with a reason that is kept. */
export const mayUnmaskStudent = (actor: Actor, student: OfSchool) => mayEditOfSchool(actor, student)
/** Phones of their own students are open to the staff who must call them. */
export const seesPhones = (actor: Actor, student: OfSchool) => hasRole(actor, 'school_contact', 'teacher') && isAtOrganisation(actor, student.schoolId)
