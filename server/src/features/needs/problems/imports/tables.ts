import { sql } from 'kysely'
import type { Tx } from '../../../../kernel/db.ts'
import { lockProblemAnyhow } from '../tables.ts'

/** The need of this kind and title that a firm has already, unless it has ended. */
export async function lockTwin(tx: Tx, twin: { organisationId: string; kind: string; title: string }) {
  const row = await tx
    .selectFrom('need')
    .select('id')
    .where('organisationId', '=', twin.organisationId)
    .where('kind', '=', twin.kind)
    .where('title', '=', twin.title)
    .where('state', 'not in', ['solved', 'declined', 'withdrawn', 'expired'])
    .orderBy('createdAt')
    .limit(1)
    .executeTakeFirst()
  return row && lockProblemAnyhow(tx, row.id)
}

/** Takes back needs a sheet made, as long as nobody else has worked on them. */
export async function deleteProblems(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return []
  const rows = await tx.deleteFrom('need').where(sql<boolean>`need.id = any(${ids}::uuid[])`).where('need.kind', '!=', 'post').where('need.state', 'in', ['draft', 'submitted']).returning('id').execute()
  return rows.map(({ id }) => id)
}
