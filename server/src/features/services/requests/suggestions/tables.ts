import { sql } from 'kysely'
import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { ratedOf, runningOf, visibleOffers } from '../../offers/tables.ts'

/** What could answer a service need: open offers of its family in its alliance, never the asker's own. */
export const listCandidates = (tx: Tx, actor: Actor, { allianceId, family, organisationId }: { allianceId: string; family: string | null; organisationId: string }) =>
  visibleOffers(tx, actor)
    .selectAll('serviceOffer')
    .select(['organisation.name as organisationName', 'organisation.kind as organisationKind', runningOf.as('running'), ratedOf.as('rated')])
    .where('serviceOffer.state', '=', 'open')
    .where('serviceOffer.allianceId', '=', allianceId)
    .where('serviceOffer.family', '=', family)
    .where('serviceOffer.organisationId', '!=', organisationId)
    .orderBy('serviceOffer.number')
    .limit(500)
    .execute()

const open = (tx: Tx) => tx.selectFrom('serviceOffer').where('state', '=', 'open')
/** For the matcher: which there are and in which version, whether that is another than before, and their public texts. */
export const listOpenVersions = (tx: Tx) => open(tx).select(['id', 'version']).execute()
export const markOfOpen = (tx: Tx) => open(tx).select(sql<string | null>`sum(hashtextextended(id::text, version))::text`.as('mark')).executeTakeFirstOrThrow()
export const listTexts = (tx: Tx, ids: readonly string[]) => open(tx).select(['id', 'title', 'description', 'audience']).where(sql<boolean>`id = any(${ids}::uuid[])`).execute()
