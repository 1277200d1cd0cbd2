import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'

/** Classes with their answers. `all` offers every class that leaves in the round's year. A school sees its own. */
export async function listCohorts(tx: Tx, actor: Actor, round: { id: string; leaveYear: number }, all: boolean) {
  const rows = await tx
    .selectFrom('cohort')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .innerJoin('organisation', 'organisation.id', 'programme.schoolId')
    .leftJoin('teacher', 'teacher.id', 'cohort.teacherId')
    .leftJoin('roundCohort', (join) => join.onRef('roundCohort.cohortId', '=', 'cohort.id').on('roundCohort.roundId', '=', round.id))
    .select(['cohort.id', 'cohort.name', 'organisation.name as schoolName', 'programme.name as programmeName', 'teacher.name as teacherName'])
    .select((cohort) => [
      cohort('roundCohort.roundId', 'is not', null).as('chosen'),
      'cohort.studentsHere as students',
      sql<number>`(select count(*) from wish_list l join student s on s.id = l.student_id where l.round_id = ${round.id} and s.cohort_id = cohort.id and l.state = 'submitted')`.as('submitted'),
      sql<number>`(select count(*) from wish_list l join student s on s.id = l.student_id where l.round_id = ${round.id} and s.cohort_id = cohort.id and l.state = 'draft')`.as('drafts'),
      sql<Date | null>`(select max(l.reminded_at) from round_reminder l join student s on s.id = l.student_id where l.round_id = ${round.id} and s.cohort_id = cohort.id)`.as('remindedAt'),
    ])
    .$if(!all, (query) => query.where('roundCohort.roundId', 'is not', null))
    .$if(all, (query) => query.where((cohort) => cohort.or([cohort('roundCohort.roundId', 'is not', null), cohort('cohort.leaveYear', '=', round.leaveYear)])))
    .$if(hasRole(actor, 'school_contact', 'teacher'), (query) => query.where('programme.schoolId', '=', actor.organisationId))
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.id')
    .orderBy('cohort.name')
    .execute()
  return rows.map((row) => ({ ...row, chosen: Boolean(row.chosen) }))
}

export async function replaceCohorts(tx: Tx, roundId: string, cohortIds: readonly string[]) {
  await tx.deleteFrom('roundCohort').where('roundId', '=', roundId).execute()
  if (cohortIds.length > 0) await tx.insertInto('roundCohort').values(cohortIds.map((cohortId) => ({ roundId, cohortId }))).execute()
}

export async function countKnownCohorts(tx: Tx, cohortIds: readonly string[]) {
  if (cohortIds.length === 0) return 0
  const { n } = await tx.selectFrom('cohort').select((cohort) => cohort.fn.countAll<number>().as('n')).where('id', 'in', [...cohortIds]).executeTakeFirstOrThrow()
  return n
}

export async function listSubmissionDays(tx: Tx, roundId: string) {
  const { rows } = await sql<{ day: string; submitted: number }>`
    select to_char(submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, count(*)::int as submitted
    from wish_list where round_id = ${roundId} and state = 'submitted' group by 1 order by 1`.execute(tx)
  return rows
}

/** Those who have not submitted and were not reminded today, with where to reach them. */
export async function listUnanswered(tx: Tx, actor: Actor, roundId: string, cohortIds: readonly string[] | undefined, since: Date) {
  return tx
    .selectFrom('roundCohort')
    .innerJoin('student', 'student.cohortId', 'roundCohort.cohortId')
    .leftJoin('account', 'account.id', 'student.accountId')
    .leftJoin('wishList', (join) => join.onRef('wishList.roundId', '=', 'roundCohort.roundId').onRef('wishList.studentId', '=', 'student.id'))
    .leftJoin('roundReminder', (join) => join.onRef('roundReminder.roundId', '=', 'roundCohort.roundId').onRef('roundReminder.studentId', '=', 'student.id'))
    .select(['student.id', 'account.id as accountId', 'account.email'])
    .where('roundCohort.roundId', '=', roundId)
    .where('student.leftAt', 'is', null)
    .where((row) => row.or([row('wishList.state', 'is', null), row('wishList.state', '=', 'draft')]))
    .where((row) => row.or([row('roundReminder.remindedAt', 'is', null), row('roundReminder.remindedAt', '<', since)]))
    .$if(cohortIds !== undefined, (query) => query.where('student.cohortId', 'in', [...cohortIds!, '00000000-0000-0000-0000-000000000000']))
    .$if(hasRole(actor, 'school_contact', 'teacher'), (query) => query.where('student.schoolId', '=', actor.organisationId))
    .execute()
}

export async function markReminded(tx: Tx, roundId: string, studentIds: readonly string[], now: Date) {
  for (let start = 0; start < studentIds.length; start += 5000) {
    await tx
      .insertInto('roundReminder')
      .values(studentIds.slice(start, start + 5000).map((studentId) => ({ roundId, studentId, remindedAt: now })))
      .onConflict((conflict) => conflict.columns(['roundId', 'studentId']).doUpdateSet({ remindedAt: now }))
      .execute()
  }
}

export async function listRoundCohortIds(tx: Tx, roundId: string) {
  const rows = await tx.selectFrom('roundCohort').select('cohortId').where('roundId', '=', roundId).execute()
  return rows.map((row) => row.cohortId)
}
