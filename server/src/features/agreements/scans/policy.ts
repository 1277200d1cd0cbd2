import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { keeps, type Kept } from '../policy.ts'

export const mayBringScan = (actor: Actor) => !hasRole(actor, 'student', 'official', 'mentor')
/** What a paper shows is said by those who answer for the house that keeps it, not by whoever took the picture. */
export const mayDecideScan = (actor: Actor, { agreement }: { agreement: Kept }) => keeps(actor, agreement)
