import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely'
import type { Actor } from '../../kernel/actor.ts'
import type { DB } from '../../kernel/db.gen.ts'
import type { Locked, Tx } from '../../kernel/db.ts'
import type { Assignee } from '../../kernel/lifecycle.ts'

export type NewItem = {
  kind: string
  subjectType: string
  subjectId: string
  params?: Record<string, unknown>
  assignee: Assignee
  initiatorId: string | null
  dueAt: Date | null
}

const columnsOf = (assignee: Assignee) => ({
  accountId: 'accountId' in assignee ? assignee.accountId : null,
  role: 'role' in assignee ? assignee.role : null,
  organisationId: 'organisationId' in assignee ? assignee.organisationId : null,
  allianceId: 'allianceId' in assignee ? assignee.allianceId : null,
})

/** The same thing is asked of the same people once: a second item while the first is open changes nothing. */
export async function insertItems(tx: Tx, items: readonly NewItem[], now: Date) {
  if (items.length === 0) return
  const rows = items.map(({ assignee, params, ...item }) => ({ ...item, ...columnsOf(assignee), params: JSON.stringify(params ?? {}), createdAt: now }))
  // A statement takes 65,535 parameters at most.
  for (let start = 0; start < rows.length; start += 4000) {
    await tx
      .insertInto('inboxItem')
      .values(rows.slice(start, start + 4000))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Items about these subjects; of some kinds only, or lying with one organisation or person only. */
export type Which = { subjectType: string; subjectIds: readonly string[]; kinds?: readonly string[]; organisationId?: string | null; accountId?: string }

export async function closeItems(
  tx: Tx,
  which: Which,
  how: { closedBy: string | null; outcome: string; now: Date },
) {
  if (which.subjectIds.length === 0) return
  await tx
    .updateTable('inboxItem')
    .set({ closedAt: how.now, closedBy: how.closedBy, outcome: how.outcome })
    .where('subjectType', '=', which.subjectType)
    .where('subjectId', 'in', [...which.subjectIds])
    .where('closedAt', 'is', null)
    .$if(which.kinds !== undefined, (query) => query.where('kind', 'in', [...which.kinds!]))
    .$if(which.organisationId !== undefined, (query) => query.where('organisationId', 'is not distinct from', which.organisationId!))
    .$if(which.accountId !== undefined, (query) => query.where('accountId', '=', which.accountId!))
    .execute()
}

type Item = ExpressionBuilder<DB, 'inboxItem'>

/** Mine by name, or mine by the seat I act in. */
const withMe = (item: Item, actor: Actor) =>
  item.or([
    item('inboxItem.accountId', '=', actor.accountId),
    item.and([
      item('inboxItem.role', '=', actor.role),
      actor.allianceId ? item('inboxItem.allianceId', '=', actor.allianceId) : item('inboxItem.organisationId', '=', actor.organisationId),
    ]),
  ])

/** The one place that says which items are with whom. */
export const itemsWith = (tx: Tx, actor: Actor) => tx.selectFrom('inboxItem').where((item) => withMe(item, actor))

/** What one may look at: what one has, did, began or holds a copy of; the secretariat also what lies with a seat of its members. */
function visibleItems(tx: Tx, actor: Actor) {
  return tx.selectFrom('inboxItem').where((item) =>
    item.or([
      withMe(item, actor),
      item('inboxItem.closedBy', '=', actor.accountId),
      item('inboxItem.initiatorId', '=', actor.accountId),
      item.exists(item.selectFrom('inboxCopy').select('inboxCopy.itemId').whereRef('inboxCopy.itemId', '=', 'inboxItem.id').where('inboxCopy.accountId', '=', actor.accountId)),
      item.and([
        item.lit(actor.role === 'secretariat'),
        item('inboxItem.role', 'not in', ['student', 'secretariat']),
        item.exists(
          item
            .selectFrom('membership')
            .select('membership.id')
            .whereRef('membership.organisationId', '=', 'inboxItem.organisationId')
            .where('membership.allianceId', '=', actor.allianceId),
        ),
      ]),
    ]),
  )
}

const named = <O>(query: SelectQueryBuilder<DB, 'inboxItem', O>, actor: Actor) =>
  query
    .leftJoin('account as initiator', 'initiator.id', 'inboxItem.initiatorId')
    .leftJoin('account as holder', 'holder.id', 'inboxItem.accountId')
    .leftJoin('account as forwarder', 'forwarder.id', 'inboxItem.forwardedBy')
    .leftJoin('account as closer', 'closer.id', 'inboxItem.closedBy')
    .leftJoin('organisation as place', 'place.id', 'inboxItem.organisationId')
    .leftJoin('inboxCopy as copy', (join) => join.onRef('copy.itemId', '=', 'inboxItem.id').on('copy.accountId', '=', actor.accountId))
    .selectAll('inboxItem')
    .select([
      'initiator.name as initiatorName',
      'holder.name as holderName',
      'forwarder.name as forwardedByName',
      'closer.name as closedByName',
      'place.name as organisationName',
      'copy.readAt as readAt',
    ])

export type ItemRow = NonNullable<Awaited<ReturnType<typeof findItem>>>

export async function findItem(tx: Tx, actor: Actor, itemId: string) {
  return named(visibleItems(tx, actor).where('inboxItem.id', '=', itemId), actor).executeTakeFirst()
}

export async function lockItem(tx: Tx, actor: Actor, itemId: string): Promise<Locked<ItemRow> | undefined> {
  const row = await named(visibleItems(tx, actor).where('inboxItem.id', '=', itemId), actor).forUpdate('inboxItem').executeTakeFirst()
  return row && { ...row, locked: true }
}

/** All open items of one kind about these subjects, held: for whoever reminds many at once. */
export async function lockItemsAbout(tx: Tx, actor: Actor, which: { subjectType: string; subjectIds: readonly string[]; kinds: readonly string[] }): Promise<Locked<ItemRow>[]> {
  if (which.subjectIds.length === 0) return []
  const rows = await named(tx.selectFrom('inboxItem').where('inboxItem.subjectType', '=', which.subjectType), actor)
    .where('inboxItem.subjectId', 'in', [...which.subjectIds])
    .where('inboxItem.kind', 'in', [...which.kinds])
    .where('inboxItem.closedAt', 'is', null)
    .orderBy('inboxItem.id')
    .forUpdate('inboxItem')
    .execute()
  return rows.map((row) => ({ ...row, locked: true as const }))
}

export type Tab = 'todo' | 'done' | 'started' | 'copied'

function itemsOf(tx: Tx, actor: Actor, tab: Tab): SelectQueryBuilder<DB, 'inboxItem', object> {
  if (tab === 'todo') return itemsWith(tx, actor).where('inboxItem.closedAt', 'is', null)
  if (tab === 'done') return tx.selectFrom('inboxItem').where('inboxItem.closedBy', '=', actor.accountId)
  if (tab === 'started') return tx.selectFrom('inboxItem').where('inboxItem.initiatorId', '=', actor.accountId).where('inboxItem.closedAt', 'is', null)
  return tx.selectFrom('inboxItem').where('inboxItem.id', 'in', tx.selectFrom('inboxCopy').select('itemId').where('accountId', '=', actor.accountId))
}

export async function listItems(tx: Tx, actor: Actor, tab: Tab, { page, size }: { page: number; size: number }) {
  const { total } = await itemsOf(tx, actor, tab).select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const sorted = named(itemsOf(tx, actor, tab), actor)
  const ordered =
    tab === 'todo' || tab === 'started'
      ? sorted.orderBy('inboxItem.dueAt', (order) => order.asc().nullsLast()).orderBy('inboxItem.createdAt')
      : sorted.orderBy(tab === 'done' ? 'inboxItem.closedAt' : 'inboxItem.createdAt', 'desc')
  const rows = await ordered.orderBy('inboxItem.id').limit(size).offset((page - 1) * size).execute()
  return { rows, total }
}

export async function countItems(tx: Tx, actor: Actor, now: Date, tomorrow: Date) {
  const mine = await itemsOf(tx, actor, 'todo')
    .select(({ fn, eb }) => [
      fn.countAll<number>().as('todo'),
      fn.countAll<number>().filterWhere('inboxItem.dueAt', '<=', now).as('overdue'),
      fn.countAll<number>().filterWhere(eb.and([eb('inboxItem.dueAt', '>', now), eb('inboxItem.dueAt', '<=', tomorrow)])).as('dueToday'),
      tx.selectFrom('inboxItem').select(({ fn }) => fn.countAll<number>().as('n')).where('initiatorId', '=', actor.accountId).where('closedAt', 'is', null).as('started'),
      tx.selectFrom('inboxCopy').select(({ fn }) => fn.countAll<number>().as('n')).where('accountId', '=', actor.accountId).where('readAt', 'is', null).as('unread'),
    ])
    .executeTakeFirstOrThrow()
  return { ...mine, started: mine.started ?? 0, unread: mine.unread ?? 0 }
}

export async function updateItemReminded(tx: Tx, itemId: string, now: Date) {
  await tx.updateTable('inboxItem').set({ remindedAt: now }).where('id', '=', itemId).execute()
}

export async function updateItemHolder(tx: Tx, itemId: string, accountId: string, forwardedBy: string) {
  await tx
    .updateTable('inboxItem')
    .set({ accountId, role: null, organisationId: null, allianceId: null, forwardedBy })
    .where('id', '=', itemId)
    .execute()
}

/** Copies of the open items about these subjects. */
export async function insertCopies(tx: Tx, which: { subjectType: string; subjectIds: readonly string[]; kinds?: readonly string[] }, accountIds: readonly string[]) {
  if (which.subjectIds.length === 0 || accountIds.length === 0) return
  const items = await tx
    .selectFrom('inboxItem')
    .select('id')
    .where('subjectType', '=', which.subjectType)
    .where('subjectId', 'in', [...which.subjectIds])
    .where('closedAt', 'is', null)
    .$if(which.kinds !== undefined, (query) => query.where('kind', 'in', [...which.kinds!]))
    .execute()
  await insertCopiesOf(tx, items.map((item) => item.id), accountIds)
}

export async function insertCopiesOf(tx: Tx, itemIds: readonly string[], accountIds: readonly string[]) {
  const rows = itemIds.flatMap((itemId) => accountIds.map((accountId) => ({ itemId, accountId })))
  if (rows.length === 0) return
  await tx.insertInto('inboxCopy').values(rows).onConflict((conflict) => conflict.doNothing()).execute()
}

export async function updateCopiesRead(tx: Tx, accountId: string, itemIds: readonly string[] | undefined, now: Date) {
  const result = await tx
    .updateTable('inboxCopy')
    .set({ readAt: now })
    .where('accountId', '=', accountId)
    .where('readAt', 'is', null)
    .$if(itemIds !== undefined, (query) => query.where('itemId', 'in', itemIds!.length > 0 ? [...itemIds!] : ['00000000-0000-0000-0000-000000000000']))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** What is asked now about a thing, the most urgent first; for the page of the thing. */
export async function listOpenItemsAbout(tx: Tx, subjectType: string, subjectId: string) {
  return tx
    .selectFrom('inboxItem')
    .select(['id as itemId', 'kind', 'role', 'accountId', 'organisationId', 'dueAt', 'remindedAt', 'initiatorId', 'allianceId'])
    .where('subjectType', '=', subjectType)
    .where('subjectId', '=', subjectId)
    .where('closedAt', 'is', null)
    .orderBy('dueAt', (order) => order.asc().nullsLast())
    .execute()
}
