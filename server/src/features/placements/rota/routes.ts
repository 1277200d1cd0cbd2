import { route, seen, type Route } from '../../../kernel/route.ts'
import { findPlacement, lockPlacement } from '../service.ts'
import * as contract from './contract.ts'
import { mayNoteRota, mayWriteRota } from './policy.ts'
import { noteRota, writeRota } from './service.ts'
import { viewRota } from './view/service.ts'

export const rotaRoutes: Route[] = [
  route(contract.getRota, { find: ({ tx, actor, params }) => findPlacement(tx, actor, params.placementId), may: seen, run: ({ tx, actor, found, params }) => viewRota(tx, actor, found, params.week) }),
  route(contract.writeRota, {
    find: async ({ tx, actor, params, body }) => {
      const placement = await lockPlacement(tx, actor, params.placementId)
      return placement && { placement, kind: body.kind }
    },
    may: mayWriteRota,
    run: ({ tx, actor, found, params, body, now }) => writeRota(tx, actor, found.placement, params.week, body, now),
  }),
  route(contract.noteRota, { find: ({ tx, actor, params }) => lockPlacement(tx, actor, params.placementId), may: mayNoteRota, run: ({ tx, actor, found, params, body, now }) => noteRota(tx, actor, found, params.week, body.remark, now) }),
]
