import { sql, type SelectQueryBuilder } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { DB } from '../../../kernel/db.gen.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { visiblePlacements } from '../tables.ts'

/** A log is seen by who wrote it and by the school: a log speaks of the unit, so the unit has no way to it; nor has the office. */
export function visibleLogs(tx: Tx, actor: Actor) {
  return visiblePlacements(tx, actor)
    .innerJoin('placementLog', 'placementLog.placementId', 'placement.id')
    .$if(!hasRole(actor, 'student', 'school_contact', 'teacher'), (all) => all.where(sql<boolean>`false`))
}

const whole = (rows: SelectQueryBuilder<DB, 'placementLog', object>) =>
  rows
    .leftJoin('account as reader', 'reader.id', 'placementLog.readBy')
    .selectAll('placementLog')
    .select('reader.name as readByName')
    .select(sql<{ taskId: string | null; hours: number }[]>`(select coalesce(jsonb_agg(jsonb_build_object('taskId', h.task_id, 'hours', h.hours) order by h.hours desc), '[]') from placement_log_hours h where h.log_id = placement_log.id)`.as('hours'))
    .select(sql<{ id: string; fileId: string }[]>`(select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'fileId', p.file_id) order by p.position), '[]') from placement_log_photo p where p.log_id = placement_log.id)`.as('photos'))
export type Log = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

/** Of one placement, the newest first. The caller has found the placement. */
export const listLogsOf = (tx: Tx, placementId: string): Promise<Log[]> => whole(tx.selectFrom('placementLog').where('placementId', '=', placementId)).orderBy('week', 'desc').execute()
export const findLogOfWeek = (tx: Tx, placementId: string, week: string): Promise<Log | undefined> =>
  whole(tx.selectFrom('placementLog').where('placementId', '=', placementId).where('week', '=', week)).executeTakeFirst()

const joined = (tx: Tx, actor: Actor) =>
  visibleLogs(tx, actor)
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .innerJoin('placementTerms as terms', 'terms.placementId', 'placement.id')

export async function findLog(tx: Tx, actor: Actor, logId: string) {
  const about = await joined(tx, actor)
    .select(['placement.schoolId', 'placement.organisationId', 'placement.studentId', 'placement.allianceId', 'placement.number as placementNumber'])
    .select(['student.name as studentName', 'student.studentNumber', 'cohort.name as cohortName', 'firm.name as unitName', 'terms.title'])
    .where('placementLog.id', '=', logId)
    .executeTakeFirst()
  if (!about) return undefined
  return { ...about, ...(await whole(tx.selectFrom('placementLog').where('placementLog.id', '=', logId)).executeTakeFirstOrThrow()) }
}
export type FoundLog = NonNullable<Awaited<ReturnType<typeof findLog>>>

export async function lockLog(tx: Tx, actor: Actor, logId: string): Promise<Locked<FoundLog> | undefined> {
  await tx.selectFrom('placementLog').select('id').where('id', '=', logId).forUpdate().executeTakeFirst()
  const log = await findLog(tx, actor, logId)
  return log && { ...log, locked: true }
}

