import { route } from '../../../kernel/route.ts'
import { endRepresentation, grantRepresentation } from './contract.ts'
import { mayEndRepresentation, mayGrantRepresentation } from './policy.ts'
import { findPair, letSpeak, letSpeakNoMore } from './service.ts'

export const representationRoutes = [
  route(grantRepresentation, {
    find: ({ tx, actor, params }) => findPair(tx, actor, params),
    may: mayGrantRepresentation,
    run: ({ tx, actor, found, now }) => letSpeak(tx, actor, found, now),
  }),
  route(endRepresentation, {
    find: ({ tx, actor, params }) => findPair(tx, actor, params),
    may: mayEndRepresentation,
    run: ({ tx, actor, found, now }) => letSpeakNoMore(tx, actor, found, now),
  }),
]
