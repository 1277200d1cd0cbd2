import { sql } from 'kysely'
import type { Tx } from '../../../../kernel/db.ts'

/** Facts of firms as the product knows them, counted on the spot, in one query for one firm or all. */
const facts = (tx: Tx, allianceId: string) =>
  tx
    .selectFrom('organisation')
    .leftJoin('membership', (join) => join.onRef('membership.organisationId', '=', 'organisation.id').on('membership.allianceId', '=', allianceId).on('membership.state', '=', 'active'))
    .select(['organisation.id', 'organisation.name', 'organisation.kind', 'organisation.industryCode as industry', 'organisation.size', 'organisation.staffCount as staff', 'organisation.divisionCode as division', 'organisation.town', 'membership.seat', 'membership.id as membershipId'])
    .select([
      sql<boolean>`organisation.dishonest_since is null and organisation.safety_violation_on is null`.as('honest'),
      sql<boolean>`exists (select from representation r join organisation s on s.id = r.speaker_id where r.organisation_id = organisation.id and s.kind = 'park')`.as('park'),
      sql<number>`(select count(*) from need n where n.organisation_id = organisation.id and n.kind = 'post' and n.state in ('open', 'stale'))`.as('openPosts'),
      sql<number>`(select count(*) from need n where n.organisation_id = organisation.id and n.kind in ('technology', 'service') and n.state in ('open', 'answered', 'settling'))`.as('openNeeds'),
      sql<number>`(select count(*) from round_result rr join round on round.id = rr.round_id join need n on n.id = rr.post_id where n.organisation_id = organisation.id and round.state in ('publicity', 'confirming', 'closed'))`.as('interns'),
    ])

export type FirmFacts = Awaited<ReturnType<typeof findFacts>>
export const findFacts = (tx: Tx, organisationId: string, allianceId: string) => facts(tx, allianceId).where('organisation.id', '=', organisationId).executeTakeFirstOrThrow()
/** The enterprises of an alliance. */
export const listFacts = (tx: Tx, allianceId: string) => facts(tx, allianceId).where('organisation.kind', '=', 'enterprise').where('membership.id', 'is not', null).orderBy('organisation.protocolOrder').orderBy('organisation.id').execute()

export async function findFirm(tx: Tx, organisationId: string) {
  return tx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind'])
    .select([
      sql<string[]>`array(select r.speaker_id::text from representation r where r.organisation_id = organisation.id)`.as('speakers'),
      sql<string[]>`array(select m.alliance_id::text from membership m where m.organisation_id = organisation.id and m.state = 'active' order by m.approved_at, m.id)`.as('allianceIds'),
    ])
    .where('id', '=', organisationId)
    .executeTakeFirst()
}
