import { audit } from '../../../kernel/audit.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Wire } from '../../../kernel/route.ts'
import { createAccount, grantRole, openSession } from '../service.ts'
import { countAccounts, findAccount } from '../tables.ts'
import { insertAlliance, lockFounding } from './tables.ts'

type Founding = { alliance: { name: string; nameEn: string; code: string }; name: string; login: string; password: string }

/** Whoever comes first to an empty installation runs it; the next step is the second factor. */
export async function foundAlliance(tx: Tx, given: Founding, wire: Wire, now: Date) {
  await lockFounding(tx)
  if ((await countAccounts(tx)) > 0) refuse('already_founded')
  const accountId = await createAccount(tx, { name: given.name, login: given.login, password: given.password, locale: wire.locale }, now)
  const by = { accountId, organisationId: null }
  const allianceId = await insertAlliance(tx, given.alliance, now)
  audit(tx, by, now, { event: 'alliance.founded', subjectType: 'alliance', subjectId: allianceId })
  await grantRole(tx, by, { accountId, role: 'secretariat', allianceId }, now)
  return { secondFactor: await openSession(tx, (await findAccount(tx, accountId))!, wire, now, 'password') }
}
