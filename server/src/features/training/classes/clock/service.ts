import { dayOf } from '../../../../kernel/calendar.ts'
import { inTransaction, type Db } from '../../../../kernel/db.ts'
import { moveIntakesByClock } from '../../choices/service.ts'
import { lapseOffers } from '../../offers/service.ts'
import { releaseLate } from '../../places/service.ts'
import { isStillFollowed, step } from '../service.ts'
import { listAssessedIds, lockClassesAnyhow } from '../tables.ts'

/** Every five minutes: what an hour decides happens without anybody pressing a button. */
export async function watchClasses(db: Db, now: Date) {
  await moveIntakesByClock(db, now)
  await releaseLate(db, now)
  await lapseOffers(db, now)
}

/** Every night: a class is closed once every offer was answered and every student was asked for long enough. */
export async function closeClasses(db: Db, now: Date) {
  await inTransaction(db, async (tx) => {
    for (const one of await lockClassesAnyhow(tx, await listAssessedIds(tx))) {
      // A class in which nobody was offered anything yet waits for its firm.
      if (one.state === 'assessed' && one.assessedOn! < dayOf(new Date(now.getTime() - 400 * 86_400_000)) && !(await isStillFollowed(tx, one.id, dayOf(now)))) await step(tx, null, one, 'close', {}, now)
    }
  })
}
