import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'

export const insertRetentions = (tx: Tx, rows: readonly { memberId: string; months: number; dueOn: string }[]) =>
  tx.insertInto('classRetention').values([...rows]).onConflict((conflict) => conflict.doNothing()).execute()
/** One's own, held. */
export const lockRetention = (tx: Tx, actor: Actor, id: string) =>
  tx.selectFrom('classRetention').innerJoin('classMember', 'classMember.id', 'classRetention.memberId').select(['classRetention.id', 'classRetention.memberId', 'classRetention.months', 'classRetention.dueOn', 'classRetention.stays', 'classMember.studentId'])
    .where('classRetention.id', '=', id).where('classMember.studentId', '=', actor.studentId).forUpdate('classRetention').executeTakeFirst()
export const answerRetention = (tx: Tx, id: string, answer: { stays: boolean; reasonCode: string | null; note: string | null; answeredBy: string; answeredAt: Date }) => tx.updateTable('classRetention').set(answer).where('id', '=', id).execute()

/** Due, unanswered, and not asked yet or asked too long ago; given up after `until`. */
export const listToAsk = (tx: Tx, today: string, giveUpBefore: string, remindedBefore: Date) =>
  tx.selectFrom('classRetention').innerJoin('classMember', 'classMember.id', 'classRetention.memberId').innerJoin('orderClass', 'orderClass.id', 'classMember.classId').innerJoin('organisation as firm', 'firm.id', 'orderClass.organisationId')
    .innerJoin('student', 'student.id', 'classMember.studentId').leftJoin('account', 'account.id', 'student.accountId')
    .select(['classRetention.id', 'classRetention.memberId', 'classRetention.months', 'classRetention.askedAt', 'firm.name as organisationName', 'orderClass.title', 'student.accountId', 'account.email'])
    .where('classRetention.answeredAt', 'is', null).where('classRetention.dueOn', '<=', today).where('classRetention.dueOn', '>', giveUpBefore)
    .where((one) => one.or([one('classRetention.remindedAt', 'is', null), one('classRetention.remindedAt', '<=', remindedBefore)]))
    .orderBy('classRetention.id').forUpdate('classRetention').execute()
export const markAsked = (tx: Tx, ids: readonly string[], now: Date) =>
  tx.updateTable('classRetention').set({ remindedAt: now, askedAt: sql`coalesce(asked_at, ${now})` }).where(sql<boolean>`id = any(${ids as string[]}::uuid[])`).execute()
