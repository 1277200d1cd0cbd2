import type { Tx } from '../../../../kernel/db.ts'

export const listMilestones = (tx: Tx, dealId: string) => tx.selectFrom('dealMilestone').select(['id', 'title', 'dueOn', 'amount', 'evidence', 'reachedOn']).where('dealId', '=', dealId).orderBy('position').orderBy('id').execute()

/** What was reached stays as it was; what is still to come is planned anew. */
export async function replaceOpen(tx: Tx, dealId: string, milestones: readonly { title: string; dueOn: string; amount: number }[]) {
  await tx.deleteFrom('dealMilestone').where('dealId', '=', dealId).where('reachedOn', 'is', null).execute()
  const { last } = await tx.selectFrom('dealMilestone').select((one) => one.fn.coalesce(one.fn.max('position'), one.lit(0)).as('last')).where('dealId', '=', dealId).executeTakeFirstOrThrow()
  if (milestones.length > 0) await tx.insertInto('dealMilestone').values(milestones.map((one, at) => ({ ...one, dealId, position: Number(last) + at + 1 }))).execute()
}

export async function updateReached(tx: Tx, dealId: string, id: string, how: { evidence: string; reachedOn: string; reachedBy: string }) {
  const result = await tx.updateTable('dealMilestone').set(how).where('id', '=', id).where('dealId', '=', dealId).where('reachedOn', 'is', null).executeTakeFirst()
  return Number(result.numUpdatedRows)
}

export const listReceipts = (tx: Tx, dealId: string) => tx.selectFrom('dealReceipt').select(['id', 'receivedOn', 'amount', 'voucher']).where('dealId', '=', dealId).orderBy('receivedOn').orderBy('id').execute()
export async function insertReceipt(tx: Tx, receipt: { dealId: string; receivedOn: string; amount: number; voucher: string; writtenBy: string; writtenAt: Date }) {
  await tx.insertInto('dealReceipt').values(receipt).execute()
}
