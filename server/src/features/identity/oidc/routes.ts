import { openAfter } from '../../../kernel/route.ts'
import { finishOidc, startOidc } from './contract.ts'
import { comeIn, handOut, prepare, redeem } from './service.ts'

export const oidcRoutes = [
  openAfter(startOidc, prepare, async ({ actor, body, brought, now }) => handOut(body.purpose, actor, brought, now)),
  openAfter(
    finishOidc,
    ({ body, now }) => redeem(body, now),
    ({ tx, actor, brought, wire, now }) => comeIn(tx, actor, brought, wire, now),
  ),
]
