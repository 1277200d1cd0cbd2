import type { Actor } from '../../../kernel/actor.ts'
import { isParty, type AgreementParty } from '../policy.ts'

export const maySignAsParty = (actor: Actor, { party }: { party: AgreementParty }) => isParty(actor, party)
