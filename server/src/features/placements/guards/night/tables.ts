import { sql } from 'kysely'
import type { Tx } from '../../../../kernel/db.ts'

/** Units with somebody there or on the way, and how many: a unit's placements are judged together, because heads are counted there. */
export const listWatched = (tx: Tx) =>
  tx
    .selectFrom('placement')
    .select(['organisationId', (one) => one.fn.countAll<number>().as('count')])
    .where('state', 'in', ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'suspended'])
    .groupBy('organisationId')
    .orderBy('organisationId')
    .execute()

/** Not held: a step taken meanwhile is judged by its own guards, and an alarm that is late by it goes the next night. */
export const listWatchedAt = (tx: Tx, organisationIds: readonly string[]) =>
  tx
    .selectFrom('placement')
    .select('id')
    .where(sql<boolean>`organisation_id = any(${organisationIds as string[]}::uuid[])`)
    .where('state', 'in', ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'suspended'])
    .orderBy('id')
    .execute()

/** Alarms that stand open about these, and about anything that is over at these units. */
export const listOpenAlarmsAt = (tx: Tx, organisationIds: readonly string[]) =>
  tx
    .selectFrom('placementAlarm as alarm')
    .leftJoin('placement', 'placement.id', 'alarm.placementId')
    .leftJoin('unit', 'unit.id', 'alarm.unitId')
    .select(['alarm.id', 'alarm.placementId', 'alarm.unitId', 'alarm.ruleId', 'alarm.key', 'alarm.severity', 'alarm.params'])
    .where('alarm.closedAt', 'is', null)
    .where(sql<boolean>`coalesce(placement.organisation_id, unit.organisation_id) = any(${organisationIds as string[]}::uuid[])`)
    .execute()
export type OpenAlarm = Awaited<ReturnType<typeof listOpenAlarmsAt>>[number]

/** Open alarms at units where nobody is left to watch. */
export async function listIdleAlarms(tx: Tx) {
  const { rows } = await sql<{ id: string }>`
    select a.id from placement_alarm a left join placement p on p.id = a.placement_id left join unit u on u.id = a.unit_id
    where a.closed_at is null and not exists (
      select from placement q where q.organisation_id = coalesce(p.organisation_id, u.organisation_id)
        and q.state in ('draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'suspended'))`.execute(tx)
  return rows.map(({ id }) => id)
}

export type NewAlarm = { allianceId: string; schoolId: string; placementId: string | null; unitId: string | null; ruleId: string; key: string; severity: string; params: Record<string, unknown> }

/** One parameter for thousands of rows. */
export async function insertAlarms(tx: Tx, alarms: readonly NewAlarm[], now: Date): Promise<{ id: string; placementId: string | null; unitId: string | null; ruleId: string }[]> {
  if (alarms.length === 0) return []
  const { rows } = await sql<{ id: string; placementId: string | null; unitId: string | null; ruleId: string }>`
    insert into placement_alarm (alliance_id, school_id, placement_id, unit_id, rule_id, key, severity, params, opened_at)
    select (x->>'allianceId')::uuid, (x->>'schoolId')::uuid, (x->>'placementId')::uuid, (x->>'unitId')::uuid, x->>'ruleId', x->>'key', x->>'severity', x->'params', ${now}
    from jsonb_array_elements(${JSON.stringify(alarms)}::jsonb) x
    on conflict do nothing
    returning id, placement_id, unit_id, rule_id`.execute(tx)
  return rows
}

export async function closeAlarms(tx: Tx, ids: readonly string[], now: Date) {
  if (ids.length > 0) await sql`update placement_alarm set closed_at = ${now} where id = any(${ids as string[]}::uuid[]) and closed_at is null`.execute(tx)
}

/** Per school: who starts soon and is not ready, who is ready, who has ended and waits for marks. */
export async function countWork(tx: Tx, today: string, soon: string) {
  const { rows } = await sql<{ schoolId: string; toPrepare: number; firstToPrepare: string | null; toActivate: number; firstToActivate: string | null; toAssess: number; firstEnded: string | null }>`
    select p.school_id,
      count(*) filter (where p.state in ('draft', 'vetted', 'consented', 'signed', 'insured') and p.starts_on <= ${soon})::int as to_prepare,
      min(p.starts_on) filter (where p.state in ('draft', 'vetted', 'consented', 'signed', 'insured') and p.starts_on <= ${soon}) as first_to_prepare,
      count(*) filter (where p.state = 'trained')::int as to_activate,
      min(p.starts_on) filter (where p.state = 'trained') as first_to_activate,
      count(*) filter (where p.state = 'active' and p.ends_on < ${today})::int as to_assess,
      min(p.ends_on) filter (where p.state = 'active' and p.ends_on < ${today}) as first_ended
    from placement p
    where p.state in ('draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active')
    group by p.school_id`.execute(tx)
  return rows
}

/** Batch items that are open: their school is both subject and holder. */
export const listBatchItems = (tx: Tx) => tx.selectFrom('inboxItem').select(['kind', 'subjectId', 'params']).where('subjectType', '=', 'placement_batch').where('closedAt', 'is', null).execute()
