import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import type { Reserve } from '../tables.ts'

/** Everybody who submitted, with their wishes in order. */
export async function listSubmitted(tx: Tx, roundId: string) {
  const { rows } = await sql<{ studentId: string; tags: string[]; postIds: string[] }>`
    select l.student_id, s.tags, array_agg(w.post_id order by w.rank) as post_ids
    from wish_list l join student s on s.id = l.student_id join wish w on w.round_id = l.round_id and w.student_id = l.student_id
    where l.round_id = ${roundId} and l.state = 'submitted' and s.left_at is null
    group by l.student_id, s.tags order by l.student_id`.execute(tx)
  return rows
}

export async function listFrozenPosts(tx: Tx, roundId: string) {
  const rows = await tx
    .selectFrom('roundPost')
    .innerJoin('need', 'need.id', 'roundPost.postId')
    .select(['roundPost.postId', 'need.number', 'roundPost.seats', 'roundPost.reserves', 'roundPost.scoring', 'roundPost.suspendedAt', 'roundPost.suspendRule'])
    .where('roundPost.roundId', '=', roundId)
    .orderBy('need.number')
    .execute()
  return rows.map((row) => ({ ...row, reserves: row.reserves as Reserve[], scoring: row.scoring as 'score' | 'rank' }))
}

/** What every post knows of every applicant who submitted. */
export async function listApplications(tx: Tx, roundId: string) {
  const { rows } = await sql<{
    studentId: string
    postId: string
    schoolMark: number | null
    interview: number | null
    certificate: number | null
    rank: number | null
    refused: string | null
    unapproved: string | null
  }>`
    select w.student_id, w.post_id, s.school_mark, a.interview, a.certificate, a.rank, a.refused,
      (select v.rule_id from rule_waiver v where v.subject_type = 'wish' and v.subject_id = w.post_id and v.student_id = w.student_id and v.approved_at is null limit 1) as unapproved
    from wish w
    join wish_list l on l.round_id = w.round_id and l.student_id = w.student_id and l.state = 'submitted'
    join student s on s.id = w.student_id and s.left_at is null
    left join applicant_score a on a.round_id = w.round_id and a.post_id = w.post_id and a.student_id = w.student_id
    where w.round_id = ${roundId}`.execute(tx)
  return rows
}

/** The frozen list: everybody gets the number under which the round is run and published. */
export async function insertFrozen(tx: Tx, roundId: string, rows: readonly { studentId: string; letterNumber: string }[]) {
  await tx.deleteFrom('roundResult').where('roundId', '=', roundId).execute()
  await sql`insert into round_result (round_id, student_id, letter_number)
    select ${roundId}, * from unnest(${rows.map((row) => row.studentId)}::uuid[], ${rows.map((row) => row.letterNumber)}::text[])`.execute(tx)
}

export async function saveExport(tx: Tx, roundId: string, content: string) {
  await tx
    .insertInto('roundExport')
    .values({ roundId, content })
    .onConflict((conflict) => conflict.column('roundId').doUpdateSet({ content }))
    .execute()
}

export async function findExport(tx: Tx, roundId: string) {
  const row = await tx.selectFrom('roundExport').select('content').where('roundId', '=', roundId).executeTakeFirst()
  return row?.content
}

export async function listNumbers(tx: Tx, roundId: string) {
  const students = await tx.selectFrom('roundResult').select(['studentId', 'letterNumber']).where('roundId', '=', roundId).execute()
  const posts = await tx.selectFrom('roundPost').innerJoin('need', 'need.id', 'roundPost.postId').select(['roundPost.postId', 'need.number']).where('roundId', '=', roundId).execute()
  return { students: new Map(students.map((row) => [row.letterNumber!, row.studentId])), posts: new Map(posts.map((row) => [row.number, row.postId])) }
}

export type Placed = { studentId: string; postId: string | null; choice: number | null; seat: string | null; lottery: number }
export type Outcome = { studentId: string; choice: number; postId: string; score: number; reason: string; facts: string }
export type CutOffRow = { postId: string; seat: string; seats: number; filled: number; applicants: number; lastScore: number | null; lastLottery: number | null }

