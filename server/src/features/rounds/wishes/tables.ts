import { sql } from 'kysely'
import type { Actor } from '../../../kernel/actor.ts'
import type { Tx } from '../../../kernel/db.ts'
import type { RoundState } from '../tables.ts'

/** What the rules ask about the student who chooses. */
export async function findChooser(tx: Tx, studentId: string) {
  return tx
    .selectFrom('student')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .innerJoin('organisation as school', 'school.id', 'student.schoolId')
    .select(['student.id', 'student.name', 'student.sex', 'student.birthDate', 'student.cohortId', 'cohort.entryYear', 'cohort.leaveYear', 'programme.majorCode', 'programme.lengthYears', 'programme.level'])
    .select(['school.id as schoolId', 'school.name as schoolName', 'school.divisionCode as schoolDivisionCode'])
    .where('student.id', '=', studentId)
    .executeTakeFirst()
}
export type Chooser = NonNullable<Awaited<ReturnType<typeof findChooser>>>

/** Rounds of the student's class that are open or have a result. */
export async function listRoundsOf(tx: Tx, studentId: string) {
  const rows = await tx
    .selectFrom('round')
    .innerJoin('roundCohort', 'roundCohort.roundId', 'round.id')
    .innerJoin('student', 'student.cohortId', 'roundCohort.cohortId')
    .leftJoin('wishList', (join) => join.onRef('wishList.roundId', '=', 'round.id').onRef('wishList.studentId', '=', 'student.id'))
    .leftJoin('roundResult', (join) => join.onRef('roundResult.roundId', '=', 'round.id').onRef('roundResult.studentId', '=', 'student.id'))
    .select(['round.id', 'round.number', 'round.title', 'round.titleEn', 'round.state', 'round.wishesCloseAt', 'round.publishedAt', 'wishList.state as listState', 'roundResult.studentId as resultOf'])
    .where('student.id', '=', studentId)
    .where('round.state', 'not in', ['draft', 'cancelled'])
    .orderBy('round.createdAt', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as RoundState }))
}

export async function findList(tx: Tx, roundId: string, studentId: string) {
  const list = await tx.selectFrom('wishList').selectAll().where('roundId', '=', roundId).where('studentId', '=', studentId).executeTakeFirst()
  const wishes = await tx.selectFrom('wish').select(['postId', 'reason', 'rank']).where('roundId', '=', roundId).where('studentId', '=', studentId).orderBy('rank').execute()
  return { list, wishes }
}

/** Posts of the round with all that the rules and a card need: all, or those named. */
export async function listRoundPostsFull(tx: Tx, roundId: string, majorCode: string, postIds?: readonly string[]) {
  const rows = await tx
    .selectFrom('roundPost')
    .innerJoin('need', 'need.id', 'roundPost.postId')
    .innerJoin('post', 'post.needId', 'need.id')
    .innerJoin('organisation', 'organisation.id', 'need.organisationId')
    .selectAll('post')
    .select(['need.id', 'need.number', 'need.title', 'need.titleEn', 'need.state', 'roundPost.seats as roundSeats', 'roundPost.suspendedAt', 'roundPost.suspendRule'])
    .select(['organisation.id as organisationId', 'organisation.name as organisationName', 'organisation.industryCode', 'organisation.divisionCode as organisationDivisionCode'])
    .select((row) => [
      sql<boolean>`exists (select from post_programme pp where pp.need_id = post.need_id and pp.major_code = ${majorCode})`.as('majorWanted'),
      sql<string[]>`array(select pp.major_code from post_programme pp where pp.need_id = post.need_id order by 1)`.as('majorCodes'),
      row('roundPost.suspendedAt', 'is not', null).as('suspended'),
    ])
    .where('roundPost.roundId', '=', roundId)
    .$if(postIds !== undefined, (query) => query.where(sql<boolean>`round_post.post_id = any(${postIds}::uuid[])`))
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.id')
    .orderBy('need.number')
    .execute()
  return rows
}
export type RoundPostFull = Awaited<ReturnType<typeof listRoundPostsFull>>[number]

