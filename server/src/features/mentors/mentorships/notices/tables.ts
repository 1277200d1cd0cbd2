import { hasRole, type Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'

export const insertObjection = async (tx: Tx, objection: { mentorshipId: string; name: string; contact: string; body: string; dueAt: Date; createdAt: Date }) => (await tx.insertInto('mentorObjection').values(objection).returning('id').executeTakeFirstOrThrow()).id
export const listObjections = (tx: Tx, mentorshipId: string) => tx.selectFrom('mentorObjection').selectAll().where('mentorshipId', '=', mentorshipId).orderBy('createdAt').execute()
export async function lockObjection(tx: Tx, actor: Actor, objectionId: string) {
  if (!hasRole(actor, 'school_contact')) return undefined
  return tx
    .selectFrom('mentorObjection')
    .innerJoin('mentorship', 'mentorship.id', 'mentorObjection.mentorshipId')
    .select(['mentorObjection.id', 'mentorObjection.mentorshipId', 'mentorObjection.answeredAt', 'mentorship.schoolId'])
    .where('mentorObjection.id', '=', objectionId)
    .where('mentorship.schoolId', '=', actor.organisationId)
    .forUpdate('mentorObjection')
    .executeTakeFirst()
}
export async function updateObjection(tx: Tx, objectionId: string, change: { answer: string; answeredAt: Date; answeredBy: string }) {
  await tx.updateTable('mentorObjection').set(change).where('id', '=', objectionId).execute()
}
