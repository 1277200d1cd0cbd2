import { inReadOnlyTransaction, inTransaction, type Db } from '../../../../kernel/db.ts'
import { closeWithNeed, holdBoth, lapse } from '../service.ts'
import { listDue } from '../tables.ts'

const ended = ['solved', 'declined', 'withdrawn', 'expired']

/**
 * Every few minutes. Each in a transaction of its own and looked at again under its locks: a worker that was killed half-way leaves
 * whole steps, and two at once do each step once.
 */
export async function watchIntroductions(db: Db, now: Date) {
  const due = await inReadOnlyTransaction(db, (tx) => listDue(tx, now))
  for (const one of due) {
    await inTransaction(db, async (tx) => {
      const introduction = await holdBoth(tx, one)
      if (!['proposed', 'accepted', 'talking'].includes(introduction.state)) return
      if (ended.includes(introduction.problem.state)) return void (await closeWithNeed(tx, introduction, now))
      if (introduction.state !== 'talking' && introduction.dueAt && introduction.dueAt <= now) await lapse(tx, introduction, now)
    })
  }
}
