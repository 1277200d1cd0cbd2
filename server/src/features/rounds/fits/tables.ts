import type { Tx } from '../../../kernel/db.ts'

export const findProgrammeOf = (tx: Tx, studentId: string) =>
  tx
    .selectFrom('student')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('programme', 'programme.id', 'cohort.programmeId')
    .select(['programme.name', 'programme.majorCode'])
    .where('student.id', '=', studentId)
    .executeTakeFirst()

export const listPostIds = async (tx: Tx, roundId: string) =>
  (await tx.selectFrom('roundPost').select('postId').where('roundId', '=', roundId).where('suspendedAt', 'is', null).execute()).map(({ postId }) => postId)
