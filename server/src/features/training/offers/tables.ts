import type { Tx } from '../../../kernel/db.ts'

type NewOffer = { memberId: string; postTitle: string; pay: number; place: string; startsOn: string; replyUntil: Date; note: string; madeBy: string | null; madeAt: Date }
/** Once more after it lapsed: the same row, as it is offered now. */
export const insertOffer = (tx: Tx, offer: NewOffer) =>
  tx.insertInto('classOffer').values(offer).onConflict((conflict) => conflict.column('memberId').doUpdateSet({ ...offer, answer: null, answeredAt: null })).execute()
export const answerOffer = (tx: Tx, memberId: string, answer: { answer: 'accepted' | 'declined'; reasonCode: string | null; reason: string | null; answeredBy: string; answeredAt: Date }) =>
  tx.updateTable('classOffer').set(answer).where('memberId', '=', memberId).execute()
export const listLapsed = async (tx: Tx, now: Date) =>
  (await tx.selectFrom('classOffer').innerJoin('classMember', 'classMember.id', 'classOffer.memberId').select('classMember.id').where('classMember.state', '=', 'offered').where('classOffer.replyUntil', '<=', now).execute()).map(({ id }) => id)
