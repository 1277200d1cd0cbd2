import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'

export async function insertObjection(tx: Tx, values: { roundId: string; studentId: string | null; name?: string; contact?: string; body: string; dueAt: Date; createdAt: Date }) {
  return tx.insertInto('objection').values(values).returning('id').executeTakeFirstOrThrow()
}

export async function listObjections(tx: Tx, roundId: string, studentId?: string) {
  return tx
    .selectFrom('objection')
    .leftJoin('student', 'student.id', 'objection.studentId')
    .select(['objection.id', 'student.name as studentName', 'objection.name', 'objection.contact', 'objection.body', 'objection.state', 'objection.answer', 'objection.createdAt', 'objection.dueAt'])
    .where('objection.roundId', '=', roundId)
    .$if(studentId !== undefined, (query) => query.where('objection.studentId', '=', studentId!))
    .orderBy('objection.createdAt')
    .execute()
}

/** An objection to a round of the office's alliance. */
export async function lockObjection(tx: Tx, actor: Actor, objectionId: string) {
  if (!hasRole(actor, 'secretariat')) return undefined
  return tx
    .selectFrom('objection')
    .innerJoin('round', 'round.id', 'objection.roundId')
    .leftJoin('student', 'student.id', 'objection.studentId')
    .select(['objection.id', 'objection.state', 'objection.roundId', 'round.allianceId', 'round.title', 'student.accountId'])
    .where('objection.id', '=', objectionId)
    .where('round.allianceId', '=', actor.allianceId)
    .forUpdate('objection')
    .executeTakeFirst()
}

export async function updateObjection(tx: Tx, objectionId: string, change: { answer: string; answeredBy: string; answeredAt: Date }) {
  await tx.updateTable('objection').set({ ...change, state: 'answered' }).where('id', '=', objectionId).execute()
}
