import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { visiblePlacements } from '../tables.ts'

const month = sql<string>`to_char(pay_month.month, 'YYYY-MM')`

/** What one placement was paid, the oldest first. The caller has found the placement. */
export const listRecords = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('payMonth')
    .leftJoin('account', 'account.id', 'payMonth.recordedBy')
    .select(['payMonth.id', 'amount', 'paidOn', 'means', 'samePostWage', 'lowestTierWage', 'share', 'remark', 'recordedAt', 'account.name as recordedByName'])
    .select(month.as('month'))
    .where('placementId', '=', placementId)
    .orderBy('payMonth.month')
    .execute()
export type PayRow = Awaited<ReturnType<typeof listRecords>>[number]

type NewRecord = { placementId: string; month: string; amount: number; paidOn: string; means: string; samePostWage: number; lowestTierWage: number; share: number; remark: string; recordedBy: string; recordedAt: Date; demo: boolean }
export const insertRecord = async (tx: Tx, record: NewRecord) => (await tx.insertInto('payMonth').values(record).returning('id').executeTakeFirstOrThrow()).id

export async function deleteRecord(tx: Tx, payMonthId: string) {
  await tx.deleteFrom('payMonth').where('id', '=', payMonthId).execute()
}

/** Pay, and the receipt of it, is seen by unit, school and student; not by the office. */
export const seesPayMonth = async (tx: Tx, actor: Actor, payMonthId: string) =>
  !hasRole(actor, 'secretariat', 'official') && (await visiblePlacements(tx, actor).innerJoin('payMonth', 'payMonth.placementId', 'placement.id').select('payMonth.id').where('payMonth.id', '=', payMonthId).executeTakeFirst()) !== undefined

export type Filter = { month: string; q: string; state?: string }
const lastPaid = (first: string) => sql<string | null>`(select max(p.paid_on) from pay_month p where p.placement_id = placement.id and p.month < ${first}::date)`
/** Placements that run in a month, with what was paid for it. */
export async function pageOfPay(tx: Tx, actor: Actor, { month: wanted, q, state, page, size }: Filter & Paging) {
  const first = `${wanted}-01`
  const tends = hasRole(actor, 'school_contact', 'teacher')
  const found = visiblePlacements(tx, actor)
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .leftJoin('payMonth', (join) => join.onRef('payMonth.placementId', '=', 'placement.id').on('payMonth.month', '=', first))
    .where('placement.activatedAt', 'is not', null)
    .where('placement.state', '<>', 'cancelled')
    .where(sql<boolean>`placement.starts_on < (${first}::date + interval '1 month') and coalesce(placement.ended_on, placement.ends_on) >= ${first}::date`)
    .$if(state === 'open', (all) => all.where('payMonth.id', 'is', null))
    .$if(state === 'recorded', (all) => all.where('payMonth.id', 'is not', null))
    .$if(q !== '', (all) => all.where((one) => one.or([one('student.name', 'like', `${q}%`), one('firm.name', 'like', `%${q}%`)])))
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await found
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('organisation as school', 'school.id', 'placement.schoolId')
    .innerJoin('placementTerms as terms', 'terms.placementId', 'placement.id')
    .select(['placement.id as placementId', 'placement.startsOn', 'student.name as studentName', 'cohort.name as cohortName', 'school.name as schoolName', 'firm.name as unitName', 'terms.title', 'terms.samePostWage', 'terms.lowestTierWage', 'payMonth.amount', 'payMonth.paidOn'])
    .select(lastPaid(first).as('lastPaidOn'))
    .select(tends ? sql<boolean | null>`exists (select from pay_answer a where a.placement_id = placement.id and a.month = ${first}::date)`.as('answered') : sql<boolean | null>`null::boolean`.as('answered'))
    .select(tends ? sql<number | null>`(select count(*)::int from pay_alarm a where a.placement_id = placement.id and a.month = ${first}::date and a.state in ('open', 'taken'))`.as('alarms') : sql<number | null>`null::int`.as('alarms'))
    .orderBy(sql`pay_month.id is not null`)
    .orderBy('firm.name')
    .orderBy('student.name')
    .orderBy('placement.id')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows, total }
}
