import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

export type BatchState = 'planning' | 'asked' | 'agreed' | 'running' | 'finished' | 'cancelled'
export type SeatState = 'planned' | 'asked' | 'confirmed' | 'declined' | 'withdrawn'

/** The firm whose lines alone are shown; null for those who see a batch whole. */
export const firmOf = (actor: Actor) => (hasRole(actor, 'enterprise_contact') ? actor.organisationId : null)

/** The one place that says who sees which batch: its school, its escort, firms it has asked, the office. */
export function visibleBatches(tx: Tx, actor: Actor) {
  const batches = tx.selectFrom('assistanceBatch')
  if (hasRole(actor, 'secretariat')) return batches.where('assistanceBatch.allianceId', '=', actor.allianceId)
  if (hasRole(actor, 'school_contact')) return batches.where('assistanceBatch.schoolId', '=', actor.organisationId)
  if (hasRole(actor, 'teacher'))
    return batches.where('assistanceBatch.schoolId', '=', actor.organisationId).where('assistanceBatch.escortId', 'in', tx.selectFrom('teacher').select('id').where('accountId', '=', actor.accountId))
  if (hasRole(actor, 'enterprise_contact'))
    return batches.where('assistanceBatch.id', 'in', tx.selectFrom('assistanceSeat').select('batchId').where('organisationId', '=', actor.organisationId).where('askedAt', 'is not', null))
  return batches.where(sql<boolean>`false`)
}

const ofFirm = (firmId: string | null) => sql<boolean>`(${firmId}::uuid is null or (s.organisation_id = ${firmId} and s.asked_at is not null))`
const whole = (rows: ReturnType<typeof visibleBatches>, firmId: string | null) =>
  rows
    .innerJoin('organisation as school', 'school.id', 'assistanceBatch.schoolId')
    .innerJoin('teacher as escort', 'escort.id', 'assistanceBatch.escortId')
    .selectAll('assistanceBatch')
    .select(['school.name as schoolName', 'school.divisionCode as county', 'escort.name as escortName', 'escort.phone as escortPhone', 'escort.accountId as escortAccountId'])
    .select([
      sql<number>`(select coalesce(sum(s.asked), 0)::int from assistance_seat s where s.batch_id = assistance_batch.id and s.state <> 'withdrawn' and ${ofFirm(firmId)})`.as('asked'),
      sql<number>`(select coalesce(sum(s.confirmed), 0)::int from assistance_seat s where s.batch_id = assistance_batch.id and ${ofFirm(firmId)})`.as('confirmed'),
      sql<number>`(select count(*)::int from assistance_seat s where s.batch_id = assistance_batch.id and s.state = 'asked' and ${ofFirm(firmId)})`.as('unanswered'),
      sql<number>`(select count(*)::int from assistance_member m join placement p on p.id = m.placement_id where m.batch_id = assistance_batch.id and m.released_at is null and (${firmId}::uuid is null or p.organisation_id = ${firmId}))`.as('members'),
    ])
type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as BatchState })
export type Batch = ReturnType<typeof typed>

export async function findBatch(tx: Tx, actor: Actor, id: string): Promise<Batch | undefined> {
  const row = await whole(visibleBatches(tx, actor), firmOf(actor)).where('assistanceBatch.id', '=', id).executeTakeFirst()
  return row && typed(row)
}
/** Held first and read then: what is counted of its lines and students is counted after whoever held it before. */
export async function lockBatch(tx: Tx, actor: Actor, id: string): Promise<Locked<Batch> | undefined> {
  const held = await visibleBatches(tx, actor).select('assistanceBatch.id').where('assistanceBatch.id', '=', id).forUpdate('assistanceBatch').executeTakeFirst()
  const batch = held && (await findBatch(tx, actor, id))
  return batch && { ...batch, locked: true }
}
/** For the clock: whoever asks. In the order of ids, so that two never wait for each other. */
export async function lockBatchesAnyhow(tx: Tx, ids: readonly string[]): Promise<Locked<Batch>[]> {
  const rows = await whole(tx.selectFrom('assistanceBatch'), null).where(sql<boolean>`assistance_batch.id = any(${ids as string[]}::uuid[])`).orderBy('assistanceBatch.id').forUpdate('assistanceBatch').execute()
  return rows.map((row) => ({ ...typed(row), locked: true as const }))
}
/** Those that their placements may still move. */
export const listLiveBatches = (tx: Tx) => tx.selectFrom('assistanceBatch').select(['id', 'state']).where('state', 'in', ['agreed', 'running']).execute()

