import { sql, type SqlBool } from 'kysely'
import type { Tx } from '../../kernel/db.ts'

/**
 * The one place that says what the public may see. Every public query begins with one of these and then names its columns:
 * nobody's telephone, mark or identity is ever among them.
 */

/** The first alliance founded here speaks for the place. */
export async function findPublicAlliance(tx: Tx) {
  return tx.selectFrom('alliance').selectAll().orderBy('createdAt').orderBy('id').limit(1).executeTakeFirst()
}

/** Members as of now; applications, the suspended and those who left are nobody's business. */
export const publicMembers = (tx: Tx, allianceId: string) =>
  tx
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .where('membership.allianceId', '=', allianceId)
    .where('membership.state', '=', 'active')

/** Applications that are on public notice: a name, a kind and two dates. */
export const publicApplications = (tx: Tx, allianceId: string) =>
  tx
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisationId')
    .where('membership.allianceId', '=', allianceId)
    .where('membership.state', '=', 'publicity')
    .where('membership.publicityUntil', 'is not', null)

/** Posts that were verified, are open and have not expired. */
export const publicPosts = (tx: Tx, allianceId: string, today: string) =>
  tx
    .selectFrom('need')
    .innerJoin('post', 'post.needId', 'need.id')
    .innerJoin('organisation', 'organisation.id', 'need.organisationId')
    .where('need.allianceId', '=', allianceId)
    .where('need.state', '=', 'open')
    .where('need.validUntil', '>=', today)

/** Rounds whose result is out. */
export const publicRounds = (tx: Tx, allianceId: string) => tx.selectFrom('round').where('round.allianceId', '=', allianceId).where('round.publishedAt', 'is not', null)

/** Rounds on their way: dates and the commitment of the draw, which has to be public before wishes close. */
export const runningRounds = (tx: Tx, allianceId: string) =>
  tx.selectFrom('round').where('round.allianceId', '=', allianceId).where('round.state', 'in', ['wishing', 'ranking', 'frozen', 'matched'])

/** What is typed into a search, as part of a `like`. */
export const escaped = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&')

/** A directory entry is a name from public reports: neither ours to vouch for nor made up. */
export const isDirectoryEntry = sql<SqlBool>`(not organisation.demo and organisation.uscc is null)`
