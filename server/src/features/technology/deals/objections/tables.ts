import type { Locked, Tx } from '../../../../kernel/db.ts'

/** A contract by its price that is published: for whoever reads the notice, signed in or not. Held while somebody objects. */
const published = (tx: Tx) =>
  tx
    .selectFrom('deal')
    .innerJoin('organisation as provider', 'provider.id', 'deal.providerId')
    .select(['deal.id', 'deal.number', 'deal.title', 'deal.kind', 'deal.subtype', 'deal.state', 'deal.totalAmount', 'deal.noticeFrom', 'deal.noticeUntil', 'deal.allianceId', 'deal.providerId'])
    .select(['provider.name as providerName', 'provider.nameEn as providerNameEn', 'provider.kind as providerKind'])
    .where('deal.noticeFrom', 'is not', null)
    .where('deal.state', '!=', 'ended')
export const findPublished = (tx: Tx, dealId: string) => published(tx).where('deal.id', '=', dealId).executeTakeFirst()
export type PublishedDeal = NonNullable<Awaited<ReturnType<typeof findPublished>>>
export async function lockPublished(tx: Tx, dealId: string): Promise<Locked<PublishedDeal> | undefined> {
  const row = await published(tx).where('deal.id', '=', dealId).forUpdate('deal').executeTakeFirst()
  return row && { ...row, locked: true }
}

type NewObjection = { number: string; dealId: string; name: string; contact: string; body: string; madeAt: Date; dueAt: Date }
export const insertObjection = async (tx: Tx, objection: NewObjection) => (await tx.insertInto('priceObjection').values(objection).returning('id').executeTakeFirstOrThrow()).id

export const listObjections = (tx: Tx, dealId: string) => tx.selectFrom('priceObjection').selectAll().where('dealId', '=', dealId).orderBy('madeAt').orderBy('number').execute()
export type Objection = Awaited<ReturnType<typeof listObjections>>[number]

export const lockObjection = (tx: Tx, dealId: string, objectionId: string) => tx.selectFrom('priceObjection').selectAll().where('dealId', '=', dealId).where('id', '=', objectionId).forUpdate().executeTakeFirst()

export async function updateObjection(tx: Tx, id: string, answer: { outcome: string; answer: string; answeredBy: string; answeredAt: Date }) {
  await tx.updateTable('priceObjection').set(answer).where('id', '=', id).execute()
}

export const countObjections = (tx: Tx, dealId: string) =>
  tx
    .selectFrom('priceObjection')
    .select((one) => [one.fn.countAll<number>().as('made'), one.fn.count<number>('answeredAt').as('answered')])
    .where('dealId', '=', dealId)
    .executeTakeFirstOrThrow()

/** Whoever holds its number may read what became of it, and nothing else. */
export const findReceipt = (tx: Tx, dealId: string, objectionId: string) =>
  tx.selectFrom('priceObjection').select(['id', 'number', 'dueAt', 'outcome', 'answer', 'answeredAt']).where('dealId', '=', dealId).where('id', '=', objectionId).executeTakeFirst()

/** Those nobody answered in time, with the contract they are about. */
export const listLate = (tx: Tx, now: Date) =>
  tx
    .selectFrom('priceObjection')
    .innerJoin('deal', 'deal.id', 'priceObjection.dealId')
    .innerJoin('organisation as provider', 'provider.id', 'deal.providerId')
    .select(['deal.id', 'deal.number', 'deal.title', 'deal.allianceId', 'provider.name as providerName', 'priceObjection.number as objectionNumber'])
    .where('priceObjection.answeredAt', 'is', null)
    .where('priceObjection.dueAt', '<=', now)
    .orderBy('priceObjection.dueAt')
    .execute()
