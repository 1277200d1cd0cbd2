import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'
import { escaped, publicApplications, publicRounds, runningRounds } from '../tables.ts'

export async function listPublishedRounds(tx: Tx, allianceId: string) {
  return publicRounds(tx, allianceId)
    .select(['round.id', 'round.number', 'round.title', 'round.titleEn', 'round.state', 'round.publishedAt', 'round.publicityUntil'])
    .orderBy('round.publishedAt', 'desc')
    .execute()
}

export async function listApplications(tx: Tx, allianceId: string) {
  return publicApplications(tx, allianceId)
    .select(['organisation.id', 'organisation.name', 'organisation.nameEn', 'membership.publicityFrom', 'membership.publicityUntil'])
    .orderBy('membership.publicityUntil')
    .execute()
}

export async function listRunningRounds(tx: Tx, allianceId: string) {
  return runningRounds(tx, allianceId)
    .select(['round.id', 'round.number', 'round.title', 'round.titleEn', 'round.state', 'round.wishesCloseAt', 'round.publicityUntil', 'round.seedCommitment'])
    .select([
      sql<number>`(select count(*) from round_post rp where rp.round_id = round.id)`.as('posts'),
      sql<number>`(select coalesce(sum(rp.seats), 0) from round_post rp where rp.round_id = round.id)`.as('seats'),
    ])
    .orderBy('round.wishesCloseAt')
    .execute()
}

/** Everything of a published round; the page takes what is public, and an objection needs the rest. */
export async function findPublishedRound(tx: Tx, allianceId: string, roundId: string) {
  const row = await publicRounds(tx, allianceId).selectAll('round').where('round.id', '=', roundId).executeTakeFirst()
  return row && { ...row, state: row.state as 'publicity' | 'confirming' | 'closed' }
}

export async function countResults(tx: Tx, roundId: string) {
  return tx
    .selectFrom('roundResult')
    .select([
      (row) => row.fn.countAll<number>().as('applicants'),
      sql<number>`count(*) filter (where choice = 1)`.as('first'),
      sql<number>`count(*) filter (where choice in (2, 3))`.as('topThree'),
      sql<number>`count(*) filter (where choice > 3)`.as('later'),
      sql<number>`count(*) filter (where choice is null)`.as('unplaced'),
    ])
    .where('roundId', '=', roundId)
    .executeTakeFirstOrThrow()
}

/** Letter number, post and choice: no name, no school, no score. Whoever knows the number knows whose it is; nobody else can tell. */
export async function pageOfResults(tx: Tx, roundId: string, filter: { typed: string; group: 'first' | 'topThree' | 'later' | 'unplaced' | '' }, paging: { page: number; size: number }) {
  const like = `%${escaped(filter.typed)}%`
  const filtered = tx
    .selectFrom('roundResult')
    .leftJoin('need', 'need.id', 'roundResult.postId')
    .leftJoin('organisation', 'organisation.id', 'need.organisationId')
    .where('roundResult.roundId', '=', roundId)
    .$if(filter.group === 'first', (rows) => rows.where('roundResult.choice', '=', 1))
    .$if(filter.group === 'topThree', (rows) => rows.where('roundResult.choice', 'in', [2, 3]))
    .$if(filter.group === 'later', (rows) => rows.where('roundResult.choice', '>', 3))
    .$if(filter.group === 'unplaced', (rows) => rows.where('roundResult.choice', 'is', null))
    .$if(filter.typed !== '', (rows) =>
      rows.where((row) =>
        row.or([
          row('roundResult.letterNumber', 'like', `%${escaped(filter.typed.toUpperCase())}%`),
          row('need.title', 'ilike', like),
          row('need.titleEn', 'ilike', like),
          row('organisation.name', 'ilike', like),
          row('organisation.nameEn', 'ilike', like),
        ]),
      ),
    )
  const { total } = await filtered.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await filtered
    .select(['roundResult.letterNumber', 'need.title', 'need.titleEn', 'organisation.name as organisationName', 'organisation.nameEn as organisationNameEn'])
    .select(['roundResult.choice', 'roundResult.seat'])
    .orderBy('roundResult.letterNumber')
    .limit(paging.size)
    .offset((paging.page - 1) * paging.size)
    .execute()
  return { rows, total }
}

export async function countObjections(tx: Tx, roundId: string) {
  return tx
    .selectFrom('objection')
    .select([(row) => row.fn.countAll<number>().as('made'), sql<number>`count(*) filter (where state = 'answered')`.as('answered')])
    .where('roundId', '=', roundId)
    .executeTakeFirstOrThrow()
}

/** The receipt of an objection: whoever holds its number may read until when it is answered, and nothing else. */
export async function findReceipt(tx: Tx, roundId: string, objectionId: string) {
  return tx.selectFrom('objection').select(['id', 'dueAt']).where('roundId', '=', roundId).where('id', '=', objectionId).executeTakeFirst()
}