/** Columns go over as arrays: ten thousand rows in one statement. */
export async function writeResult(tx: Tx, roundId: string, result: { placed: readonly Placed[]; outcomes: readonly Outcome[]; cutOffs: readonly CutOffRow[] }) {
  const { placed, outcomes, cutOffs } = result
  await sql`update round_result r set post_id = x.post_id, choice = x.choice, seat = x.seat, lottery = x.lottery
    from unnest(${placed.map((row) => row.studentId)}::uuid[], ${placed.map((row) => row.postId)}::uuid[], ${placed.map((row) => row.choice)}::int[],
      ${placed.map((row) => row.seat)}::text[], ${placed.map((row) => row.lottery)}::int[]) as x (student_id, post_id, choice, seat, lottery)
    where r.round_id = ${roundId} and r.student_id = x.student_id`.execute(tx)
  await tx.deleteFrom('wishOutcome').where('roundId', '=', roundId).execute()
  await sql`insert into wish_outcome (round_id, student_id, choice, post_id, score, reason, facts)
    select ${roundId}, * from unnest(${outcomes.map((row) => row.studentId)}::uuid[], ${outcomes.map((row) => row.choice)}::int[], ${outcomes.map((row) => row.postId)}::uuid[],
      ${outcomes.map((row) => row.score)}::int[], ${outcomes.map((row) => row.reason)}::text[], ${outcomes.map((row) => row.facts)}::jsonb[])`.execute(tx)
  await tx.deleteFrom('roundCutoff').where('roundId', '=', roundId).execute()
  if (cutOffs.length > 0) await tx.insertInto('roundCutoff').values(cutOffs.map((row) => ({ roundId, ...row }))).execute()
}

/** Accounts of the students on the frozen list: whom to tell. */
export async function listToTell(tx: Tx, roundId: string) {
  return tx
    .selectFrom('roundResult')
    .innerJoin('student', 'student.id', 'roundResult.studentId')
    .leftJoin('account', 'account.id', 'student.accountId')
    .select(['student.id', 'account.id as accountId', 'roundResult.postId'])
    .where('roundResult.roundId', '=', roundId)
    .execute()
}

