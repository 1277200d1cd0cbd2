import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'

type Key = { county: string; year: number; schools: string[] }

/** The alliance whose figures somebody reads: their own; of an authority without a seat in one, the district's. */
export async function findAllianceFor(tx: Tx, actor: Actor): Promise<string | undefined> {
  if (actor.allianceId) return actor.allianceId
  const row = await tx.selectFrom('membership').innerJoin('alliance', 'alliance.id', 'membership.allianceId').select('alliance.id').where('membership.organisationId', '=', actor.organisationId).where('membership.state', '=', 'active')
    .orderBy(sql`(alliance.kind <> 'district')`).orderBy('alliance.id').executeTakeFirst()
  if (row || !hasRole(actor, 'official')) return row?.id
  return (await tx.selectFrom('alliance').select('id').orderBy(sql`(kind <> 'district')`).orderBy('id').executeTakeFirst())?.id
}
/** County schools of an alliance. */
export const listCountySchools = (tx: Tx, allianceId: string) =>
  tx.selectFrom('organisation').innerJoin('membership', 'membership.organisationId', 'organisation.id').select(['organisation.id', 'organisation.divisionCode as county']).where('membership.allianceId', '=', allianceId).where('membership.state', '=', 'active')
    .where('organisation.kind', '=', 'school').where('organisation.divisionCode', 'like', '5226%').orderBy('organisation.divisionCode').execute()

/** A batch counts from when firms were asked, in the year of its first day. */
export async function countBatches(tx: Tx, allianceId: string) {
  const { rows } = await sql<Key & { batches: number; seatsAsked: number; seatsConfirmed: number }>`
    select school.division_code as county, extract(year from b.starts_on)::int as year, array_agg(distinct b.school_id) as schools, count(*)::int as batches,
      coalesce(sum(s.asked), 0)::int as "seatsAsked", coalesce(sum(s.confirmed), 0)::int as "seatsConfirmed"
    from assistance_batch b join organisation school on school.id = b.school_id
    left join lateral (select sum(asked) as asked, sum(confirmed) as confirmed from assistance_seat where batch_id = b.id and state in ('asked', 'confirmed', 'declined')) s on true
    where b.alliance_id = ${allianceId} and b.state not in ('planning', 'cancelled') group by 1, 2`.execute(tx)
  return rows
}

/** Students, each once a batch, by where the last of their placements in it stands. */
export async function countStudents(tx: Tx, allianceId: string) {
  const { rows } = await sql<Key & { members: number; placed: number; consented: number; filed: number }>`
    with each as (
      select b.school_id, school.division_code as county, extract(year from b.starts_on)::int as year, m.batch_id, m.student_id,
        bool_or(p.activated_at is not null) as placed, bool_or(p.state not in ('draft', 'vetted')) as consented,
        bool_or(exists (select from placement_filing_member e join placement_filing f on f.id = e.filing_id where e.placement_id = p.id and f.kind = 'cross_province' and f.state = 'filed')) as filed
      from assistance_member m join assistance_batch b on b.id = m.batch_id join organisation school on school.id = b.school_id join placement p on p.id = m.placement_id
      where b.alliance_id = ${allianceId} and p.state <> 'cancelled' group by 1, 2, 3, 4, 5)
    select county, year, array_agg(distinct school_id) as schools, count(*)::int as members, count(*) filter (where placed)::int as placed, count(*) filter (where consented)::int as consented, count(*) filter (where filed)::int as filed
    from each group by 1, 2`.execute(tx)
  return rows
}

/** The weeks whose Thursday somebody spent away, once they are over; in time is until the Sunday. As `owedWeeks` says it. */
export async function countChecks(tx: Tx, allianceId: string, today: string) {
  const { rows } = await sql<Key & { due: number; onTime: number }>`
    with stay as (
      select b.school_id, school.division_code as county, extract(year from b.starts_on)::int as year, p.id,
        greatest(p.starts_on, (p.activated_at at time zone 'Asia/Shanghai')::date) as first_on, coalesce(p.ended_on, p.ends_on) as last_on
      from assistance_member m join assistance_batch b on b.id = m.batch_id join organisation school on school.id = b.school_id join placement p on p.id = m.placement_id
      where b.alliance_id = ${allianceId} and p.activated_at is not null),
    owed as (
      select stay.*, t::date - 3 as week_on from stay, generate_series(date_trunc('week', first_on)::date + 3, least(last_on, ${today}::date - 4), interval '7 days') t where t::date >= first_on)
    select county, year, array_agg(distinct owed.school_id) as schools, count(*)::int as due, count(c.id) filter (where (c.made_at at time zone 'Asia/Shanghai')::date <= owed.week_on + 6)::int as "onTime"
    from owed left join welfare_check c on c.placement_id = owed.id and c.week_on = owed.week_on group by 1, 2`.execute(tx)
  return rows
}

/** Due, asked or not; silence is no answer. */
export async function countStays(tx: Tx, allianceId: string, today: string) {
  const { rows } = await sql<Key & { months: number; due: number; asked: number; answered: number; stayed: number }>`
    select school.division_code as county, extract(year from b.starts_on)::int as year, array_agg(distinct b.school_id) as schools, s.months, count(*)::int as due, count(s.asked_at)::int as asked, count(s.answered_at)::int as answered,
      count(*) filter (where s.answer in ('as_intern', 'employed'))::int as stayed
    from assistance_stay s join assistance_batch b on b.id = s.batch_id join organisation school on school.id = b.school_id
    where b.alliance_id = ${allianceId} and s.due_on <= ${today} group by 1, 2, 4`.execute(tx)
  return rows
}

/** Teachers who went or are there, each way; days as the hosts confirmed them. */
export async function countExchanges(tx: Tx, allianceId: string) {
  const { rows } = await sql<Key & { inward: boolean; teachers: number; days: number }>`
    with each as (
      select case when host.division_code like '5226%' then host.division_code else home.division_code end as county, case when host.division_code like '5226%' then x.host_id else x.home_id end as school_id,
        extract(year from x.starts_on)::int as year, host.division_code like '5226%' as inward, x.teacher_id, x.days
      from teacher_exchange x join organisation home on home.id = x.home_id join organisation host on host.id = x.host_id
      where x.alliance_id = ${allianceId} and x.state in ('under_way', 'finished'))
    select county, year, array_agg(distinct school_id) as schools, inward, count(distinct teacher_id)::int as teachers, coalesce(sum(days), 0)::int as days from each group by 1, 2, inward`.execute(tx)
  return rows
}

/** Only what was received. */
export async function countResources(tx: Tx, allianceId: string) {
  const { rows } = await sql<Key & { kind: string; count: number; value: number }>`
    select receiver.division_code as county, extract(year from r.given_on)::int as year, array_agg(distinct r.receiver_id) as schools, r.kind, count(*)::int as count, coalesce(sum(round(r.value * r.received_quantity / r.quantity, 2)), 0)::float8 as value
    from assistance_resource r join organisation receiver on receiver.id = r.receiver_id where r.alliance_id = ${allianceId} and r.state = 'received' group by 1, 2, r.kind order by r.kind`.execute(tx)
  return rows
}
export const findDivision = async (tx: Tx, organisationId: string) => (await tx.selectFrom('organisation').select('divisionCode').where('id', '=', organisationId).executeTakeFirst())?.divisionCode ?? null
