import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'

/** A student of this school who is still there. */
export const findStudentOf = (tx: Tx, schoolId: string, studentId: string) =>
  tx
    .selectFrom('student')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .select(['student.id', 'student.name', 'student.schoolId', 'student.demo', 'cohort.teacherId'])
    .where('student.id', '=', studentId)
    .where('student.schoolId', '=', schoolId)
    .where('student.leftAt', 'is', null)
    .executeTakeFirst()

/** Those of these who are students of this school and still there. */
export const listStudentsOf = (tx: Tx, schoolId: string, studentIds: readonly string[]) =>
  tx
    .selectFrom('student')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .select(['student.id', 'student.name', 'student.demo', 'cohort.teacherId'])
    .where(sql<boolean>`student.id = any(${studentIds as string[]}::uuid[])`)
    .where('student.schoolId', '=', schoolId)
    .where('student.leftAt', 'is', null)
    .orderBy('student.studentNumber')
    .execute()

const posts = (tx: Tx) =>
  tx
    .selectFrom('post')
    .innerJoin('need', 'need.id', 'post.needId')
    .innerJoin('organisation', 'organisation.id', 'need.organisationId')
    .selectAll('post')
    .select(['need.title', 'need.state', 'need.allianceId', 'need.organisationId', 'organisation.divisionCode as unitDivisionCode'])
    .select(sql<string[]>`coalesce((select array_agg(pp.major_code order by pp.major_code) from post_programme pp where pp.need_id = post.need_id), '{}')`.as('majorCodes'))

export const listPosts = (tx: Tx, postIds: readonly string[]) => posts(tx).where('post.needId', 'in', postIds).execute()
export type PostRow = Awaited<ReturnType<typeof listPosts>>[number]

export const findUnitOrganisation = (tx: Tx, organisationId: string) =>
  tx.selectFrom('organisation').select(['id', 'name', 'divisionCode']).where('id', '=', organisationId).where('kind', 'not in', ['school', 'government']).executeTakeFirst()

/** The alliance a school's own placements belong to: the district's before others. */
export const findAllianceOf = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('alliance')
    .leftJoin('membership', (join) => join.onRef('membership.allianceId', '=', 'alliance.id').on('membership.organisationId', '=', schoolId).on('membership.state', 'in', ['active', 'suspended']))
    .select('alliance.id')
    .orderBy(sql`(membership.id is null)`)
    .orderBy(sql`(alliance.kind <> 'district')`)
    .orderBy('alliance.id')
    .executeTakeFirst()

export const findTeacherOf = (tx: Tx, schoolId: string, teacherId: string) =>
  tx.selectFrom('teacher').select(['id', 'name']).where('id', '=', teacherId).where('schoolId', '=', schoolId).where('leftAt', 'is', null).executeTakeFirst()

/** The unit as this school knows it; made the first time it is named. */
export async function ensureUnit(tx: Tx, unit: { allianceId: string; schoolId: string; organisationId: string; proposedBy: string; createdBy: string | null; demo: boolean }, now: Date): Promise<{ id: string; fresh: boolean }> {
  const made = await tx.insertInto('unit').values({ ...unit, createdAt: now, updatedAt: now }).onConflict((conflict) => conflict.doNothing()).returning('id').executeTakeFirst()
  if (made) return { id: made.id, fresh: true }
  const { id } = await tx.selectFrom('unit').select('id').where('schoolId', '=', unit.schoolId).where('organisationId', '=', unit.organisationId).executeTakeFirstOrThrow()
  return { id, fresh: false }
}

/** Accepted places of a round, of the students of one school, that have no placement yet. */
export function listAccepted(tx: Tx, roundId: string, schoolId: string, studentIds?: readonly string[]) {
  return tx
    .selectFrom('roundResult')
    .innerJoin('round', 'round.id', 'roundResult.roundId')
    .innerJoin('student', 'student.id', 'roundResult.studentId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .select(['roundResult.studentId', 'student.name as studentName', 'student.demo', 'roundResult.postId', 'cohort.teacherId', 'round.allianceId', 'round.startsOn', 'round.endsOn'])
    .where('roundResult.roundId', '=', roundId)
    .where('roundResult.answer', '=', 'accepted')
    .where('roundResult.postId', 'is not', null)
    .where('student.schoolId', '=', schoolId)
    .where('student.leftAt', 'is', null)
    .where((one) => one.not(one.exists(one.selectFrom('placement').select('placement.id').whereRef('placement.studentId', '=', 'roundResult.studentId').whereRef('placement.roundId', '=', 'roundResult.roundId').where('placement.state', '<>', 'cancelled'))))
    .$if(studentIds !== undefined, (all) => all.where('roundResult.studentId', 'in', studentIds!.length > 0 ? [...studentIds!] : ['00000000-0000-0000-0000-000000000000']))
    .orderBy('student.studentNumber')
    .execute()
}

/** Who of these is at a place, or on the way to one, already. */
export async function listPlacedElsewhere(tx: Tx, studentIds: readonly string[]) {
  if (studentIds.length === 0) return []
  const rows = await tx
    .selectFrom('placement')
    .select('studentId')
    .where('studentId', 'in', studentIds)
    .where('kind', '=', 'placement')
    .where('state', 'in', ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'suspended'])
    .execute()
  return rows.map(({ studentId }) => studentId)
}

export async function deletePlacements(tx: Tx, ids: readonly string[]) {
  if (ids.length > 0) await tx.deleteFrom('placement').where('id', 'in', ids).execute()
}
