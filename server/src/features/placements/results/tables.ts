import { sql } from 'kysely'
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
    select w.student_id, w.post_id, s.school_mark, a.interview, a.certificate, a.rank, a.refused, v.rule_id as unapproved
    from wish w
    join wish_list l on l.round_id = w.round_id and l.student_id = w.student_id and l.state = 'submitted'
    join student s on s.id = w.student_id and s.left_at is null
    left join applicant_score a on a.round_id = w.round_id and a.post_id = w.post_id and a.student_id = w.student_id
    left join (select subject_id, student_id, min(rule_id) as rule_id from rule_waiver where subject_type = 'wish' and approved_at is null group by 1, 2) v
      on v.subject_id = w.post_id and v.student_id = w.student_id
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
    .select(['student.id', 'account.id as accountId', 'account.email', 'roundResult.postId'])
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
