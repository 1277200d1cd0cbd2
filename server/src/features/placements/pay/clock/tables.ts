import { sql } from 'kysely'
import type { Tx } from '../../../../kernel/db.ts'

/** Active placements whose last pay, or first day, lies more than so many days back, and of which nobody was told yet. */
export async function listOverdue(tx: Tx, today: string, every: number) {
  const last = sql<string>`coalesce((select max(p.paid_on) from pay_month p where p.placement_id = placement.id), placement.starts_on)`
  const rows = await tx
    .selectFrom('placement')
    .select('placement.id')
    .select(last.as('last'))
    .select(sql<string | null>`(select to_char(max(p.month), 'YYYY-MM') from pay_month p where p.placement_id = placement.id)`.as('lastMonth'))
    .select(sql<string>`to_char(placement.starts_on, 'YYYY-MM')`.as('firstMonth'))
    .where('placement.state', 'in', ['active', 'suspended'])
    .where('placement.kind', '=', 'placement')
    .where(sql<boolean>`${last} + ${every}::int < ${today}::date`)
    .where(sql<boolean>`not exists (select from pay_alarm a where a.placement_id = placement.id and a.reason = 'late' and a.state in ('open', 'taken'))`)
    .orderBy('placement.id')
    .execute()
  return rows
}

/** Units that owe a record within some days: once for each. */
export const listOwing = (tx: Tx, today: string, { every, ahead }: { every: number; ahead: number }) =>
  tx
    .selectFrom('placement')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .select(['placement.organisationId', 'firm.name as unitName', 'firm.kind'])
    .select((one) => one.fn.countAll<number>().as('count'))
    .select(sql<string>`(min(coalesce((select max(p.paid_on) from pay_month p where p.placement_id = placement.id), placement.starts_on)) + ${every}::int)::date`.as('dueOn'))
    .where('placement.state', '=', 'active')
    .where('placement.kind', '=', 'placement')
    .where(sql<boolean>`coalesce((select max(p.paid_on) from pay_month p where p.placement_id = placement.id), placement.starts_on) + ${every - ahead}::int <= ${today}::date`)
    .groupBy(['placement.organisationId', 'firm.name', 'firm.kind'])
    .execute()
