import { route, type Route } from '../../../kernel/route.ts'
import { isOwn } from '../places/policy.ts'
import * as contract from './contract.ts'
import { confirmRetention } from './service.ts'
import { lockRetention } from './tables.ts'

export const retentionRoutes: Route[] = [
  route(contract.confirmRetention, { find: ({ tx, actor, params }) => lockRetention(tx, actor, params.retentionId), may: isOwn, run: ({ tx, actor, found, body, now }) => confirmRetention(tx, actor, found, body, now) }),
]
