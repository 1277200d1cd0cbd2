import type { Tx } from '../../../kernel/db.ts'

export type Recipient = { accountId: string; name: string; email: string | null; locale: string }

type Seat = { accountId: string | null; role: string | null; organisationId: string | null; allianceId: string | null }

/** The people an item lies with: the one it names, or all who hold the seat. */
export async function listPeopleOf(tx: Tx, seat: Seat): Promise<Recipient[]> {
  const people = tx.selectFrom('account').select(['account.id as accountId', 'account.name', 'account.email', 'account.locale']).where('account.disabledAt', 'is', null)
  if (seat.accountId) return people.where('account.id', '=', seat.accountId).execute()
  return people
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('roleGrant')
          .select('roleGrant.id')
          .whereRef('roleGrant.accountId', '=', 'account.id')
          .where('roleGrant.revokedAt', 'is', null)
          .where('roleGrant.role', '=', seat.role!)
          .$if(seat.allianceId !== null, (query) => query.where('roleGrant.allianceId', '=', seat.allianceId))
          .$if(seat.allianceId === null, (query) => query.where('roleGrant.organisationId', '=', seat.organisationId)),
      ),
    )
    .orderBy('account.name')
    .orderBy('account.id')
    .execute()
}

/** Every open item of everybody who has an e-mail address and wants the digest, the most urgent first. */
export async function listForDigest(tx: Tx) {
  const columns = ['account.id as accountId', 'account.name', 'account.email', 'account.locale', 'inboxItem.id as itemId', 'inboxItem.kind', 'inboxItem.params', 'inboxItem.dueAt'] as const
  const byName = tx
    .selectFrom('inboxItem')
    .innerJoin('account', 'account.id', 'inboxItem.accountId')
    .select(columns)
    .where('inboxItem.closedAt', 'is', null)
    .where('account.digest', '=', true)
    .where('account.disabledAt', 'is', null)
    .where('account.email', 'is not', null)
  const bySeat = tx
    .selectFrom('inboxItem')
    .innerJoin('roleGrant', (join) =>
      join
        .onRef('roleGrant.role', '=', 'inboxItem.role')
        .on(({ or, and, eb, ref }) =>
          or([
            and([eb('inboxItem.allianceId', 'is not', null), eb('roleGrant.allianceId', '=', ref('inboxItem.allianceId'))]),
            and([eb('inboxItem.allianceId', 'is', null), eb('roleGrant.organisationId', '=', ref('inboxItem.organisationId'))]),
          ]),
        ),
    )
    .innerJoin('account', 'account.id', 'roleGrant.accountId')
    .select(columns)
    .where('inboxItem.closedAt', 'is', null)
    .where('roleGrant.revokedAt', 'is', null)
    .where('account.digest', '=', true)
    .where('account.disabledAt', 'is', null)
    .where('account.email', 'is not', null)
  return byName.union(bySeat).orderBy('accountId').orderBy('dueAt', (order) => order.asc().nullsLast()).orderBy('itemId').execute()
}
