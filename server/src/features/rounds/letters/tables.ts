import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'

/** Why each wish came out as it did, in order, with the names a letter says. */
export async function listOutcomes(tx: Tx, roundId: string, studentId: string) {
  const kept = await tx.selectFrom('wishOutcome').select('outcomes').where('roundId', '=', roundId).where('studentId', '=', studentId).executeTakeFirst()
  const outcomes = (kept?.outcomes ?? []) as { choice: number; post: string; code: string; [fact: string]: unknown }[]
  if (outcomes.length === 0) return []
  const posts = await tx
    .selectFrom('need')
    .innerJoin('organisation', 'organisation.id', 'need.organisationId')
    .innerJoin('roundPost', (join) => join.onRef('roundPost.postId', '=', 'need.id').on('roundPost.roundId', '=', roundId))
    .leftJoin('applicantScore', (join) =>
      join.onRef('applicantScore.roundId', '=', 'roundPost.roundId').onRef('applicantScore.postId', '=', 'roundPost.postId').on('applicantScore.studentId', '=', studentId),
    )
    .select([
      'need.id as postId',
      'need.number',
      'need.title as postTitle',
      'need.titleEn as postTitleEn',
      'organisation.name as organisationName',
      'organisation.nameEn as organisationNameEn',
      'roundPost.scoring',
      'applicantScore.refused',
    ])
    .where('need.number', 'in', outcomes.map(({ post }) => post))
    .execute()
  const postOf = new Map(posts.map((post) => [post.number, post]))
  return outcomes.map(({ choice, post, code, mark: _forTheSeatReport, ...facts }) => ({ ...postOf.get(post)!, choice, reason: code, facts }))
}

export async function findPlacedPost(tx: Tx, postId: string) {
  return tx
    .selectFrom('post')
    .innerJoin('need', 'need.id', 'post.needId')
    .innerJoin('organisation', 'organisation.id', 'need.organisationId')
    .select(['need.title as postTitle', 'need.titleEn as postTitleEn', 'organisation.name as organisationName', 'post.startsOn', 'post.endsOn', 'post.payMin', 'post.payMax', 'post.payPeriod'])
    .select(['post.shift', 'post.hoursPerDay', 'post.lodging', 'post.address', 'post.town', 'post.mentorName'])
    .where('post.needId', '=', postId)
    .executeTakeFirstOrThrow()
}

