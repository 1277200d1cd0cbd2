import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { isOwnOrSpokenFor, type RoundState } from '../tables.ts'

/** A post of a round with whose it is; firms (and who speaks for them) and the office see it. */
export async function findRoundPost(tx: Tx, actor: Actor, roundId: string, postId: string) {
  const row = await tx
    .selectFrom('roundPost')
    .innerJoin('round', 'round.id', 'roundPost.roundId')
    .innerJoin('need', 'need.id', 'roundPost.postId')
    .innerJoin('organisation', 'organisation.id', 'need.organisationId')
    .select(['round.id as roundId', 'round.state', 'round.title as roundTitle', 'round.number as roundNumber', 'round.rankingCloseAt', 'round.publishedAt', 'round.allianceId'])
    .select(['round.weightSchool', 'round.weightInterview', 'round.weightCertificate', 'round.guarantees', 'round.resultDigest', 'round.policy'])
    .innerJoin('post', 'post.needId', 'roundPost.postId')
    .select(['roundPost.postId', 'roundPost.seats', 'roundPost.scoring', 'roundPost.minimum', 'roundPost.schoolCap', 'need.title as postTitle', 'need.organisationId', 'organisation.name as organisationName'])
    .select((post) => post.fn.coalesce('post.divisionCode', 'organisation.divisionCode').as('region'))
    .select((actor.organisationId ? isOwnOrSpokenFor(actor.organisationId) : sql<boolean>`false`).as('mine'))
    .where('roundPost.roundId', '=', roundId)
    .where('roundPost.postId', '=', postId)
    .where('round.state', 'not in', ['draft', 'cancelled'])
    .executeTakeFirst()
  const office = actor.role === 'secretariat' && actor.allianceId === row?.allianceId
  return row && (row.mine || office) ? { ...row, state: row.state as RoundState, scoring: row.scoring as 'score' | 'rank' } : undefined
}
export type RoundPost = NonNullable<Awaited<ReturnType<typeof findRoundPost>>>

/** While scores are saved the round may not be frozen. */
export async function lockRoundPost(tx: Tx, actor: Actor, roundId: string, postId: string): Promise<Locked<RoundPost> | undefined> {
  await tx.selectFrom('round').select('id').where('id', '=', roundId).forShare().execute()
  await tx.selectFrom('roundPost').select('postId').where('roundId', '=', roundId).where('postId', '=', postId).forUpdate().execute()
  const found = await findRoundPost(tx, actor, roundId, postId)
  return found && { ...found, locked: true }
}

/** Who wished for the post. Their other wishes, and how high they ranked this one, stay theirs. */
export async function listApplicants(tx: Tx, roundId: string, postId: string) {
  return tx
    .selectFrom('wish')
    .innerJoin('wishList', (join) => join.onRef('wishList.roundId', '=', 'wish.roundId').onRef('wishList.studentId', '=', 'wish.studentId').on('wishList.state', '=', 'submitted'))
    .innerJoin('student', 'student.id', 'wish.studentId')
    .innerJoin('organisation as school', 'school.id', 'student.schoolId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .leftJoin('applicantScore as score', (join) => join.onRef('score.roundId', '=', 'wish.roundId').onRef('score.postId', '=', 'wish.postId').onRef('score.studentId', '=', 'wish.studentId'))
    .select(['student.id as studentId', 'student.name', 'school.name as schoolName', 'programme.name as programmeName', 'student.certificates', 'student.schoolMark'])
    .select(['score.interview', 'score.certificate', 'score.rank', 'score.refused'])
    .where('wish.roundId', '=', roundId)
    .where('wish.postId', '=', postId)
    .where('student.leftAt', 'is', null)
    .orderBy('school.protocolOrder')
    .orderBy('student.studentNumber')
    .execute()
}

export type ScoreValues = { studentId: string; interview: number | null; certificate: number | null; rank: number | null; refused: string | null }

export async function upsertScores(tx: Tx, roundId: string, postId: string, scoredBy: string, now: Date, scores: readonly ScoreValues[]) {
  for (let start = 0; start < scores.length; start += 2000) {
    await tx
      .insertInto('applicantScore')
      .values(scores.slice(start, start + 2000).map((score) => ({ ...score, roundId, postId, scoredBy, scoredAt: now })))
      .onConflict((conflict) =>
        conflict.columns(['roundId', 'postId', 'studentId']).doUpdateSet((row) => ({
          interview: row.ref('excluded.interview'),
          certificate: row.ref('excluded.certificate'),
          rank: row.ref('excluded.rank'),
          refused: row.ref('excluded.refused'),
          scoredBy: row.ref('excluded.scoredBy'),
          scoredAt: row.ref('excluded.scoredAt'),
        })),
      )
      .execute()
  }
}

/** Where a firm has one score for a student, what it said at one of its posts it said at all that the student wished for. A refusal stays with its post. */
export async function spreadScores(tx: Tx, roundId: string, postId: string, studentIds: readonly string[]) {
  await sql`insert into applicant_score (round_id, post_id, student_id, interview, certificate, scored_by, scored_at)
    select a.round_id, other.id, a.student_id, a.interview, a.certificate, a.scored_by, a.scored_at
    from applicant_score a
    join need said on said.id = a.post_id
    join need other on other.organisation_id = said.organisation_id and other.id <> said.id
    join wish w on w.round_id = a.round_id and w.post_id = other.id and w.student_id = a.student_id
    where a.round_id = ${roundId} and a.post_id = ${postId} and a.refused is null and a.student_id = any(${studentIds as string[]}::uuid[])
    on conflict (round_id, post_id, student_id) do update
      set interview = excluded.interview, certificate = excluded.certificate, scored_by = excluded.scored_by, scored_at = excluded.scored_at`.execute(tx)
}

/** Posts of my organisation, or of the firms I speak for, in rounds. */
export async function listMyPosts(tx: Tx, actor: Actor) {
  const rows = await tx
    .selectFrom('roundPost')
    .innerJoin('round', 'round.id', 'roundPost.roundId')
    .innerJoin('need', 'need.id', 'roundPost.postId')
    .select(['round.id as roundId', 'round.title as roundTitle', 'round.number as roundNumber', 'round.state', 'round.rankingCloseAt', 'round.publishedAt', 'roundPost.postId', 'need.title', 'roundPost.seats'])
    .select([
      sql<number>`(select count(*)::int from wish w join wish_list l using (round_id, student_id) where w.round_id = round.id and w.post_id = need.id and l.state = 'submitted')`.as('applicants'),
      sql<number>`(select count(*)::int from applicant_score a where a.round_id = round.id and a.post_id = need.id)`.as('scored'),
    ])
    .where(isOwnOrSpokenFor(actor.organisationId!))
    .where('round.state', 'not in', ['draft', 'cancelled'])
    .orderBy('round.createdAt', 'desc')
    .orderBy('need.number')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as RoundState }))
}
