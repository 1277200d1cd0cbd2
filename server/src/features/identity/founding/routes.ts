import { open } from '../../../kernel/route.ts'
import { countAccounts } from '../tables.ts'
import { found, getFirstRun } from './contract.ts'
import { foundAlliance } from './service.ts'

export const foundingRoutes = [
  open(getFirstRun, async ({ tx }) => ({ needed: (await countAccounts(tx)) === 0 })),
  open(found, ({ tx, body, wire, now }) => foundAlliance(tx, body, wire, now)),
]
