import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { visiblePlans } from '../plans/tables.ts'

const whole = (tx: Tx) =>
  tx
    .selectFrom('practiceJournal')
    .leftJoin('account as confirmer', 'confirmer.id', 'practiceJournal.confirmedBy')
    .select(['practiceJournal.id', 'planId', 'weekOn', 'work', 'learnt', 'state', 'sentAt', 'confirmedAt', 'reason', 'version', 'confirmer.name as confirmedByName'])
    .select(sql<string[]>`practice_journal.days::text[]`.as('days'))

export type Journal = Awaited<ReturnType<typeof listJournals>>[number]

export const listJournals = (tx: Tx, planId: string) => whole(tx).where('planId', '=', planId).orderBy('weekOn').execute()

export async function lockJournal(tx: Tx, planId: string, weekOn: string): Promise<Locked<Journal> | undefined> {
  const row = await whole(tx).where('planId', '=', planId).where('weekOn', '=', weekOn).forUpdate('practiceJournal').executeTakeFirst()
  return row && { ...row, locked: true }
}

/** The plan a week belongs to, if this actor sees it; for its photos. */
export async function findPlanIdOf(tx: Tx, actor: Actor, journalId: string) {
  const row = await visiblePlans(tx, actor).innerJoin('practiceJournal', 'practiceJournal.planId', 'practicePlan.id').select('practicePlan.id').where('practiceJournal.id', '=', journalId).executeTakeFirst()
  return row?.id
}

type JournalValues = { days: readonly string[]; work: string; learnt: string }
const daysOf = (days: readonly string[]) => sql<Date[]>`${days as string[]}::date[]`

export async function insertJournal(tx: Tx, { planId, weekOn, days, work, learnt }: JournalValues & { planId: string; weekOn: string }, now: Date) {
  return tx.insertInto('practiceJournal').values({ planId, weekOn, days: daysOf(days) as never, work, learnt, createdAt: now, updatedAt: now }).returning(['id', 'version']).executeTakeFirstOrThrow()
}

export async function updateJournal(tx: Tx, id: string, change: Partial<JournalValues & { state: string; sentAt: Date; confirmedAt: Date; confirmedBy: string; reason: string | null }>, now: Date): Promise<number> {
  const { days, ...rest } = change
  const { version } = await tx
    .updateTable('practiceJournal')
    .set((row) => ({ ...rest, ...(days ? { days: daysOf(days) as never } : {}), updatedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Weeks that still wait for the firm. */
export async function countSent(tx: Tx, planId: string): Promise<number> {
  const { n } = await tx.selectFrom('practiceJournal').select((row) => row.fn.countAll<number>().as('n')).where('planId', '=', planId).where('state', '=', 'sent').executeTakeFirstOrThrow()
  return n
}
/** Weeks that came back and were not sent again. */
export async function countReturned(tx: Tx, planId: string): Promise<number> {
  const { n } = await tx.selectFrom('practiceJournal').select((row) => row.fn.countAll<number>().as('n')).where('planId', '=', planId).where('state', '=', 'returned').executeTakeFirstOrThrow()
  return n
}