export type Filter = { q: string; state?: string; placementId?: string; week?: string; mine: boolean }
export async function pageOfLogs(tx: Tx, actor: Actor, filter: Filter & Paging) {
  const { q, state, placementId, week, mine } = filter
  const found = visibleLogs(tx, actor)
    .$if(placementId !== undefined, (all) => all.where('placement.id', '=', placementId!))
    .$if(week !== undefined, (all) => all.where('placementLog.week', '=', week!))
    .$if(mine, (all) => all.where('placement.supervisorId', 'in', tx.selectFrom('teacher').select('id').where('accountId', '=', actor.accountId)))
    .$if(state === 'unread', (all) => all.where('placementLog.readAt', 'is', null))
    .$if(state === 'read', (all) => all.where('placementLog.readAt', 'is not', null))
    .$if(state === 'asks', (all) => all.where('placementLog.readAt', 'is', null).where('placementLog.question', '<>', ''))
    .$if(state === 'copied', (all) => all.where(sql<boolean>`exists (select from placement_log_twin w where w.log_id = placement_log.id)`))
    .$if(q !== '', (all) =>
      all.where((one) =>
        one.or([
          one('placement.studentId', 'in', tx.selectFrom('student').select('id').where((student) => student.or([student('name', 'like', `${q}%`), student('studentNumber', 'like', `${q}%`)]))),
          one('placement.organisationId', 'in', tx.selectFrom('organisation').select('id').where('name', 'like', `%${q}%`)),
        ]),
      ),
    )
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const ids = found.select('placementLog.id').orderBy('placementLog.week', 'desc').orderBy('placementLog.id', 'desc').limit(filter.size).offset((filter.page - 1) * filter.size)
  const rows = await joined(tx, actor)
    .leftJoin('teacher', 'teacher.id', 'placement.supervisorId')
    .select(['placementLog.id', 'placementLog.placementId', 'placementLog.week', 'placementLog.sentAt', 'placementLog.readAt'])
    .select(['student.name as studentName', 'student.studentNumber', 'cohort.name as cohortName', 'firm.name as unitName', 'teacher.name as supervisorName'])
    .select(sql<string>`left(placement_log.did, 60)`.as('excerpt'))
    .select(sql<boolean>`placement_log.question <> ''`.as('asks'))
    .select(sql<number>`(select count(*)::int from placement_log_photo p where p.log_id = placement_log.id)`.as('photos'))
    .select(sql<number>`(select coalesce(sum(h.hours), 0)::float8 from placement_log_hours h where h.log_id = placement_log.id)`.as('hours'))
    .select(sql<number>`(select count(*)::int from placement_log_twin w where w.log_id = placement_log.id)`.as('twins'))
    .where('placementLog.id', 'in', ids)
    .orderBy('placementLog.week', 'desc')
    .orderBy('placementLog.id', 'desc')
    .execute()
  return { rows, total }
}

/** The log before and after it. */
export async function findNeighbours(tx: Tx, { placementId, week }: { placementId: string; week: string }) {
  const logs = tx.selectFrom('placementLog').select('id').where('placementId', '=', placementId)
  const previous = await logs.where('week', '<', week).orderBy('week', 'desc').limit(1).executeTakeFirst()
  const next = await logs.where('week', '>', week).orderBy('week').limit(1).executeTakeFirst()
  return { previousId: previous?.id ?? null, nextId: next?.id ?? null }
}

export const listTasksOf = (tx: Tx, placementId: string) => tx.selectFrom('taskCard').select(['id', 'title', 'state']).where('placementId', '=', placementId).orderBy('position').execute()
/** Every hour of a placement that was logged, by task. */
export const listHoursOf = (tx: Tx, placementId: string) =>
  tx
    .selectFrom('placementLogHours')
    .innerJoin('placementLog', 'placementLog.id', 'placementLogHours.logId')
    .leftJoin('taskCard', 'taskCard.id', 'placementLogHours.taskId')
    .select(['placementLogHours.taskId', 'taskCard.title', (one) => one.fn.sum<number>('placementLogHours.hours').as('hours')])
    .where('placementLog.placementId', '=', placementId)
    .groupBy(['placementLogHours.taskId', 'taskCard.title'])
    .execute()

type Values = { did: string; learnt: string; question: string; sendId: string }
export async function insertLog(tx: Tx, log: Values & { placementId: string; week: string }, now: Date) {
  const { id } = await tx.insertInto('placementLog').values({ ...log, sentAt: now, changedAt: now }).returning('id').executeTakeFirstOrThrow()
  return id
}
export async function updateLog(tx: Tx, logId: string, log: Values, now: Date) {
  await tx.updateTable('placementLog').set((row) => ({ ...log, changedAt: now, version: row('version', '+', 1) })).where('id', '=', logId).execute()
}
export async function updateRead(tx: Tx, logId: string, read: { readAt: Date; readBy: string; comment: string | null }) {
  const { version } = await tx.updateTable('placementLog').set((row) => ({ ...read, version: row('version', '+', 1) })).where('id', '=', logId).returning('version').executeTakeFirstOrThrow()
  return version
}
export async function replaceHours(tx: Tx, logId: string, hours: readonly { taskId: string | null; hours: number }[], fresh: boolean) {
  if (!fresh) await tx.deleteFrom('placementLogHours').where('logId', '=', logId).execute()
  if (hours.length > 0) await tx.insertInto('placementLogHours').values(hours.map((one) => ({ ...one, logId }))).execute()
}
