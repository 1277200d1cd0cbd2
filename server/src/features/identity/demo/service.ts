import type { Tx } from '../../../kernel/db.ts'
import { unseal } from '../../../kernel/secrets.ts'
import { codeAt, secondsLeft } from '../factor/service.ts'
import { findInstallationFact, listDemoAccounts, listSeatsOfMany } from '../tables.ts'

/** Public on purpose: the loader gives it to every demonstration account, and the sign-in page shows it. See docs/decisions/0006-demo-accounts.md. */
export const demoPassword = 'Lozenge-4-Chains'
export const demoTotpSecret = 'KNUWY2LBNYQECMRQGI3CAZLEMVWW6IDT'

type Purposes = Record<string, { zh: string; en: string } | undefined>

/** Everything it takes to sign in as one of the demonstration's people. Only ever called where the setting says demo. */
export async function viewDemoAccounts(tx: Tx, now: Date) {
  const accounts = await listDemoAccounts(tx)
  const seats = await listSeatsOfMany(tx, accounts.map(({ id }) => id))
  const purposes = ((await findInstallationFact(tx, 'demo')) as { purposes?: Purposes } | undefined)?.purposes ?? {}
  return accounts.flatMap((account) => {
    const seat = seats.find(({ accountId }) => accountId === account.id)
    if (!seat) return []
    const code = account.totpConfirmedAt && account.totpSecret ? codeAt(unseal(account.totpSecret), now) : null
    return {
      login: account.login,
      password: demoPassword,
      name: account.name,
      role: seat.role,
      placeName: seat.organisationName ?? seat.allianceName,
      purpose: purposes[account.login] ?? null,
      code,
      codeSecondsLeft: code ? secondsLeft(now) : null,
    }
  })
}
