import { sql } from 'kysely'
import type { Paging } from '../../../../contract/paging.ts'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { firmOf, lockBatchesAnyhow, visibleBatches, type SeatState } from '../tables.ts'

const seats = (tx: Tx) =>
  tx
    .selectFrom('assistanceSeat')
    .innerJoin('assistanceBatch as batch', 'batch.id', 'assistanceSeat.batchId')
    .innerJoin('organisation as firm', 'firm.id', 'assistanceSeat.organisationId')
    .innerJoin('organisation as school', 'school.id', 'batch.schoolId')
    .innerJoin('need', 'need.id', 'assistanceSeat.postId')
    .innerJoin('post', 'post.needId', 'assistanceSeat.postId')
    .innerJoin('teacher as escort', 'escort.id', 'batch.escortId')
    .selectAll('assistanceSeat')
    .select(['batch.number', 'batch.title', 'batch.state as batchState', 'batch.startsOn', 'batch.endsOn', 'batch.schoolId', 'batch.allianceId', 'escort.accountId as escortAccountId'])
    .select(['firm.name as organisationName', 'school.name as schoolName', 'need.title as postTitle', 'post.town'])
    .select(sql<number>`(select count(*)::int from assistance_member m where m.seat_id = assistance_seat.id and m.released_at is null)`.as('members'))
type Raw = Awaited<ReturnType<ReturnType<typeof seats>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as SeatState, batchState: row.batchState as string })
export type Seat = ReturnType<typeof typed>

/** The lines of these batches; of a firm its own, once it was asked. */
export async function listSeats(tx: Tx, batchIds: readonly string[], firmId: string | null): Promise<Seat[]> {
  const rows = await seats(tx)
    .where(sql<boolean>`assistance_seat.batch_id = any(${batchIds as string[]}::uuid[])`)
    .$if(firmId !== null, (all) => all.where('assistanceSeat.organisationId', '=', firmId!).where('assistanceSeat.askedAt', 'is not', null))
    .orderBy('assistanceSeat.createdAt')
    .orderBy('assistanceSeat.id')
    .execute()
  return rows.map(typed)
}

const visible = (tx: Tx, actor: Actor, id: string) => {
  const firmId = firmOf(actor)
  return seats(tx)
    .where('assistanceSeat.id', '=', id)
    .where('assistanceSeat.batchId', 'in', visibleBatches(tx, actor).select('assistanceBatch.id'))
    .$if(firmId !== null, (all) => all.where('assistanceSeat.organisationId', '=', firmId!).where('assistanceSeat.askedAt', 'is not', null))
}
export async function findSeat(tx: Tx, actor: Actor, id: string): Promise<Seat | undefined> {
  const row = await visible(tx, actor, id).executeTakeFirst()
  return row && typed(row)
}
/** With its batch held, the batch first: so that an answer and a fill never wait for each other. */
export async function lockSeat(tx: Tx, actor: Actor, id: string): Promise<Locked<Seat> | undefined> {
  const seen = await visible(tx, actor, id).executeTakeFirst()
  if (!seen) return undefined
  await lockBatchesAnyhow(tx, [seen.batchId])
  const row = await visible(tx, actor, id).forUpdate('assistanceSeat').executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
/** Of a batch that is held. */
export async function lockSeatsOf(tx: Tx, batchId: string): Promise<Locked<Seat>[]> {
  const rows = await seats(tx).where('assistanceSeat.batchId', '=', batchId).orderBy('assistanceSeat.id').forUpdate('assistanceSeat').execute()
  return rows.map((row) => ({ ...typed(row), locked: true as const }))
}

type NewSeat = { batchId: string; organisationId: string; postId: string; asked: number; note: string; createdAt: Date }
export const insertSeat = async (tx: Tx, seat: NewSeat) => (await tx.insertInto('assistanceSeat').values({ ...seat, state: 'planned' }).returning('id').executeTakeFirstOrThrow()).id
export type SeatChange = Partial<{ asked: number; note: string; confirmed: number | null; contactName: string; contactPhone: string; reason: string | null; state: SeatState; askedAt: Date; answeredBy: string; answeredAt: Date | null }>
export async function updateSeat(tx: Tx, id: string, change: SeatChange): Promise<number> {
  const { version } = await tx.updateTable('assistanceSeat').set((row) => ({ ...change, version: row('version', '+', 1) })).where('id', '=', id).returning('version').executeTakeFirstOrThrow()
  return version
}
/** Asked before this day and not answered. */
export async function listUnanswered(tx: Tx, askedBefore: Date): Promise<Seat[]> {
  return (await seats(tx).where('assistanceSeat.state', '=', 'asked').where('assistanceSeat.askedAt', '<', askedBefore).orderBy('assistanceSeat.id').execute()).map(typed)
}

/** Published posts of firms, for a county school. */
const openPosts = (tx: Tx) =>
  tx
    .selectFrom('need')
    .innerJoin('post', 'post.needId', 'need.id')
    .innerJoin('organisation as firm', 'firm.id', 'need.organisationId')
    .where('need.kind', '=', 'post')
    .where('need.state', '=', 'open')
export const listOpenPosts = (tx: Tx, allianceId: string, postIds: readonly string[]) =>
  openPosts(tx).select(['need.id', 'need.organisationId']).where('need.allianceId', '=', allianceId).where(sql<boolean>`need.id = any(${postIds as string[]}::uuid[])`).execute()
export async function pageOfPosts(tx: Tx, allianceId: string, { q, page, size }: Paging & { q: string }) {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const found = openPosts(tx).where('need.allianceId', '=', allianceId).$if(q !== '', (all) => all.where((one) => one.or([one('need.title', 'like', like), one('firm.name', 'like', like)])))
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .select(['need.id', 'need.title', 'need.organisationId', 'firm.name as organisationName', 'post.town', 'post.seats', 'post.startsOn', 'post.endsOn'])
    .orderBy('firm.name').orderBy('need.title').orderBy('need.id').limit(size).offset((page - 1) * size).execute()
  return { rows, total }
}
