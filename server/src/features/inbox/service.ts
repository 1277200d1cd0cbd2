import type { RefusalCode } from '../../contract/refusals.ts'
import type { Actor } from '../../kernel/actor.ts'
import { audit } from '../../kernel/audit.ts'
import type { Locked, Tx } from '../../kernel/db.ts'
import { whyNotMove, type Lifecycle, type Transition } from '../../kernel/lifecycle.ts'
import { refuse } from '../../kernel/refusal.ts'
import { closeItems, insertCopies, insertItems, listOpenItemsAbout, type NewItem, type Which } from './tables.ts'

/** Asks people for something, in the transaction of the deed. Asking twice changes nothing. */
export async function ask(tx: Tx, items: readonly NewItem[], now: Date) {
  await insertItems(tx, items, now)
}

/** The work is done or no longer needed: closes what was asked about these subjects. */
export async function settle(
  tx: Tx,
  actor: Pick<Actor, 'accountId'> | null,
  which: Which,
  outcome: string,
  now: Date,
) {
  await closeItems(tx, which, { closedBy: actor?.accountId ?? null, outcome, now })
}

/** 抄送: lets people follow what was asked about these subjects, without it being theirs to do. */
export async function copyTo(tx: Tx, which: Which, accountIds: readonly string[]) {
  await insertCopies(tx, which, accountIds)
}

/** What is asked now about a thing: for the next bar of its page. */
export const openItemsAbout = (tx: Tx, subjectType: string, subjectId: string) => listOpenItemsAbout(tx, subjectType, subjectId)

type Moving = { id: string; state: string }

/**
 * One step of a declared lifecycle: refuses what is not allowed now, closes what the old state asked, asks what the
 * new one asks, writes the audit line, and answers the new state for the caller to store.
 * `by` is null when the clock or a nightly run moves it.
 */
export async function advance<S extends string, A extends string, T extends Moving & { state: S }>(
  tx: Tx,
  by: Actor | null,
  life: Lifecycle<S, A, T>,
  action: A,
  thing: Locked<T>,
  now: Date,
  details: Record<string, unknown> = {},
): Promise<S> {
  const no: RefusalCode | null = whyNotMove(life, action, thing, now)
  if (no) refuse(no, { state: thing.state, action })

  const { to, event }: Transition<S, T> = life.transitions[action]
  const subject = { subjectType: life.noun, subjectIds: [thing.id] }
  if (to !== thing.state) await settle(tx, by, subject, action, now)
  await askFor(tx, by, life, { ...thing, state: to }, now)
  audit(tx, by, now, { event, subjectType: life.noun, subjectId: thing.id, details: { from: thing.state, to, ...details } })
  return to
}

/** Asks what the present state asks; for a thing that was just made, or whose items were lost. */
export async function askFor<S extends string, A extends string, T extends Moving & { state: S }>(
  tx: Tx,
  by: Actor | null,
  life: Lifecycle<S, A, T>,
  thing: T,
  now: Date,
) {
  const items = (life.asks[thing.state] ?? []).flatMap((one) =>
    one.of(thing).map((assignee) => ({
      kind: one.kind,
      subjectType: life.noun,
      subjectId: thing.id,
      params: one.params?.(thing) ?? {},
      assignee,
      initiatorId: by?.accountId ?? null,
      dueAt: one.due(thing, now),
    })),
  )
  await insertItems(tx, items, now)
}
