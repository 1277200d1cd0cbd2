import type { Tx } from '../../../../kernel/db.ts'

export const listRules = (tx: Tx) => tx.selectFrom('registrationRule').select(['id', 'title', 'validFrom', 'validUntil', 'decisionDays']).orderBy('validFrom', 'desc').execute()
export type Rule = Awaited<ReturnType<typeof listRules>>[number]

export const lockRule = (tx: Tx, id: string) => tx.selectFrom('registrationRule').select(['id', 'title', 'validFrom', 'validUntil', 'decisionDays']).where('id', '=', id).forUpdate().executeTakeFirst()
export async function updateRule(tx: Tx, id: string, change: { decisionDays: number; changedAt: Date; changedBy: string }) {
  await tx.updateTable('registrationRule').set(change).where('id', '=', id).execute()
}
