import { audit } from '../../../kernel/audit.ts'
import type { Tx } from '../../../kernel/db.ts'
import { refuseAndKeep } from '../../../kernel/refusal.ts'
import type { Wire } from '../../../kernel/route.ts'
import { setting } from '../../../kernel/setting.ts'
import { addressDoor, enter, fail, forget, passBy, passwordDoor } from '../attempts/service.ts'
import { viewDemoAccounts } from '../demo/service.ts'
import { isPasswordOf } from '../passwords/service.ts'
import { normalLogin } from '../rules.ts'
import { openSession } from '../service.ts'
import { countAccounts, findAccountByLogin } from '../tables.ts'

/** The same words and about the same time for a wrong password, an unknown name and an account that is switched off. */
export async function signIn(tx: Tx, given: { login: string; password: string }, wire: Wire, now: Date) {
  const login = normalLogin(given.login)
  const found = await findAccountByLogin(tx, login)
  const account = found?.demo && !setting().demo ? undefined : found
  const door = passwordDoor(account?.id ?? login)
  const street = addressDoor(wire.address)
  await enter(tx, door, now)
  await passBy(tx, street, now)

  if (!(await isPasswordOf(account?.passwordHash, given.password)) || !account) {
    const triesLeft = await fail(tx, door, now)
    await fail(tx, street, now)
    if (account && triesLeft === 0) {
      audit(tx, null, now, { event: 'account.locked', subjectType: 'account', subjectId: account.id })
    }
    refuseAndKeep('wrong_credentials', { triesLeft })
  }
  await forget(tx, door)
  return { secondFactor: await openSession(tx, account, wire, now, 'password') }
}

/** What the sign-in page has to offer. */
export async function viewSignIn(tx: Tx, now: Date) {
  return {
    firstRun: (await countAccounts(tx)) === 0,
    oidcName: setting().oidc?.name ?? null,
    demoAccounts: setting().demo ? await viewDemoAccounts(tx, now) : [],
  }
}
