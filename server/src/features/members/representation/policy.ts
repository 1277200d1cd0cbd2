import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isContactOf } from '../policy.ts'

export const mayGrantRepresentation = (actor: Actor) => hasRole(actor, 'secretariat')

type Side = { id: string; kind: string }

/** Either side may end it, and so may the secretariat. */
export const mayEndRepresentation = (actor: Actor, pair: { speaker: Side; organisation: Side }) =>
  hasRole(actor, 'secretariat') || isContactOf(actor, pair.speaker) || isContactOf(actor, pair.organisation)
