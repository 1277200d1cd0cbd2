import { hasRole, isAtOrganisation, type Actor } from '../../../kernel/actor.ts'

type Complaint = { authorityId: string }
/** An official of the very authority it went to; no secretariat, no school, no firm. */
export const isItsAuthority = (actor: Actor, complaint: Complaint) => hasRole(actor, 'official') && isAtOrganisation(actor, complaint.authorityId)
export const mayHearComplaints = (actor: Actor) => hasRole(actor, 'official')
/** Whoever made it is found by a keyed hash, never by a right: no actor moves it as the one who complained. */
export const byReporter = (_actor: Actor, _complaint: Complaint) => false
