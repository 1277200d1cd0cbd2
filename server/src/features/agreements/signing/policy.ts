import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isParty, mayHandOver, type AgreementParty, type Kept } from '../policy.ts'

export const maySignAsParty = (actor: Actor, { party }: { party: AgreementParty }) => isParty(actor, party)
export const mayHandOverParty = (actor: Actor, { agreement }: { agreement: Kept }) => mayHandOver(actor, agreement)
/** Of many, whoever has a hand in them; each is asked again by itself. */
export const mayHandOverSome = (actor: Actor) => !hasRole(actor, 'student', 'official', 'mentor')
export const maySignForHouse = (actor: Actor) => !hasRole(actor, 'student', 'teacher', 'mentor', 'secretariat')
