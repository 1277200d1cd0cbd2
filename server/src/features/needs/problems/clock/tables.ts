import type { Tx } from '../../../../kernel/db.ts'

/** Those whose clock ran out or that are past their day; each is locked and looked at again by itself. */
export async function listDueIds(tx: Tx, { now, today }: { now: Date; today: string }) {
  const rows = await tx
    .selectFrom('need')
    .innerJoin('problem', 'problem.needId', 'need.id')
    .select('need.id')
    .where((need) =>
      need.or([
        need.and([need('problem.answerDueAt', '<=', now), need('problem.escalation', '<', 2)]),
        need.and([need('need.state', 'in', ['submitted', 'open']), need('need.kind', '!=', 'post'), need('need.validUntil', '<', today)]),
      ]),
    )
    .orderBy('problem.answerDueAt')
    .orderBy('need.id')
    .execute()
  return rows.map(({ id }) => id)
}
