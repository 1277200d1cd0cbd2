import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'

/** Alliances are public: everybody sees all of them. */
export async function listAllAlliances(tx: Tx) {
  return tx
    .selectFrom('alliance')
    .selectAll('alliance')
    .select((one) =>
      one
        .selectFrom('membership')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .whereRef('membership.allianceId', '=', 'alliance.id')
        .where('membership.state', '=', 'active')
        .as('members'),
    )
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
}

export async function findAlliance(tx: Tx, allianceId: string) {
  return tx.selectFrom('alliance').selectAll().where('id', '=', allianceId).executeTakeFirst()
}

/** The alliance a person of an organisation means when none is named: the one it belongs to, else the first founded. */
export async function findHomeAlliance(tx: Tx, actor: Actor) {
  return tx
    .selectFrom('alliance')
    .leftJoin('membership', (join) => join.onRef('membership.allianceId', '=', 'alliance.id').on('membership.organisationId', '=', actor.organisationId))
    .select('alliance.id')
    .orderBy('membership.id', (order) => order.asc().nullsLast())
    .orderBy('alliance.createdAt')
    .limit(1)
    .executeTakeFirst()
}

type Change = { name?: string; nameEn?: string; foundedOn?: string | null; introduction?: string; introductionEn?: string }

export async function updateAlliance(tx: Tx, allianceId: string, change: Change) {
  if (Object.keys(change).length === 0) return
  await tx.updateTable('alliance').set(change).where('id', '=', allianceId).execute()
}
