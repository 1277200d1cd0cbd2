import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

/** The one place that says who sees which exchange: home, host, the teacher, the office. */
function visibleExchanges(tx: Tx, actor: Actor) {
  const exchanges = tx.selectFrom('teacherExchange')
  if (hasRole(actor, 'secretariat')) return exchanges.where('teacherExchange.allianceId', '=', actor.allianceId)
  if (hasRole(actor, 'school_contact')) return exchanges.where((one) => one.or([one('teacherExchange.homeId', '=', actor.organisationId), one('teacherExchange.hostId', '=', actor.organisationId)]))
  if (hasRole(actor, 'teacher')) return exchanges.where('teacherExchange.teacherId', 'in', tx.selectFrom('teacher').select('id').where('accountId', '=', actor.accountId))
  return exchanges.where(sql<boolean>`false`)
}
const whole = (rows: ReturnType<typeof visibleExchanges>) =>
  rows
    .innerJoin('teacher', 'teacher.id', 'teacherExchange.teacherId')
    .innerJoin('organisation as home', 'home.id', 'teacherExchange.homeId')
    .innerJoin('organisation as host', 'host.id', 'teacherExchange.hostId')
    .selectAll('teacherExchange')
    .select(['teacher.name as teacherName', 'teacher.accountId as teacherAccountId', 'home.name as homeName', 'host.name as hostName', 'home.divisionCode as homeDivision', 'host.divisionCode as hostDivision'])
type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as 'proposed' | 'accepted' | 'under_way' | 'finished' | 'declined' | 'withdrawn', purpose: row.purpose as 'teaching' })
export type Exchange = ReturnType<typeof typed>

export async function findExchange(tx: Tx, actor: Actor, id: string): Promise<Exchange | undefined> {
  const row = await whole(visibleExchanges(tx, actor)).where('teacherExchange.id', '=', id).executeTakeFirst()
  return row && typed(row)
}
export async function lockExchange(tx: Tx, actor: Actor, id: string): Promise<Locked<Exchange> | undefined> {
  const row = await whole(visibleExchanges(tx, actor)).where('teacherExchange.id', '=', id).forUpdate('teacherExchange').executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
export async function findExchangeAnyhow(tx: Tx, id: string): Promise<Exchange> {
  return typed(await whole(tx.selectFrom('teacherExchange')).where('teacherExchange.id', '=', id).executeTakeFirstOrThrow())
}

export type Filter = { q: string; state?: string; direction?: string; year?: number }
export async function pageOfExchanges(tx: Tx, actor: Actor, { q, state, direction, year, page, size }: Filter & Paging) {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const schools = tx.selectFrom('organisation').select('organisation.id').where('name', 'like', like)
  const found = visibleExchanges(tx, actor)
    .$if(state !== undefined, (all) => all.where('teacherExchange.state', '=', state!))
    .$if(direction !== undefined, (all) => all.where('teacherExchange.hostId', direction === 'to_county' ? 'in' : 'not in', tx.selectFrom('organisation').select('id').where('divisionCode', 'like', '5226%')))
    .$if(year !== undefined, (all) => all.where(sql<boolean>`extract(year from teacher_exchange.starts_on) = ${year!}`))
    .$if(q !== '', (all) =>
      all.where((one) =>
        one.or([
          one('teacherExchange.number', '=', q.toUpperCase()), one('teacherExchange.subject', 'like', like), one('teacherExchange.homeId', 'in', schools), one('teacherExchange.hostId', 'in', schools),
          one('teacherExchange.teacherId', 'in', tx.selectFrom('teacher').select('id').where('name', 'like', like)),
        ]),
      ),
    )
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(found).orderBy('teacherExchange.startsOn', 'desc').orderBy('teacherExchange.number', 'desc').limit(size).offset((page - 1) * size).execute()
  return { rows: rows.map(typed), total }
}

type NewExchange = { number: string; allianceId: string; teacherId: string; homeId: string; hostId: string; purpose: string; subject: string; plan: string; startsOn: string; endsOn: string; createdBy: string; createdAt: Date; updatedAt: Date; demo: boolean }
export const insertExchange = async (tx: Tx, exchange: NewExchange) => (await tx.insertInto('teacherExchange').values({ ...exchange, state: 'proposed' }).returning('id').executeTakeFirstOrThrow()).id
export type ExchangeChange = Partial<{ state: string; reason: string; hostContact: string; report: string; reportedAt: Date; days: number; endedOn: string }>
export async function updateExchange(tx: Tx, id: string, change: ExchangeChange, now: Date): Promise<number> {
  const { version } = await tx.updateTable('teacherExchange').set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) })).where('id', '=', id).returning('version').executeTakeFirstOrThrow()
  return version
}

/** Active members of an alliance that are schools. */
export const listSchools = (tx: Tx, allianceId: string) =>
  tx.selectFrom('organisation').innerJoin('membership', 'membership.organisationId', 'organisation.id').select(['organisation.id', 'organisation.name', 'organisation.divisionCode'])
    .where('membership.allianceId', '=', allianceId).where('membership.state', '=', 'active').where('organisation.kind', '=', 'school').orderBy('organisation.name').execute()
/** The alliance of an organisation, the district's before others. */
export const findAllianceOf = (tx: Tx, organisationId: string) =>
  tx.selectFrom('membership').innerJoin('alliance', 'alliance.id', 'membership.allianceId').select('alliance.id').where('membership.organisationId', '=', organisationId).where('membership.state', '=', 'active')
    .orderBy(sql`(alliance.kind <> 'district')`).orderBy('alliance.id').executeTakeFirst()
export const findTeacher = (tx: Tx, schoolId: string, teacherId: string) => tx.selectFrom('teacher').select(['id', 'name', 'demo']).where('id', '=', teacherId).where('schoolId', '=', schoolId).where('leftAt', 'is', null).executeTakeFirst()
export const findSchool = (tx: Tx, id: string) => tx.selectFrom('organisation').select(['id', 'divisionCode']).where('id', '=', id).where('kind', '=', 'school').executeTakeFirst()
