import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import { isOwnOrSpokenFor, type Reserve } from '../tables.ts'

/** Posts of the round; `all` offers every open post of the alliance as well. A firm sees its own. */
export async function listPosts(tx: Tx, actor: Actor, round: { id: string; allianceId: string }, all: boolean) {
  const own = hasRole(actor, 'enterprise_contact', 'park_contact', 'association_contact', 'platform_contact')
  const rows = await tx
    .selectFrom('need')
    .innerJoin('post', 'post.needId', 'need.id')
    .innerJoin('organisation', 'organisation.id', 'need.organisationId')
    .leftJoin('roundPost', (join) => join.onRef('roundPost.postId', '=', 'need.id').on('roundPost.roundId', '=', round.id))
    .select(['need.id as postId', 'need.number', 'need.title', 'organisation.id as organisationId', 'organisation.name as organisationName', 'post.seats as offered'])
    .select(['roundPost.seats', 'roundPost.reserves', 'roundPost.minimum', 'roundPost.target', 'roundPost.schoolCap', 'roundPost.scoring', 'roundPost.suspendRule'])
    .select((need) => [
      need('roundPost.roundId', 'is not', null).as('chosen'),
      sql<number>`(select count(*) from wish w join wish_list l using (round_id, student_id) where w.round_id = ${round.id} and w.post_id = need.id and l.state = 'submitted')`.as('wishes'),
      sql<number>`(select count(*) from wish w join wish_list l using (round_id, student_id) where w.round_id = ${round.id} and w.post_id = need.id and w.rank = 1 and l.state = 'submitted')`.as('firstWishes'),
      sql<number>`(select count(*) from applicant_score a where a.round_id = ${round.id} and a.post_id = need.id)`.as('scored'),
      sql<number>`(select count(*) from round_result x where x.round_id = ${round.id} and x.post_id = need.id)`.as('filled'),
    ])
    .where('need.allianceId', '=', round.allianceId)
    .$if(!all, (query) => query.where('roundPost.roundId', 'is not', null))
    .$if(all, (query) => query.where((need) => need.or([need('roundPost.roundId', 'is not', null), need('need.state', '=', 'open')])))
    .$if(own, (query) => query.where(isOwnOrSpokenFor(actor.organisationId!)))
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.id')
    .orderBy('need.number')
    .execute()
  return rows.map((row) => ({ ...row, reserves: (row.reserves ?? []) as Reserve[], minimum: row.minimum ?? 0, chosen: Boolean(row.chosen), scoring: (row.scoring ?? 'score') as 'score' | 'rank' }))
}

export async function listOfferedSeats(tx: Tx, allianceId: string, postIds: readonly string[]) {
  if (postIds.length === 0) return []
  return tx
    .selectFrom('need')
    .innerJoin('post', 'post.needId', 'need.id')
    .select(['need.id', 'post.seats', 'need.state'])
    .where('need.allianceId', '=', allianceId)
    .where('need.id', 'in', [...postIds])
    .execute()
}

export type ChosenPost = { postId: string; seats: number; scoring: 'score' | 'rank'; reserves: readonly Reserve[]; minimum: number; target: number | null; schoolCap: number | null }

export async function replacePosts(tx: Tx, roundId: string, posts: readonly ChosenPost[]) {
  await tx.deleteFrom('roundPost').where('roundId', '=', roundId).execute()
  if (posts.length === 0) return
  const rows = JSON.stringify(posts.map(({ postId, seats, scoring, reserves, minimum, target, schoolCap }) => ({ post_id: postId, seats, scoring, reserves, minimum, target, school_cap: schoolCap })))
  await sql`insert into round_post (round_id, post_id, seats, scoring, reserves, minimum, target, school_cap)
    select ${roundId}::uuid, x.* from jsonb_to_recordset(${rows}::jsonb)
      as x (post_id uuid, seats int, scoring text, reserves jsonb, minimum int, target int, school_cap int)`.execute(tx)
}

/** The posts of a round with what its rule says of each. */
export async function listPostRules(tx: Tx, roundId: string) {
  const rows = await tx
    .selectFrom('roundPost')
    .innerJoin('need', 'need.id', 'roundPost.postId')
    .innerJoin('post', 'post.needId', 'roundPost.postId')
    .innerJoin('organisation', 'organisation.id', 'need.organisationId')
    .select(['roundPost.postId', 'need.number', 'need.title', 'organisation.id as organisationId', 'organisation.name as organisationName'])
    .select(['roundPost.seats', 'roundPost.scoring', 'roundPost.reserves', 'roundPost.minimum', 'roundPost.target', 'roundPost.schoolCap', 'roundPost.suspendedAt', 'roundPost.suspendRule'])
    .select((row) => row.fn.coalesce('post.divisionCode', 'organisation.divisionCode').as('region'))
    .where('roundPost.roundId', '=', roundId)
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.id')
    .orderBy('need.number')
    .execute()
  return rows.map((row) => ({ ...row, reserves: row.reserves as Reserve[], scoring: row.scoring as 'score' | 'rank' }))
}
export type PostRuleRow = Awaited<ReturnType<typeof listPostRules>>[number]

/** What a further round may give: seats that nobody accepted or whose student has left, and of each rule what the accepted have not used up. */
export async function listSeatsLeft(tx: Tx, roundId: string): Promise<ChosenPost[]> {
  const { rows } = await sql<ChosenPost & { taken: number; tagged: Record<string, number> }>`
    select rp.post_id, rp.seats - coalesce(a.taken, 0) as seats, rp.scoring, rp.reserves, greatest(0, rp.minimum - coalesce(a.taken, 0))::int as minimum,
      case when rp.target is not null then greatest(0, rp.target - coalesce(a.taken, 0))::int end as target, rp.school_cap, coalesce(a.tagged, '{}') as tagged
    from round_post rp
    join need n on n.id = rp.post_id
    left join (select post_id, sum(n)::int as taken, jsonb_object_agg(seat, n) as tagged
      from (select post_id, seat, count(*)::int as n from round_result where round_id = ${roundId} and answer = 'accepted' and given_back_at is null group by 1, 2) seats group by 1) a on a.post_id = rp.post_id
    where rp.round_id = ${roundId} and rp.suspended_at is null and n.state in ('open', 'stale')`.execute(tx)
  return rows.filter(({ seats }) => seats > 0).map(({ tagged, ...row }) => {
    let room = row.seats
    const reserves = row.reserves.flatMap(({ tag, seats }) => {
      const left = Math.min(room, seats - (tagged[tag] ?? 0))
      if (left <= 0) return []
      room -= left
      return [{ tag, seats: left }]
    })
    const target = row.target === null ? null : Math.min(row.target, row.seats)
    return { ...row, reserves, minimum: Math.min(row.minimum, row.seats), target }
  })
}
