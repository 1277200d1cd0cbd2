import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { addDays, closingOf, dayOf } from '../../../kernel/calendar.ts'
import { inTransaction, type Db, type Tx } from '../../../kernel/db.ts'
import { post } from '../../../kernel/outbox.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { setting } from '../../../kernel/setting.ts'
import { ask, settle } from '../../inbox/service.ts'
import { monthsLater, retentionMonths } from '../rules.ts'
import { answerRetention, insertRetentions, listToAsk, type lockRetention, markAsked } from './tables.ts'

/** A student is asked for two months, every two weeks. */
export const patience = 60
const again = 14

export const planRetention = (tx: Tx, memberId: string, startsOn: string) => insertRetentions(tx, retentionMonths.map((months) => ({ memberId, months, dueOn: monthsLater(startsOn, months) })))

type Held = NonNullable<Awaited<ReturnType<typeof lockRetention>>>
export async function confirmRetention(tx: Tx, actor: Actor, row: Held, { stays, code, note }: { stays: boolean; code?: string; note?: string }, now: Date) {
  if (row.stays !== null) refuse('changed_meanwhile')
  if (row.dueOn > dayOf(now)) refuse('too_early', { from: row.dueOn })
  if (!stays && !code) refuse('reason_needed', { field: 'code' })
  await answerRetention(tx, row.id, { stays, reasonCode: stays ? null : code!, note: note || null, answeredBy: actor.accountId, answeredAt: now })
  await settle(tx, actor, { subjectType: 'class_retention', subjectIds: [row.id] }, 'confirm', now)
  audit(tx, actor, now, { event: 'class_member.retention_confirmed', subjectType: 'class_member', subjectId: row.memberId, details: { months: row.months, stays } })
  return { id: row.id, stays }
}

/** Every night. */
export const askRetentions = (db: Db, now: Date) => inTransaction(db, (tx) => askDue(tx, now))

/** Whoever is due is asked; who has not answered is reminded by mail. The firm is never asked. */
export async function askDue(tx: Tx, now: Date) {
  const today = dayOf(now)
  const due = await listToAsk(tx, today, addDays(today, -patience), new Date(now.getTime() - again * 86_400_000))
  await ask(
    tx,
    due.flatMap(({ id, memberId, months, organisationName, accountId }) =>
      accountId ? [{ kind: 'class_retention.confirm', subjectType: 'class_retention', subjectId: id, params: { firm: organisationName, months, placeId: memberId }, assignee: { accountId }, initiatorId: null, dueAt: closingOf(addDays(today, again)) }] : [],
    ),
    now,
  )
  for (const { email, title, memberId } of due) if (email) await post(tx, { channel: 'email', recipient: email, subject: title, body: `${title}\n${setting().origin}/app/my/class-places/${memberId}` })
  if (due.length > 0) await markAsked(tx, due.map(({ id }) => id), now)
}
