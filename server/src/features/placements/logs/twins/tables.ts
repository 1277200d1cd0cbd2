import { sql } from 'kysely'
import type { Tx } from '../../../../kernel/db.ts'

export const findForComparing = (tx: Tx, logId: string) =>
  tx.selectFrom('placementLog').innerJoin('placement', 'placement.id', 'placementLog.placementId').select(['placementLog.id', 'did', 'learnt', 'question', 'bands', 'sentAt', 'placement.schoolId']).where('placementLog.id', '=', logId).executeTakeFirst()
export type Compared = NonNullable<Awaited<ReturnType<typeof findForComparing>>>

/** Logs of the same school that share a band: by the index, not one after the other. */
export const listCandidates = (tx: Tx, { id, schoolId, bands }: Compared) =>
  tx
    .selectFrom('placementLog')
    .innerJoin('placement', 'placement.id', 'placementLog.placementId')
    .select(['placementLog.id', 'did', 'learnt', 'question', 'sentAt'])
    .where(sql<boolean>`placement_log.bands && ${bands}::int[]`)
    .where('placement.schoolId', '=', schoolId)
    .where('placementLog.id', '<>', id)
    .execute()

export async function updateBands(tx: Tx, logId: string, bands: number[]) {
  await tx.updateTable('placementLog').set({ bands }).where('id', '=', logId).execute()
}
export type Twin = { logId: string; twinId: string; similarity: number }
export async function replaceTwins(tx: Tx, logId: string, twins: readonly Twin[]) {
  await tx.deleteFrom('placementLogTwin').where((one) => one.or([one('logId', '=', logId), one('twinId', '=', logId)])).execute()
  if (twins.length > 0) await tx.insertInto('placementLogTwin').values([...twins]).execute()
}

/** Those this log reads like, on either side, the most alike first. */
export const listTwins = (tx: Tx, logId: string) =>
  tx
    .selectFrom('placementLogTwin')
    .innerJoin('placementLog', (join) => join.on(sql<boolean>`placement_log.id = case when placement_log_twin.log_id = ${logId} then placement_log_twin.twin_id else placement_log_twin.log_id end`))
    .innerJoin('placement', 'placement.id', 'placementLog.placementId')
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .select(['placementLog.id', 'did', 'learnt', 'question', 'week', 'sentAt', 'placementLogTwin.similarity', 'placement.studentId', 'student.name as studentName', 'cohort.name as cohortName'])
    .select(sql<boolean>`placement_log_twin.log_id = ${logId}`.as('earlier'))
    .where((one) => one.or([one('placementLogTwin.logId', '=', logId), one('placementLogTwin.twinId', '=', logId)]))
    .orderBy('placementLogTwin.similarity', 'desc')
    .limit(5)
    .execute()
