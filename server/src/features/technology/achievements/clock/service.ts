import { addDays, closingOf, dayOf } from '../../../../kernel/calendar.ts'
import { inReadOnlyTransaction, inTransaction, type Db, type Tx } from '../../../../kernel/db.ts'
import { ask } from '../../../inbox/service.ts'
import { askBeforeDays, confirmEveryDays } from '../rules.ts'
import { goStale, inMotion } from '../service.ts'
import { listDueIds, lockAchievementAnyhow } from '../tables.ts'

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

/** Every night: what nobody confirmed for a year is stale, and a month before its owner is asked. Each in a transaction of its own. */
export async function refreshAchievements(db: Db, now: Date) {
  const ids = await inReadOnlyTransaction(db, (tx) => listDueIds(tx, { confirmed: daysBefore(now, confirmEveryDays - askBeforeDays) }))
  for (const id of ids) await inTransaction(db, (tx) => lookAt(tx, id, now))
}

async function lookAt(tx: Tx, id: string, now: Date) {
  const achievement = await lockAchievementAnyhow(tx, id)
  if (!achievement || achievement.state !== 'open' || !achievement.confirmedAt) return
  if (achievement.confirmedAt <= daysBefore(now, confirmEveryDays)) return void (await goStale(tx, achievement, now))
  if (achievement.confirmedAt > daysBefore(now, confirmEveryDays - askBeforeDays)) return
  const { owner, number, title, organisationName } = inMotion(achievement, now)
  const dueAt = closingOf(addDays(dayOf(achievement.confirmedAt), confirmEveryDays))
  await ask(tx, [{ kind: 'achievement.confirm', subjectType: 'achievement', subjectId: id, params: { number, title, organisation: organisationName, reason: '' }, assignee: owner, initiatorId: null, dueAt }], now)
}
