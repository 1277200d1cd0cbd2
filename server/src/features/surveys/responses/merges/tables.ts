import type { Tx } from '../../../../kernel/db.ts'

/** Lines that were sent and not accepted yet, and accepted ones; those sent back are the firm's. */
export async function recodeLines(tx: Tx, surveyId: string, { from, to }: { from: string; to: string }): Promise<number> {
  const rows = await tx
    .updateTable('surveyLine')
    .set({ occupationCode: to })
    .where('occupationCode', '=', from)
    .where('responseId', 'in', tx.selectFrom('surveyResponse').select('id').where('surveyId', '=', surveyId).where('state', 'in', ['submitted', 'accepted']))
    .returning('id')
    .execute()
  return rows.length
}
