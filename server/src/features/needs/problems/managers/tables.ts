import { sql } from 'kysely'
import type { Tx } from '../../../../kernel/db.ts'

/** Who may manage a need of this alliance: its officers, and the contacts of its platforms; never somebody of the firm itself. */
export async function listManagersFor(tx: Tx, need: { allianceId: string; organisationId: string }) {
  return tx
    .selectFrom('roleGrant')
    .innerJoin('account', 'account.id', 'roleGrant.accountId')
    .leftJoin('organisation', 'organisation.id', 'roleGrant.organisationId')
    .select(['account.id as accountId', 'account.name', 'organisation.name as organisationName'])
    .distinct()
    .where('roleGrant.revokedAt', 'is', null)
    .where('account.disabledAt', 'is', null)
    .where((grant) =>
      grant.or([
        grant.and([grant('roleGrant.role', '=', 'secretariat'), grant('roleGrant.allianceId', '=', need.allianceId)]),
        grant.and([
          grant('roleGrant.role', '=', 'platform_contact'),
          grant('roleGrant.organisationId', '!=', need.organisationId),
          sql<boolean>`exists (select from membership m where m.alliance_id = ${need.allianceId} and m.organisation_id = role_grant.organisation_id and m.state = 'active')`,
        ]),
      ]),
    )
    .orderBy('organisation.name', (order) => order.asc().nullsFirst())
    .orderBy('account.name')
    .orderBy('account.id')
    .execute()
}