/** A result this actor may read: one's own, one's school's, or the office's. */
export async function findResult(tx: Tx, actor: Actor, roundId: string, studentId: string) {
  return tx
    .selectFrom('roundResult')
    .innerJoin('student', 'student.id', 'roundResult.studentId')
    .innerJoin('organisation as school', 'school.id', 'student.schoolId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .leftJoin('teacher', 'teacher.id', 'cohort.teacherId')
    .select([
      'roundResult.studentId',
      'roundResult.postId',
      'roundResult.choice',
      'roundResult.seat',
      'roundResult.lottery',
      'roundResult.letterNumber',
      'roundResult.answer',
      'roundResult.answeredAt',
      'roundResult.readAt',
      'student.name as studentName',
      'student.accountId',
      'school.id as schoolId',
      'school.name as schoolName',
      'teacher.name as teacherName',
      'teacher.phone as teacherPhone',
    ])
    .where('roundResult.roundId', '=', roundId)
    .where('roundResult.studentId', '=', studentId)
    .$if(hasRole(actor, 'school_contact', 'teacher'), (query) => query.where('student.schoolId', '=', actor.organisationId))
    .$if(hasRole(actor, 'student'), (query) => query.where('student.id', '=', actor.studentId))
    .executeTakeFirst()
}

export async function lockResult(tx: Tx, roundId: string, studentId: string) {
  return tx.selectFrom('roundResult').selectAll().where('roundId', '=', roundId).where('studentId', '=', studentId).forUpdate().executeTakeFirst()
}

export async function updateAnswer(tx: Tx, roundId: string, studentId: string, answer: { answer: string; answerReason: string | null; answeredAt: Date }) {
  await tx.updateTable('roundResult').set(answer).where('roundId', '=', roundId).where('studentId', '=', studentId).execute()
}

export async function listOutcomes(tx: Tx, roundId: string, studentId: string) {
  return tx
    .selectFrom('wishOutcome')
    .innerJoin('need', 'need.id', 'wishOutcome.postId')
    .innerJoin('organisation', 'organisation.id', 'need.organisationId')
    .innerJoin('roundPost', (join) => join.onRef('roundPost.postId', '=', 'need.id').onRef('roundPost.roundId', '=', 'wishOutcome.roundId'))
    .leftJoin('applicantScore', (join) =>
      join.onRef('applicantScore.roundId', '=', 'wishOutcome.roundId').onRef('applicantScore.postId', '=', 'wishOutcome.postId').onRef('applicantScore.studentId', '=', 'wishOutcome.studentId'),
    )
    .select([
      'wishOutcome.choice',
      'wishOutcome.postId',
      'wishOutcome.reason',
      'wishOutcome.facts',
      'need.number',
      'need.title as postTitle',
      'need.titleEn as postTitleEn',
      'organisation.name as organisationName',
      'organisation.nameEn as organisationNameEn',
      'roundPost.scoring',
      'applicantScore.refused',
    ])
    .where('wishOutcome.roundId', '=', roundId)
    .where('wishOutcome.studentId', '=', studentId)
    .orderBy('wishOutcome.choice')
    .execute()
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
  return { bySchool, byChoice, byPost }
}

export async function listCutOffs(tx: Tx, roundId: string, postId: string) {
  return tx.selectFrom('roundCutoff').selectAll().where('roundId', '=', roundId).where('postId', '=', postId).orderBy('seat').execute()
}

export async function listAdmitted(tx: Tx, roundId: string, postId: string) {
  return tx
    .selectFrom('roundResult')
    .innerJoin('student', 'student.id', 'roundResult.studentId')
    .innerJoin('organisation as school', 'school.id', 'student.schoolId')
    .innerJoin('wishOutcome', (join) =>
      join.onRef('wishOutcome.roundId', '=', 'roundResult.roundId').onRef('wishOutcome.studentId', '=', 'roundResult.studentId').onRef('wishOutcome.postId', '=', 'roundResult.postId'),
    )
    .select(['roundResult.studentId', 'student.name', 'school.name as schoolName', 'roundResult.choice', 'wishOutcome.score', 'roundResult.seat', 'roundResult.answer'])
    .where('roundResult.roundId', '=', roundId)
    .where('roundResult.postId', '=', postId)
    .orderBy('wishOutcome.score', 'desc')
    .orderBy('roundResult.lottery')
    .execute()
}

export async function countOtherOutcomes(tx: Tx, roundId: string, postId: string) {
  return tx
    .selectFrom('wishOutcome')
    .select(['reason', (row) => row.fn.countAll<number>().as('students')])
    .where('roundId', '=', roundId)
    .where('postId', '=', postId)
    .where('reason', '<>', 'placed')
    .groupBy('reason')
    .orderBy('reason')
    .execute()
}

export async function insertObjection(tx: Tx, values: { roundId: string; studentId: string | null; name?: string; contact?: string; body: string; dueAt: Date; createdAt: Date }) {
  return tx.insertInto('objection').values(values).returning('id').executeTakeFirstOrThrow()
}

export async function listObjections(tx: Tx, roundId: string, studentId?: string) {
  return tx
    .selectFrom('objection')
    .leftJoin('student', 'student.id', 'objection.studentId')
    .select(['objection.id', 'student.name as studentName', 'objection.name', 'objection.contact', 'objection.body', 'objection.state', 'objection.answer', 'objection.createdAt', 'objection.dueAt'])
    .where('objection.roundId', '=', roundId)
    .$if(studentId !== undefined, (query) => query.where('objection.studentId', '=', studentId!))
    .orderBy('objection.createdAt')
    .execute()
}

/** An objection to a round of the office's alliance. */
export async function lockObjection(tx: Tx, actor: Actor, objectionId: string) {
  if (!hasRole(actor, 'secretariat')) return undefined
  return tx
    .selectFrom('objection')
    .innerJoin('round', 'round.id', 'objection.roundId')
    .leftJoin('student', 'student.id', 'objection.studentId')
    .select(['objection.id', 'objection.state', 'objection.roundId', 'round.allianceId', 'round.title', 'student.accountId'])
    .where('objection.id', '=', objectionId)
    .where('round.allianceId', '=', actor.allianceId)
    .forUpdate('objection')
    .executeTakeFirst()
}

export async function updateObjection(tx: Tx, objectionId: string, change: { answer: string; answeredBy: string; answeredAt: Date }) {
  await tx.updateTable('objection').set({ ...change, state: 'answered' }).where('id', '=', objectionId).execute()
}
