import { nothing, route, seen } from '../../../kernel/route.ts'
import { editAlliance, listAlliances } from './contract.ts'
import { mayEditAlliance } from './policy.ts'
import { changeAlliance, viewAlliances } from './service.ts'
import { findAlliance } from './tables.ts'

export const allianceRoutes = [
  route(listAlliances, { find: nothing, may: seen, run: ({ tx, actor }) => viewAlliances(tx, actor) }),
  route(editAlliance, {
    find: ({ tx, params }) => findAlliance(tx, params.allianceId),
    may: mayEditAlliance,
    run: ({ tx, actor, found, body, now }) => changeAlliance(tx, actor, found, body, now),
  }),
]
