import { sql } from 'kysely'
import type { Tx } from '../../../../kernel/db.ts'

type Choice = { classNumber: string; score: number | null; refused: string | null }
/** Every list as it stands, of students who are in no class yet. */
export const listLists = (tx: Tx, intakeId: string) =>
  tx.selectFrom('classSignup').innerJoin('student', 'student.id', 'classSignup.studentId').select('classSignup.studentId')
    .select(sql<Choice[]>`(select json_agg(json_build_object('classNumber', c.number, 'score', k.score, 'refused', k.refused) order by k.position) from class_choice k join order_class c on c.id = k.class_id where k.intake_id = class_signup.intake_id and k.student_id = class_signup.student_id)`.as('choices'))
    .where('classSignup.intakeId', '=', intakeId).where('student.leftAt', 'is', null)
    .where(sql<boolean>`not exists (select from class_member m where m.student_id = class_signup.student_id and m.state in ('admitted', 'confirmed', 'enrolled'))`)
    .orderBy('classSignup.studentId').execute()
export async function giveNumbers(tx: Tx, intakeId: string, rows: readonly { studentId: string; letterNumber: string }[]) {
  if (rows.length === 0) return
  await sql`update class_signup g set letter_number = n.number from (select * from json_to_recordset(${JSON.stringify(rows)}::json) as r("studentId" uuid, "letterNumber" text)) as n(student, number)
    where g.intake_id = ${intakeId} and g.student_id = n.student`.execute(tx)
}
export type Outcome = { letterNumber: string; classId: string | null; lottery: number; outcomes: unknown }
export async function writeOutcomes(tx: Tx, intakeId: string, rows: readonly Outcome[]) {
  if (rows.length === 0) return
  await sql`update class_signup g set class_id = n.class, lottery = n.lottery, outcomes = n.outcomes
    from (select * from json_to_recordset(${JSON.stringify(rows)}::json) as r("letterNumber" text, "classId" uuid, lottery int, outcomes jsonb)) as n(number, class, lottery, outcomes)
    where g.intake_id = ${intakeId} and g.letter_number = n.number`.execute(tx)
}
export const noteClosed = (tx: Tx, intakeId: string, classId: string, change: { had: number; closedStep: number } | { admitted: number }) => tx.updateTable('classIntakeClass').set(change).where('intakeId', '=', intakeId).where('classId', '=', classId).execute()
export const listNumbered = (tx: Tx, intakeId: string) =>
  tx.selectFrom('classSignup').innerJoin('student', 'student.id', 'classSignup.studentId').leftJoin('account', 'account.id', 'student.accountId').select(['classSignup.studentId', 'classSignup.letterNumber', 'account.email']).where('intakeId', '=', intakeId).where('letterNumber', 'is not', null).execute()
export const findPlaceOf = (tx: Tx, intakeId: string, studentId: string, classId: string) => tx.selectFrom('classMember').select(['id', 'state', 'confirmUntil']).where('intakeId', '=', intakeId).where('studentId', '=', studentId).where('classId', '=', classId).executeTakeFirst()