/** Replaces the list in one go; ranks are the order given. */
export async function replaceList(
  tx: Tx,
  roundId: string,
  studentId: string,
  list: { state: 'draft' | 'submitted'; savedAt: Date; submittedAt: Date | null },
  wishes: readonly { postId: string; reason: string | null }[],
) {
  await tx
    .insertInto('wishList')
    .values({ roundId, studentId, ...list })
    .onConflict((conflict) => conflict.columns(['roundId', 'studentId']).doUpdateSet(list))
    .execute()
  await tx.deleteFrom('wish').where('roundId', '=', roundId).where('studentId', '=', studentId).execute()
  if (wishes.length > 0) await tx.insertInto('wish').values(wishes.map((wish, index) => ({ roundId, studentId, rank: index + 1, ...wish }))).execute()
}

/** A seat accepted in an earlier round keeps its holder out of this one. */
export async function hasAcceptedSeat(tx: Tx, studentId: string, roundId: string) {
  const row = await tx
    .selectFrom('roundResult')
    .innerJoin('round', 'round.id', 'roundResult.roundId')
    .select('roundResult.roundId')
    .where('roundResult.studentId', '=', studentId)
    .where('roundResult.answer', '=', 'accepted')
    .where('roundResult.roundId', '<>', roundId)
    .where('round.leaveYear', '=', (query) => query.selectFrom('round as this').select('this.leaveYear').where('this.id', '=', roundId))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** A warning taken with a reason waits for the school's approval; a changed reason asks again. */
export async function saveWaivers(tx: Tx, studentId: string, askedBy: string, now: Date, waivers: readonly { ruleId: string; postId: string; reason: string }[]) {
  if (waivers.length === 0) return
  await tx
    .insertInto('ruleWaiver')
    .values(waivers.map(({ ruleId, postId, reason }) => ({ ruleId, subjectType: 'wish', subjectId: postId, studentId, reason, askedBy, askedAt: now })))
    .onConflict((conflict) =>
      conflict.columns(['ruleId', 'subjectType', 'subjectId', 'studentId']).doUpdateSet((row) => ({
        reason: row.ref('excluded.reason'),
        approvedBy: null,
        approvedAt: null,
      })).where('ruleWaiver.reason', '<>', sql<string>`excluded.reason`),
    )
    .execute()
}

/** Waivers of a round's wishes that this school has to decide on, or has decided. */
export async function listWaivers(tx: Tx, actor: Actor, roundId: string) {
  return tx
    .selectFrom('ruleWaiver')
    .innerJoin('student', 'student.id', 'ruleWaiver.studentId')
    .innerJoin('wish', (join) => join.onRef('wish.postId', '=', 'ruleWaiver.subjectId').onRef('wish.studentId', '=', 'student.id'))
    .innerJoin('need', 'need.id', 'wish.postId')
    .innerJoin('organisation', 'organisation.id', 'need.organisationId')
    .select(['ruleWaiver.id', 'ruleWaiver.ruleId', 'ruleWaiver.reason', 'ruleWaiver.approvedAt', 'student.name as studentName', 'student.schoolId', 'need.title as postTitle', 'organisation.name as organisationName'])
    .where('ruleWaiver.subjectType', '=', 'wish')
    .where('wish.roundId', '=', roundId)
    .where('student.schoolId', '=', actor.organisationId)
    .orderBy('student.studentNumber')
    .execute()
}

export async function approveWaivers(tx: Tx, actor: Actor, roundId: string, waiverIds: readonly string[], now: Date) {
  if (waiverIds.length === 0) return 0
  const result = await tx
    .updateTable('ruleWaiver')
    .set({ approvedBy: actor.accountId, approvedAt: now })
    .where('id', 'in', [...waiverIds])
    .where('approvedAt', 'is', null)
    .where('subjectType', '=', 'wish')
    .where('studentId', 'in', (query) => query.selectFrom('student').select('student.id').where('student.schoolId', '=', actor.organisationId))
    .where('subjectId', 'in', (query) => query.selectFrom('roundPost').select('postId').where('roundId', '=', roundId))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** Occupations that a major leads to. */
export async function listOccupations(tx: Tx, majorCode: string) {
  const rows = await tx.selectFrom('majorOccupation').select('occupationCode').where('majorCode', '=', majorCode).execute()
  return rows.map((row) => row.occupationCode)
}
