import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { visiblePlacements } from '../tables.ts'

export const countStates = (tx: Tx, actor: Actor) => visiblePlacements(tx, actor).select(['placement.state', (one) => one.fn.countAll<number>().as('count')]).groupBy('placement.state').execute()

/** Open alarms within what one may see, by rule. */
export async function countAlarms(tx: Tx, actor: Actor) {
  const mine = visiblePlacements(tx, actor).select(['placement.id', 'placement.schoolId'])
  return tx
    .with('mine', () => mine)
    .selectFrom('placementAlarm as alarm')
    .select(['alarm.ruleId', sql<string>`min(alarm.severity)`.as('severity'), sql<number>`count(alarm.placement_id)::int`.as('placements'), sql<number>`count(alarm.unit_id)::int`.as('units')])
    .where('alarm.closedAt', 'is', null)
    .where((one) => one.or([one('alarm.placementId', 'in', one.selectFrom('mine').select('mine.id')), one.and([one('alarm.unitId', 'is not', null), one('alarm.schoolId', 'in', one.selectFrom('mine').select('mine.schoolId'))])]))
    .groupBy('alarm.ruleId')
    .orderBy('severity')
    .orderBy('alarm.ruleId')
    .execute()
}

export async function listSoon(tx: Tx, actor: Actor, { today, until, limit }: { today: string; until: string; limit: number }) {
  const soon = visiblePlacements(tx, actor)
    .where('placement.state', 'in', ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained'])
    .where('placement.startsOn', '<=', until)
  const { total } = await soon.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await soon
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .select(['placement.id', 'placement.number', 'placement.state', 'placement.startsOn', 'student.name as studentName', 'firm.name as unitName'])
    .orderBy(sql`(placement.starts_on < ${today})`)
    .orderBy('placement.startsOn')
    .orderBy('placement.number')
    .limit(limit)
    .execute()
  return { rows, total }
}
