import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'

/** Everything a round's page counts, in one query. Marks are the dear part: `wished` and `scored` stay 0 for a step that does not ask. */
export async function countRound(tx: Tx, roundId: string, { marks = true } = {}) {
  const { rows } = await sql<Record<string, string | number>>`
    with lists as (select state, count(*) as n from wish_list where round_id = ${roundId} group by state),
    posts as (select post_id, seats, reserves, scoring from round_post where round_id = ${roundId} and suspended_at is null),
    wanted as (
      select w.post_id, count(*) as wishes,
        count(*) filter (where a.refused is not null or (p.scoring = 'rank' and a.rank is not null)
          or (p.scoring = 'score' and (r.weight_interview = 0 or a.interview is not null) and (r.weight_certificate = 0 or a.certificate is not null))) as done
      from wish w
      join round r on r.id = w.round_id
      join posts p on p.post_id = w.post_id
      join wish_list l on l.round_id = w.round_id and l.student_id = w.student_id and l.state = 'submitted'
      left join applicant_score a on a.round_id = w.round_id and a.post_id = w.post_id and a.student_id = w.student_id
      where w.round_id = ${roundId} group by w.post_id),
    results as (select count(post_id) as placed, count(*) filter (where answer = 'accepted') as accepted, count(*) filter (where answer = 'declined') as declined
      from round_result where round_id = ${roundId})
    select
      (select count(*) from round_cohort where round_id = ${roundId}) as cohorts,
      (select coalesce(sum(c.students_here), 0) from round_cohort rc join cohort c on c.id = rc.cohort_id where rc.round_id = ${roundId}) as students,
      coalesce((select n from lists where state = 'submitted'), 0) as submitted,
      coalesce((select n from lists where state = 'draft'), 0) as drafts,
      (select count(*) from posts) as posts,
      (select coalesce(sum(seats), 0) from posts) as seats,
      (select coalesce(sum((reserve ->> 'seats')::int), 0) from posts, jsonb_array_elements(reserves) as reserve) as reserved,
      case when ${marks}::boolean then (select count(*) from wanted) else 0 end as wished,
      case when ${marks}::boolean then (select count(*) from wanted where done = wishes) else 0 end as scored,
      (select placed from results) as placed,
      (select accepted from results) as accepted,
      (select declined from results) as declined,
      (select count(*) from objection where round_id = ${roundId}) as objections,
      (select count(*) from objection where round_id = ${roundId} and state = 'open') as open_objections,
      (select count(*) from round_run where round_id = ${roundId} and state = 'running') as running`.execute(tx)
  return Object.fromEntries(Object.entries(rows[0]!).map(([key, value]) => [key, Number(value)])) as Record<
    'cohorts' | 'students' | 'submitted' | 'drafts' | 'posts' | 'seats' | 'reserved' | 'wished' | 'scored' | 'placed' | 'accepted' | 'declined' | 'objections' | 'openObjections' | 'running',
    number
  >
}

/** Schools and firms (with those who speak for them) that a round concerns: for the inbox. */
export async function listParties(tx: Tx, roundId: string) {
  const schools = await tx
    .selectFrom('roundCohort')
    .innerJoin('cohort', 'cohort.id', 'roundCohort.cohortId')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .select('programme.schoolId')
    .distinct()
    .where('roundCohort.roundId', '=', roundId)
    .execute()
  const firms = await tx
    .selectFrom('roundPost')
    .innerJoin('need', 'need.id', 'roundPost.postId')
    .select('need.organisationId')
    .distinct()
    .where('roundPost.roundId', '=', roundId)
    .execute()
  return { schoolIds: schools.map((row) => row.schoolId), firmIds: firms.map((row) => row.organisationId) }
}
