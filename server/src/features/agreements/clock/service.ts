import { addDays, closingOf, dayOf } from '../../../kernel/calendar.ts'
import { inTransaction, type Db } from '../../../kernel/db.ts'
import type { Assignee } from '../../../kernel/lifecycle.ts'
import { ask, settle } from '../../inbox/service.ts'
import { assigneeOf } from '../parties/service.ts'
import { warnedKinds, warnings } from '../rules.ts'
import { inMotion, listParties, moveOn } from '../service.ts'
import { deleteCodesBefore } from '../signing/codes/tables.ts'
import { lockAnyhow, updateAgreement } from '../tables.ts'
import { listEnded, listEnding } from './tables.ts'

/** Nightly: what ran out is over; what will, its houses hear of sixty days before, and again thirty days before. Each in a transaction of its own. */
export async function watchAgreements(db: Db, now: Date) {
  const today = dayOf(now)
  await inTransaction(db, (tx) => deleteCodesBefore(tx, now))
  for (const { id } of await inTransaction(db, (tx) => listEnded(tx, today))) {
    await inTransaction(db, async (tx) => {
      const agreement = (await lockAnyhow(tx, id))!
      if (agreement.state !== 'concluded' || agreement.endsOn! >= today) return
      await moveOn(tx, null, agreement, await listParties(tx, [id]), 'expire', { endedAt: now, endedOn: agreement.endsOn! }, now)
    })
  }
  // The nearer warning first, so that an agreement found late is warned of once.
  for (const days of warnings) {
    for (const { id } of await inTransaction(db, (tx) => listEnding(tx, { kinds: warnedKinds, until: addDays(today, days), days }))) await warn(db, id, days, now)
  }
}

async function warn(db: Db, id: string, days: number, now: Date) {
  await inTransaction(db, async (tx) => {
    const agreement = (await lockAnyhow(tx, id))!
    if (agreement.state !== 'concluded' || agreement.endsOn === null) return
    const parties = await listParties(tx, [id])
    const { keeper, number, title } = inMotion(agreement, parties, now)
    const houses = parties.filter(({ kind }) => kind === 'organisation').flatMap((party) => assigneeOf(party) ?? [])
    const about = { subjectType: 'agreement', subjectId: id }
    await settle(tx, null, { subjectType: 'agreement', subjectIds: [id], kinds: ['agreement.expiring'] }, 'lapse', now)
    const left = Math.round((Date.parse(agreement.endsOn) - Date.parse(dayOf(now))) / 86_400_000)
    const items = [keeper, ...houses].filter((one, at, all) => all.findIndex((other) => isSame(one, other)) === at)
    await ask(tx, items.map((assignee) => ({ ...about, kind: 'agreement.expiring', params: { number, title, endsOn: agreement.endsOn, days: left }, assignee, initiatorId: null, dueAt: closingOf(agreement.endsOn!) })), now)
    await updateAgreement(tx, id, { warnedDays: days }, now)
  })
}

const isSame = (one: Assignee, other: Assignee) => JSON.stringify(Object.entries(one).toSorted()) === JSON.stringify(Object.entries(other).toSorted())
