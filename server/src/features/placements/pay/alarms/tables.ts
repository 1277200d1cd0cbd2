import { sql } from 'kysely'
import type { Paging } from '../../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { visiblePlacements } from '../../tables.ts'

/** An alarm may rest on what a student said in confidence: school and the student, nobody else. */
export const visibleAlarms = (tx: Tx, actor: Actor) =>
  visiblePlacements(tx, actor)
    .innerJoin('payAlarm', 'payAlarm.placementId', 'placement.id')
    .$if(!hasRole(actor, 'student', 'school_contact', 'teacher'), (all) => all.where(sql<boolean>`false`))

const whole = (rows: ReturnType<typeof visibleAlarms>) =>
  rows
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .innerJoin('placementTerms as terms', 'terms.placementId', 'placement.id')
    .leftJoin('teacher', 'teacher.id', 'placement.supervisorId')
    .leftJoin('account as taker', 'taker.id', 'payAlarm.takenBy')
    .selectAll('payAlarm')
    .select(sql<string>`to_char(pay_alarm.month, 'YYYY-MM')`.as('monthText'))
    .select(['placement.schoolId', 'placement.organisationId', 'placement.studentId', 'placement.allianceId', 'placement.number as placementNumber', 'terms.title'])
    .select(['student.name as studentName', 'student.phone as studentPhone', 'cohort.name as cohortName', 'firm.name as unitName', 'teacher.name as supervisorName', 'teacher.accountId as supervisorAccountId', 'taker.name as takenByName'])
export type Alarm = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

export const findAlarm = (tx: Tx, actor: Actor, alarmId: string): Promise<Alarm | undefined> => whole(visibleAlarms(tx, actor)).where('payAlarm.id', '=', alarmId).executeTakeFirst()
export async function lockAlarm(tx: Tx, actor: Actor, alarmId: string): Promise<Locked<Alarm> | undefined> {
  const row = await whole(visibleAlarms(tx, actor)).where('payAlarm.id', '=', alarmId).forUpdate(['payAlarm']).executeTakeFirst()
  return row && { ...row, locked: true }
}
/** Whoever asks, live ones of one placement. The caller holds the placement. */
export async function lockLiveAlarms(tx: Tx, placementId: string): Promise<Locked<Alarm>[]> {
  const rows = await whole(tx.selectFrom('placement').innerJoin('payAlarm', 'payAlarm.placementId', 'placement.id')).where('placement.id', '=', placementId).where('payAlarm.state', 'in', ['open', 'taken']).orderBy('payAlarm.id').forUpdate(['payAlarm']).execute()
  return rows.map((row) => ({ ...row, locked: true as const }))
}
export const listAlarmsOf = (tx: Tx, actor: Actor, placementId: string): Promise<Alarm[]> => whole(visibleAlarms(tx, actor)).where('placement.id', '=', placementId).orderBy('payAlarm.openedAt', 'desc').orderBy('payAlarm.id').execute()

export type Filter = { q: string; state?: string; reason?: string; mine: boolean }
export async function pageOfAlarms(tx: Tx, actor: Actor, { q, state, reason, mine, page, size }: Filter & Paging) {
  const found = visibleAlarms(tx, actor)
    .$if(state === 'live', (all) => all.where('payAlarm.state', 'in', ['open', 'taken']))
    .$if(state !== undefined && state !== 'live', (all) => all.where('payAlarm.state', '=', state!))
    .$if(reason !== undefined, (all) => all.where('payAlarm.reason', '=', reason!))
    .$if(mine, (all) => all.where('placement.supervisorId', 'in', tx.selectFrom('teacher').select('id').where('accountId', '=', actor.accountId)))
    .$if(q !== '', (all) =>
      all.where((one) =>
        one.or([
          one('payAlarm.number', '=', q.toUpperCase()),
          one('placement.studentId', 'in', tx.selectFrom('student').select('id').where('name', 'like', `${q}%`)),
          one('placement.organisationId', 'in', tx.selectFrom('organisation').select('id').where('name', 'like', `%${q}%`)),
        ]),
      ),
    )
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(found).orderBy(sql`pay_alarm.state not in ('open', 'taken')`).orderBy('payAlarm.openedAt', 'desc').orderBy('payAlarm.id').limit(size).offset((page - 1) * size).execute()
  return { rows, total }
}

type NewAlarm = { number: string; placementId: string; month: string; reason: string; ruleId: string; source: string; params: Record<string, string | number>; openedAt: Date; dueAt: Date; demo: boolean }
/** Null where the same is open already. */
export async function insertAlarm(tx: Tx, { params, ...alarm }: NewAlarm): Promise<string | null> {
  const row = await tx.insertInto('payAlarm').values({ ...alarm, params: JSON.stringify(params) }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  return row?.id ?? null
}
type Change = Partial<Pick<Alarm, 'state' | 'dueAt' | 'takenAt' | 'takenBy' | 'outcome' | 'closedAt'>>
export async function updateAlarm(tx: Tx, alarmId: string, change: Change) {
  const { version } = await tx.updateTable('payAlarm').set((row) => ({ ...change, version: row('version', '+', 1) })).where('id', '=', alarmId).returning('version').executeTakeFirstOrThrow()
  return version
}
