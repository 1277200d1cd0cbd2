import { hasRole, type Actor } from '../../../kernel/actor.ts'

export const mayReadReturns = (actor: Actor) => hasRole(actor, 'secretariat', 'school_contact')
/** The ministry changes its file; whoever administers the alliance changes the form. */
export const mayWriteReturns = (actor: Actor) => hasRole(actor, 'secretariat')
export const mayKeepReturn = (actor: Actor, form: { allianceId: string }) => mayWriteReturns(actor) && actor.allianceId === form.allianceId
