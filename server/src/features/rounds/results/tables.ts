import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import type { Reserve } from '../tables.ts'

type Submitted = { studentId: string; tags: string[]; schoolMark: number | null; wishes: (readonly [postId: string, interview: number | null, certificate: number | null, rank: number | null, refused: string | null, unapproved: string | null])[] }

/** Everybody who submitted, with their wishes in order and what each post knows of them. */
export async function listSubmitted(tx: Tx, roundId: string) {
  const { rows } = await sql<Submitted>`
    select l.student_id, s.tags, s.school_mark, json_agg(json_build_array(w.post_id, a.interview, a.certificate, a.rank, a.refused, v.rule_id) order by w.rank) as wishes
    from wish_list l
    join student s on s.id = l.student_id
    join wish w on w.round_id = l.round_id and w.student_id = l.student_id
    left join applicant_score a on a.round_id = w.round_id and a.post_id = w.post_id and a.student_id = w.student_id
    left join (select subject_id, student_id, min(rule_id) as rule_id from rule_waiver where subject_type = 'wish' and approved_at is null group by 1, 2) v
      on v.subject_id = w.post_id and v.student_id = w.student_id
    where l.round_id = ${roundId} and l.state = 'submitted' and s.left_at is null
    group by l.student_id, s.tags, s.school_mark order by l.student_id`.execute(tx)
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

/** The frozen list: everybody gets the number under which the round is run and published. */
export async function insertFrozen(tx: Tx, roundId: string, rows: readonly { studentId: string; letterNumber: string }[]) {
  await tx.deleteFrom('roundResult').where('roundId', '=', roundId).execute()
  await sql`insert into round_result (round_id, student_id, letter_number)
    select ${roundId}, * from unnest(${rows.map((row) => row.studentId)}::uuid[], ${rows.map((row) => row.letterNumber)}::text[])`.execute(tx)
}

/** The frozen list as it is written; whatever an earlier freezing led to is gone. */
export async function saveExport(tx: Tx, roundId: string, content: string) {
  await tx
    .insertInto('roundExport')
    .values({ roundId, content })
    .onConflict((conflict) => conflict.column('roundId').doUpdateSet({ content, result: null }))
    .execute()
}

export async function saveExportResult(tx: Tx, roundId: string, result: string) {
  await tx.updateTable('roundExport').set({ result }).where('roundId', '=', roundId).execute()
}

export const findExport = (tx: Tx, roundId: string) => tx.selectFrom('roundExport').select(['content', 'result']).where('roundId', '=', roundId).executeTakeFirst()

/** Not read here: whoever runs the round reads it. */
export async function findExportText(tx: Tx, roundId: string) {
  const row = await tx.selectFrom('roundExport').select(sql<string>`content::text`.as('content')).where('roundId', '=', roundId).executeTakeFirst()
  return row?.content
}

export async function listNumbers(tx: Tx, roundId: string) {
  const students = await tx.selectFrom('roundResult').select(['studentId', 'letterNumber']).where('roundId', '=', roundId).execute()
  const posts = await tx.selectFrom('roundPost').innerJoin('need', 'need.id', 'roundPost.postId').select(['roundPost.postId', 'need.number']).where('roundId', '=', roundId).execute()
  return { students: new Map(students.map((row) => [row.letterNumber!, row.studentId])), posts: new Map(posts.map((row) => [row.number, row.postId])) }
}

export type Placed = { student: string; post: string | null; choice: number | null; seat: string | null; lottery: number }
export type CutOffRow = { postId: string; seat: string; seats: number; filled: number; applicants: number; lastScore: number | null; lastLottery: number | null }

/** Students by letter number and posts by number, as the round was run. Rows go over as one text: of all ways to send ten thousand the least work at both ends. */
export async function writeResult(tx: Tx, roundId: string, result: { placed: readonly Placed[]; outcomes: string; cutOffs: readonly CutOffRow[] }) {
  const { placed, outcomes, cutOffs } = result
  await sql`update round_result r set post_id = n.id, choice = x.choice, seat = x.seat, lottery = x.lottery
    from json_to_recordset(${JSON.stringify(placed)}::json) as x (student text, post text, choice int, seat text, lottery int) left join need n on n.number = x.post
    where r.round_id = ${roundId} and r.letter_number = x.student`.execute(tx)
  await tx.deleteFrom('wishOutcome').where('roundId', '=', roundId).execute()
  await sql`insert into wish_outcome (round_id, student_id, outcomes)
    select r.round_id, r.student_id, x.value from json_each(${outcomes}::json) x join round_result r on r.round_id = ${roundId} and r.letter_number = x.key`.execute(tx)
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
