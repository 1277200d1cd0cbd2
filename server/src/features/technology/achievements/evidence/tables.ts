import { sql } from 'kysely'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { visibleAchievements } from '../tables.ts'

export const listEvidence = (tx: Tx, achievementId: string) =>
  tx
    .selectFrom('achievementEvidence')
    .select(['id', 'level', 'text'])
    .select(sql<number>`(select count(*)::int from file f where f.subject_type = 'achievement_evidence' and f.subject_id = achievement_evidence.id and f.removed_at is null)`.as('files'))
    .where('achievementId', '=', achievementId)
    .orderBy('level')
    .execute()

export async function upsertEvidence(tx: Tx, achievementId: string, shown: readonly { level: number; text: string }[]) {
  await tx
    .insertInto('achievementEvidence')
    .values(shown.map((one) => ({ ...one, achievementId })))
    .onConflict((conflict) => conflict.columns(['achievementId', 'level']).doUpdateSet((row) => ({ text: row.ref('excluded.text') })))
    .execute()
}

export async function deleteEvidence(tx: Tx, achievementId: string, level: number) {
  const result = await tx.deleteFrom('achievementEvidence').where('achievementId', '=', achievementId).where('level', '=', level).executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** The achievement a piece of evidence belongs to, if this actor sees it. */
export async function findAchievementIdOf(tx: Tx, actor: Actor, evidenceId: string) {
  const row = await visibleAchievements(tx, actor)
    .innerJoin('achievementEvidence', 'achievementEvidence.achievementId', 'achievement.id')
    .select('achievement.id')
    .where('achievementEvidence.id', '=', evidenceId)
    .executeTakeFirst()
  return row?.id
}
