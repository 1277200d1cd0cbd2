import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../kernel/db.ts'
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
  await tx
    .insertInto('inboxItem')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function closeItems(
  tx: Tx,
  which: { subjectType: string; subjectIds: readonly string[]; kinds?: readonly string[] },
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
    .execute()
}

/** The one place that says which items are with whom: mine by name, or mine by the seat I act in. */
export function itemsWith(tx: Tx, actor: Actor) {
  return tx
    .selectFrom('inboxItem')
    .where((item) =>
      item.or([
        item('inboxItem.accountId', '=', actor.accountId),
        item.and([
          item('inboxItem.role', '=', actor.role),
          actor.allianceId ? item('inboxItem.allianceId', '=', actor.allianceId) : item('inboxItem.organisationId', '=', actor.organisationId),
        ]),
      ]),
    )
}
