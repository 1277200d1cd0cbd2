import type { Tx } from '../../../../kernel/db.ts'

export async function insertAccess(tx: Tx, access: { achievementId: string; organisationId: string; source: string; grantedAt: Date; grantedBy: string | null }) {
  const result = await tx.insertInto('achievementAccess').values(access).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0)
}

export async function deleteAccess(tx: Tx, { achievementId, organisationId, source }: { achievementId: string; organisationId: string; source: string }) {
  const result = await tx.deleteFrom('achievementAccess').where('achievementId', '=', achievementId).where('organisationId', '=', organisationId).where('source', '=', source).executeTakeFirst()
  return Number(result.numDeletedRows)
}
