import { inTransaction, type Db } from '../../../kernel/db.ts'
import { post } from '../../../kernel/outbox.ts'
import { setting } from '../../../kernel/setting.ts'
import { digestMail } from '../mail/service.ts'
import { listForDigest } from './tables.ts'

/** Every morning: one mail to everybody who has something open, an address, and has not turned it off. All of them or none, so a retry cannot send twice. */
export async function postDigests(db: Db, now: Date): Promise<number> {
  return inTransaction(db, async (tx) => {
    const byPerson = Map.groupBy(await listForDigest(tx), (item) => item.accountId)
    for (const items of byPerson.values()) {
      const { name, email, locale } = items[0]!
      await post(tx, { channel: 'email', recipient: email!, ...digestMail({ name, locale }, items, setting().origin, now) })
    }
    return byPerson.size
  })
}