export type Filter = { q: string; state?: string; county?: string; year?: number }
const like = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`
export async function pageOfBatches(tx: Tx, actor: Actor, { q, state, county, year, page, size }: Filter & Paging) {
  const found = visibleBatches(tx, actor)
    .$if(state !== undefined, (all) => all.where('assistanceBatch.state', '=', state!))
    .$if(county !== undefined, (all) => all.where('assistanceBatch.schoolId', 'in', tx.selectFrom('organisation').select('id').where('divisionCode', '=', county!)))
    .$if(year !== undefined, (all) => all.where(sql<boolean>`extract(year from assistance_batch.starts_on) = ${year!}`))
    .$if(q !== '', (all) =>
      all.where((one) =>
        one.or([
          one('assistanceBatch.title', 'like', like(q)),
          one('assistanceBatch.number', '=', q.toUpperCase()),
          one('assistanceBatch.schoolId', 'in', tx.selectFrom('organisation').select('id').where('name', 'like', like(q))),
        ]),
      ),
    )
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(found, firmOf(actor)).orderBy('assistanceBatch.startsOn', 'desc').orderBy('assistanceBatch.number', 'desc').limit(size).offset((page - 1) * size).execute()
  return { rows: rows.map(typed), total }
}

type NewBatch = { number: string; allianceId: string; schoolId: string; title: string; authority: string; startsOn: string; endsOn: string; escortId: string; contactName: string; contactPhone: string; remark: string; createdBy: string; createdAt: Date; updatedAt: Date; demo: boolean }
export const insertBatch = async (tx: Tx, batch: NewBatch) => (await tx.insertInto('assistanceBatch').values({ ...batch, state: 'planning' }).returning('id').executeTakeFirstOrThrow()).id
export type BatchChange = Partial<Pick<NewBatch, 'title' | 'authority' | 'startsOn' | 'endsOn' | 'escortId' | 'contactName' | 'contactPhone' | 'remark'> & { state: BatchState; reason: string; askedAt: Date; agreedAt: Date; startedAt: Date; finishedAt: Date }>
export async function updateBatch(tx: Tx, id: string, change: BatchChange, now: Date): Promise<number> {
  const { version } = await tx.updateTable('assistanceBatch').set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) })).where('id', '=', id).returning('version').executeTakeFirstOrThrow()
  return version
}
/** The school as far as a batch needs it: its county and alliance. */
export const findSchool = (tx: Tx, schoolId: string) =>
  tx.selectFrom('organisation').leftJoin('membership', (join) => join.onRef('membership.organisationId', '=', 'organisation.id').on('membership.state', '=', 'active')).leftJoin('alliance', 'alliance.id', 'membership.allianceId')
    .select(['organisation.id', 'organisation.divisionCode', 'alliance.id as allianceId']).where('organisation.id', '=', schoolId).where('organisation.kind', '=', 'school')
    .orderBy(sql`(coalesce(alliance.kind, '') <> 'district')`).orderBy('alliance.id').executeTakeFirst()
export const findTeacher = (tx: Tx, schoolId: string, teacherId: string) => tx.selectFrom('teacher').select(['id', 'name', 'accountId']).where('id', '=', teacherId).where('schoolId', '=', schoolId).where('leftAt', 'is', null).executeTakeFirst()
