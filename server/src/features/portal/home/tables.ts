import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'
import { publicMembers, publicPosts } from '../tables.ts'

/** Kinds in protocol order: that of their first member. */
export async function countMembers(tx: Tx, allianceId: string) {
  return publicMembers(tx, allianceId)
    .select(['organisation.kind', (row) => row.fn.countAll<number>().as('count')])
    .groupBy('organisation.kind')
    .orderBy((row) => row.fn.min('organisation.protocolOrder'))
    .execute()
}

export async function countPosts(tx: Tx, allianceId: string, today: string) {
  const { posts, seats } = await publicPosts(tx, allianceId, today)
    .select((row) => [row.fn.countAll<number>().as('posts'), row.fn.sum<number | null>('post.seats').as('seats')])
    .executeTakeFirstOrThrow()
  return { posts, seats: Number(seats ?? 0) }
}

/** Programmes of member schools, and firms somebody of the alliance speaks for. */
export async function countAround(tx: Tx, allianceId: string) {
  const members = publicMembers(tx, allianceId).select('organisation.id')
  return tx
    .selectNoFrom((row) => [
      row.selectFrom('programme').select(row.fn.countAll<number>().as('n')).where('programme.schoolId', 'in', members).as('programmes'),
      row.selectFrom('representation').select(sql<number>`count(distinct representation.organisation_id)`.as('n')).where('representation.speakerId', 'in', members).as('spokenFor'),
    ])
    .executeTakeFirstOrThrow()
}
