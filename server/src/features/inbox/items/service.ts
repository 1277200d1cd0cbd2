import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf, endOfDay, workingDaysBetween } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { post } from '../../../kernel/outbox.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { setting } from '../../../kernel/setting.ts'
import { listPeopleOf } from '../people/tables.ts'
import { mayForwardItem, mayRemindItem } from '../policy.ts'
import { whyNotForward, whyNotRemind } from '../rules.ts'
import { countItems, insertCopiesOf, listItems, lockItemsAbout, updateCopiesRead, updateItemHolder, updateItemReminded, type ItemRow, type Tab } from '../tables.ts'
import { reminderMail } from '../mail/service.ts'

export function viewItem(actor: Actor, item: ItemRow, now: Date) {
  const late = item.dueAt !== null && item.closedAt === null && item.dueAt <= now
  return {
    id: item.id,
    kind: item.kind,
    params: item.params as Record<string, unknown>,
    subjectType: item.subjectType,
    subjectId: item.subjectId,
    createdAt: item.createdAt,
    dueAt: item.dueAt,
    // The evening a deadline passes is already one day late.
    daysLate: late ? Math.max(1, workingDaysBetween(dayOf(item.dueAt!), dayOf(now))) : 0,
    closedAt: item.closedAt,
    outcome: item.outcome,
    initiatorName: item.initiatorName,
    forwardedByName: item.forwardedByName,
    closedByName: item.closedByName,
    remindedAt: item.remindedAt,
    holder: { name: item.holderName, role: item.role, organisationName: item.organisationName },
    readAt: item.readAt,
    can: {
      remind: item.closedAt === null && mayRemindItem(actor, item) && !mayForwardItem(actor, item),
      forward: item.closedAt === null && mayForwardItem(actor, item),
    },
  }
}

export async function listTab(tx: Tx, actor: Actor, query: { tab: Tab; page: number; size: number }, now: Date) {
  const { rows, total } = await listItems(tx, actor, query.tab, query)
  return { rows: rows.map((item) => viewItem(actor, item, now)), total, page: query.page, size: query.size }
}

export const countAll = (tx: Tx, actor: Actor, now: Date) => countItems(tx, actor, now, endOfDay(dayOf(now)))

export const markRead = async (tx: Tx, actor: Actor, itemIds: readonly string[] | undefined, now: Date) => ({ read: await updateCopiesRead(tx, actor.accountId, itemIds, now) })

/** 催办: whoever has the item gets a mail; the item shows since when it is asked again. */
export async function remind(tx: Tx, actor: Actor, item: Locked<ItemRow>, now: Date) {
  const no = whyNotRemind(item, now)
  if (no) refuse(no, { remindedAt: item.remindedAt })
  const people = await listPeopleOf(tx, item)
  if (people.length === 0) refuse('nobody_to_remind', { role: item.role, organisation: item.organisationName })
  return write(tx, actor, item, people, now)
}

async function write(tx: Tx, actor: Actor, item: Locked<ItemRow>, people: Awaited<ReturnType<typeof listPeopleOf>>, now: Date) {
  await updateItemReminded(tx, item.id, now)
  const reachable = people.filter((person) => person.email !== null)
  for (const person of reachable) {
    await post(tx, { channel: 'email', recipient: person.email!, ...reminderMail(person, actor.name, item, setting().origin) })
  }
  audit(tx, actor, now, { event: 'inbox.reminded', subjectType: item.subjectType, subjectId: item.subjectId, details: { kind: item.kind, people: people.length } })
  return { people: people.length, mails: reachable.length }
}

/** Reminds of all these at once, for a room whose policy allows it; what was reminded today or lies with nobody is passed over. Answers whom it reached. */
export async function remindAbout(tx: Tx, actor: Actor, which: { subjectType: string; subjectIds: readonly string[]; kinds: readonly string[] }, now: Date) {
  const reached: { subjectId: string; mails: number }[] = []
  for (const item of await lockItemsAbout(tx, actor, which)) {
    if (whyNotRemind(item, now)) continue
    const people = await listPeopleOf(tx, item)
    if (people.length > 0) reached.push({ subjectId: item.subjectId, mails: (await write(tx, actor, item, people, now)).mails })
  }
  return reached
}

/** Those who sit in the seat I act in, but me. */
export async function colleaguesOf(tx: Tx, actor: Actor) {
  const people = await listPeopleOf(tx, { accountId: null, role: actor.role, organisationId: actor.organisationId, allianceId: actor.allianceId })
  return people.filter((person) => person.accountId !== actor.accountId)
}

export async function viewColleagues(tx: Tx, actor: Actor) {
  const people = await colleaguesOf(tx, actor)
  return { colleagues: people.map(({ accountId, name }) => ({ accountId, name })) }
}

/** 转办: the item becomes the colleague's, by name; I keep a copy so that I can follow it. */
export async function forward(tx: Tx, actor: Actor, item: Locked<ItemRow>, accountId: string, now: Date) {
  const no = whyNotForward(item)
  if (no) refuse(no)
  const colleague = (await colleaguesOf(tx, actor)).find((person) => person.accountId === accountId) ?? refuse('not_found')
  await updateItemHolder(tx, item.id, accountId, actor.accountId)
  await insertCopiesOf(tx, [item.id], [actor.accountId])
  audit(tx, actor, now, { event: 'inbox.forwarded', subjectType: item.subjectType, subjectId: item.subjectId, details: { kind: item.kind, to: accountId } })
  return { holderName: colleague.name }
}