export async function pageOfResults(tx: Tx, actor: Actor, roundId: string, query: Paging & { placed?: 'yes' | 'no'; answer?: string; q?: string }) {
  const filtered = tx
    .selectFrom('roundResult')
    .innerJoin('student', 'student.id', 'roundResult.studentId')
    .innerJoin('organisation as school', 'school.id', 'student.schoolId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .leftJoin('need', 'need.id', 'roundResult.postId')
    .leftJoin('organisation as firm', 'firm.id', 'need.organisationId')
    .where('roundResult.roundId', '=', roundId)
    .$if(hasRole(actor, 'school_contact', 'teacher'), (rows) => rows.where('student.schoolId', '=', actor.organisationId))
    .$if(query.placed === 'yes', (rows) => rows.where('roundResult.postId', 'is not', null))
    .$if(query.placed === 'no', (rows) => rows.where('roundResult.postId', 'is', null))
    .$if(query.answer === 'none', (rows) => rows.where('roundResult.answer', 'is', null))
    .$if(query.answer === 'accepted' || query.answer === 'declined', (rows) => rows.where('roundResult.answer', '=', query.answer!))
    .$if(Boolean(query.q), (rows) =>
      rows.where((row) => row.or([row('student.name', 'like', `%${query.q}%`), row('roundResult.letterNumber', 'like', `%${query.q}%`), row('need.title', 'like', `%${query.q}%`)])),
    )
  const { total } = await filtered.select((row) => row.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await filtered
    .select(['roundResult.studentId', 'student.name', 'school.name as schoolName', 'cohort.name as cohortName', 'roundResult.letterNumber', 'need.title as postTitle'])
    .select(['firm.name as organisationName', 'roundResult.choice', 'roundResult.seat', 'roundResult.answer', 'roundResult.readAt'])
    .orderBy('roundResult.letterNumber')
    .limit(query.size)
    .offset((query.page - 1) * query.size)
    .execute()
  return { rows, total }
}

export async function summariseResults(tx: Tx, actor: Actor, roundId: string) {
  const own = hasRole(actor, 'school_contact', 'teacher') ? sql`and s.school_id = ${actor.organisationId}` : sql``
  const { rows: bySchool } = await sql<{ schoolName: string; applicants: number; placed: number; first: number }>`
    select o.name as school_name, count(*)::int as applicants, count(r.post_id)::int as placed, count(*) filter (where r.choice = 1)::int as first
    from round_result r join student s on s.id = r.student_id join organisation o on o.id = s.school_id
    where r.round_id = ${roundId} ${own} group by o.id order by o.protocol_order, o.id`.execute(tx)
  const { rows: byChoice } = await sql<{ choice: number; students: number }>`
    select r.choice, count(*)::int as students from round_result r join student s on s.id = r.student_id
    where r.round_id = ${roundId} and r.choice is not null ${own} group by r.choice order by r.choice`.execute(tx)
  const { rows: byPost } = await sql<{ postId: string; title: string; organisationName: string; seats: number; filled: number; applicants: number }>`
    select c.post_id, n.title, o.name as organisation_name, sum(c.seats)::int as seats, sum(c.filled)::int as filled, max(c.applicants)::int as applicants
    from round_cutoff c join need n on n.id = c.post_id join organisation o on o.id = n.organisation_id
    where c.round_id = ${roundId} group by c.post_id, n.title, n.number, o.name, o.protocol_order order by o.protocol_order, n.number`.execute(tx)
  const { rows: reserves } = await sql<{ postId: string; title: string; organisationName: string; tag: string; seats: number; guarantee: number; additional: number }>`
    select c.post_id, n.title, o.name as organisation_name, c.seat as tag, c.seats, c.tagged_guarantee as guarantee, c.tagged_additional as additional
    from round_cutoff c join need n on n.id = c.post_id join organisation o on o.id = n.organisation_id
    where c.round_id = ${roundId} and c.seat <> 'open' and c.tagged_guarantee is not null order by o.protocol_order, n.number, c.seat`.execute(tx)
  return { bySchool, byChoice, byPost, reserves }
}

export async function listClosings(tx: Tx, roundId: string) {
  return tx
    .selectFrom('roundClosing')
    .innerJoin('need', 'need.id', 'roundClosing.postId')
    .select(['roundClosing.postId', 'need.title', 'roundClosing.step', 'roundClosing.had', 'roundClosing.minimum'])
    .where('roundId', '=', roundId)
    .orderBy('roundClosing.step')
    .execute()
}

/** How far each limit was used, with the names of whom it speaks of exactly. */
export async function listLimitUses(tx: Tx, roundId: string) {
  return tx
    .selectFrom('roundLimitUse')
    .leftJoin('organisation as firm', 'firm.id', 'roundLimitUse.organisationId')
    .leftJoin('organisation as school', 'school.id', 'roundLimitUse.schoolId')
    .select(['roundLimitUse.position', 'roundLimitUse.organisationId', 'roundLimitUse.used', 'roundLimitUse.most', 'firm.name as firm', 'school.name as school'])
    .where('roundId', '=', roundId)
    .orderBy('roundLimitUse.position')
    .orderBy('roundLimitUse.used', 'desc')
    .orderBy('firm.protocolOrder')
    .orderBy('school.protocolOrder')
    .execute()
}

/** Schools with as many at the post as one may have. */
export async function listFullSchools(tx: Tx, roundId: string, postId: string, most: number) {
  const rows = await tx
    .selectFrom('roundResult')
    .innerJoin('student', 'student.id', 'roundResult.studentId')
    .innerJoin('organisation', 'organisation.id', 'student.schoolId')
    .select('organisation.name')
    .where('roundResult.roundId', '=', roundId)
    .where('roundResult.postId', '=', postId)
    .groupBy('organisation.id')
    .having((row) => row.fn.countAll(), '>=', most)
    .orderBy('organisation.protocolOrder')
    .execute()
  return rows.map(({ name }) => name)
}

export async function listCutOffs(tx: Tx, roundId: string, postId: string) {
  return tx.selectFrom('roundCutoff').selectAll().where('roundId', '=', roundId).where('postId', '=', postId).orderBy('seat').execute()
}

const scoreAt = sql<number>`(wish_outcome.outcomes -> (round_result.choice - 1) ->> 'mark')::int`

export async function listAdmitted(tx: Tx, roundId: string, postId: string) {
  return tx
    .selectFrom('roundResult')
    .innerJoin('student', 'student.id', 'roundResult.studentId')
    .innerJoin('organisation as school', 'school.id', 'student.schoolId')
    .innerJoin('wishOutcome', (join) => join.onRef('wishOutcome.roundId', '=', 'roundResult.roundId').onRef('wishOutcome.studentId', '=', 'roundResult.studentId'))
    .select(['roundResult.studentId', 'student.name', 'school.name as schoolName', 'roundResult.choice', 'roundResult.seat', 'roundResult.answer'])
    .select(scoreAt.as('score'))
    .where('roundResult.roundId', '=', roundId)
    .where('roundResult.postId', '=', postId)
    .orderBy(scoreAt, 'desc')
    .orderBy('roundResult.lottery')
    .execute()
}

export async function countOtherOutcomes(tx: Tx, roundId: string, postId: string) {
  const { rows } = await sql<{ reason: string; students: number }>`
    select o.outcomes -> (w.rank - 1) ->> 'code' as reason, count(*)::int as students
    from wish w join wish_outcome o on o.round_id = w.round_id and o.student_id = w.student_id
    where w.round_id = ${roundId} and w.post_id = ${postId} and o.outcomes -> (w.rank - 1) ->> 'code' <> 'placed'
    group by 1 order by 1`.execute(tx)
  return rows
}

export async function findSchoolMark(tx: Tx, studentId: string) {
  const row = await tx.selectFrom('student').select('schoolMark').where('id', '=', studentId).executeTakeFirst()
  return row?.schoolMark ?? null
}

export async function findPlacement(tx: Tx, roundId: string, studentId: string) {
  return tx.selectFrom('roundResult').select(['postId', 'letterNumber']).where('roundId', '=', roundId).where('studentId', '=', studentId).executeTakeFirst()
}

/** Those of these posts that the round has. */
export async function listWanted(tx: Tx, roundId: string, postIds: readonly string[]) {
  if (postIds.length === 0) return []
  return tx
    .selectFrom('roundPost')
    .innerJoin('need', 'need.id', 'roundPost.postId')
    .select(['need.id', 'need.number', 'need.title'])
    .where('roundPost.roundId', '=', roundId)
    .where('need.id', 'in', [...postIds])
    .execute()
}
