import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

type State = 'draft' | 'open' | 'closed'

const openings = (tx: Tx) => tx.selectFrom('practiceOpening').innerJoin('organisation', 'organisation.id', 'practiceOpening.organisationId')

/** The one place that says who sees which opening: what was published, everybody who works here; a draft, its firm and the officer who wrote it. */
export function visibleOpenings(tx: Tx, actor: Actor) {
  return openings(tx).where((one) => {
    if (hasRole(actor, 'student')) return sql<boolean>`false`
    return one.or([one('practiceOpening.state', '!=', 'draft'), one('practiceOpening.organisationId', '=', actor.organisationId), ...(hasRole(actor, 'secretariat') ? [one('practiceOpening.createdBy', '=', actor.accountId)] : [])])
  })
}

/** Teachers whom the firm has accepted. */
export const takenOf = sql<number>`(select count(*)::int from practice_plan p where p.opening_id = practice_opening.id and p.state in ('accepted', 'practising', 'finished', 'appraised', 'passed', 'credited', 'archived'))`

export const whole = (rows: ReturnType<typeof openings>) => rows.selectAll('practiceOpening').select(['organisation.name as organisationName', 'organisation.town']).select(takenOf.as('taken'))

type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State })
export type Opening = ReturnType<typeof typed>

export async function findOpening(tx: Tx, actor: Actor, openingId: string): Promise<Opening | undefined> {
  const row = await whole(visibleOpenings(tx, actor)).where('practiceOpening.id', '=', openingId).executeTakeFirst()
  return row && typed(row)
}
export async function lockOpening(tx: Tx, actor: Actor, openingId: string): Promise<Locked<Opening> | undefined> {
  const row = await whole(visibleOpenings(tx, actor)).where('practiceOpening.id', '=', openingId).forUpdate(['practiceOpening']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
/** Without an actor; who is accepted is counted after the lock is held. */
export async function lockOpeningAnyhow(tx: Tx, openingId: string): Promise<Locked<Opening> | undefined> {
  await tx.selectFrom('practiceOpening').select('id').where('id', '=', openingId).forUpdate().execute()
  const row = await whole(openings(tx)).where('practiceOpening.id', '=', openingId).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}

export async function listPastIds(tx: Tx, today: string) {
  const rows = await tx.selectFrom('practiceOpening').select('id').where('state', '=', 'open').where('endsOn', '<', today).orderBy('id').execute()
  return rows.map(({ id }) => id)
}

export type OpeningValues = { title: string; department: string; tasks: string; form: string; field: string; places: number; startsOn: string | null; endsOn: string | null; costs: string; contactName: string | null; contactPhone: string | null }
type NewOpening = OpeningValues & { number: string; allianceId: string; organisationId: string; createdBy: string | null; createdAt: Date; updatedAt: Date; demo: boolean }
export const insertOpening = async (tx: Tx, opening: NewOpening) => (await tx.insertInto('practiceOpening').values(opening).returning('id').executeTakeFirstOrThrow()).id

/** Answers how many rows were changed: none when somebody else changed it meanwhile. */
export async function updateContent(tx: Tx, openingId: string, version: number, values: OpeningValues & { updatedAt: Date }) {
  const result = await tx.updateTable('practiceOpening').set({ ...values, version: version + 1 }).where('id', '=', openingId).where('version', '=', version).executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export async function updateOpening(tx: Tx, openingId: string, change: { state: State; openedAt?: Date; closedAt?: Date | null }, now: Date): Promise<number> {
  const { version } = await tx
    .updateTable('practiceOpening')
    .set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', openingId)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}
