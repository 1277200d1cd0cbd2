import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'

export type Placed = { student: string; post: string | null; choice: number | null; seat: string | null; lottery: number }

export type CutOffRow = { postId: string; seat: string; seats: number; filled: number; applicants: number; lastScore: number | null; lastLottery: number | null; taggedGuarantee: number | null; taggedAdditional: number | null }
export type LimitUse = { position: number; organisationId: string | null; schoolId: string | null; used: number; most: number }
export type Closing = { step: number; postId: string; had: number; minimum: number }

/** Students by letter number and posts by number, as the round was run. Rows go over as one text: of all ways to send ten thousand the least work at both ends. */
export async function writeResult(tx: Tx, roundId: string, result: { placed: readonly Placed[]; outcomes: string; cutOffs: readonly CutOffRow[]; uses: readonly LimitUse[]; closings: readonly Closing[] }) {
  const { placed, outcomes, cutOffs, uses, closings } = result
  await sql`update round_result r set post_id = n.id, choice = x.choice, seat = x.seat, lottery = x.lottery
    from json_to_recordset(${JSON.stringify(placed)}::json) as x (student text, post text, choice int, seat text, lottery int) left join need n on n.number = x.post
    where r.round_id = ${roundId} and r.letter_number = x.student`.execute(tx)
  await tx.deleteFrom('wishOutcome').where('roundId', '=', roundId).execute()
  await sql`insert into wish_outcome (round_id, student_id, outcomes)
    select r.round_id, r.student_id, x.value from json_each(${outcomes}::json) x join round_result r on r.round_id = ${roundId} and r.letter_number = x.key`.execute(tx)
  for (const table of ['roundCutoff', 'roundLimitUse', 'roundClosing'] as const) await tx.deleteFrom(table).where('roundId', '=', roundId).execute()
  const piece = 1000
  for (let at = 0; at < cutOffs.length; at += piece) await tx.insertInto('roundCutoff').values(cutOffs.slice(at, at + piece).map((row) => ({ roundId, ...row }))).execute()
  for (let at = 0; at < uses.length; at += piece) await tx.insertInto('roundLimitUse').values(uses.slice(at, at + piece).map((row) => ({ roundId, ...row }))).execute()
  if (closings.length > 0) await tx.insertInto('roundClosing').values(closings.map((row) => ({ roundId, ...row }))).execute()
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
