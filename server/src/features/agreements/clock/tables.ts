import type { Tx } from '../../../kernel/db.ts'

/** In force beyond their last day. */
export const listEnded = (tx: Tx, today: string) => tx.selectFrom('agreement').select('id').where('state', '=', 'concluded').where('endsOn', '<', today).orderBy('id').execute()

/** In force, ending by then, and not yet said so often. */
export const listEnding = (tx: Tx, { kinds, until, days }: { kinds: readonly string[]; until: string; days: number }) =>
  tx
    .selectFrom('agreement')
    .select('id')
    .where('state', '=', 'concluded')
    .where('kind', 'in', [...kinds])
    .where('endsOn', '<=', until)
    .where((one) => one.or([one('warnedDays', 'is', null), one('warnedDays', '>', days)]))
    .orderBy('id')
    .execute()
