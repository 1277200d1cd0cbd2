import type { Tx } from '../../../../kernel/db.ts'

export const listPromises = (tx: Tx, introductionId: string) =>
  tx
    .selectFrom('confidentiality')
    .innerJoin('organisation', 'organisation.id', 'confidentiality.organisationId')
    .leftJoin('account', 'account.id', 'confidentiality.accountId')
    .select(['side', 'confidentiality.organisationId', 'organisation.name as organisationName', 'account.name as by', 'confirmedAt', 'textSha256', 'textVersion'])
    .where('introductionId', '=', introductionId)
    .orderBy('confirmedAt')
    .orderBy('side')
    .execute()

type Promised = { introductionId: string; side: string; organisationId: string; accountId: string; textVersion: string; textSha256: Buffer; confirmedAt: Date }
export async function insertPromise(tx: Tx, promise: Promised) {
  const result = await tx.insertInto('confidentiality').values(promise).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return Number(result.numInsertedOrUpdatedRows ?? 0)
}
