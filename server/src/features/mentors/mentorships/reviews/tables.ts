import type { Tx } from '../../../../kernel/db.ts'

export const listReviews = (tx: Tx, mentorshipId: string) => tx.selectFrom('mentorReview').selectAll().where('mentorshipId', '=', mentorshipId).orderBy('year').execute()
export const insertReview = async (tx: Tx, review: { mentorshipId: string; year: number; hours: number; tasks: number; verdict: string; words: string; reviewedBy: string; reviewedAt: Date }) => (await tx.insertInto('mentorReview').values(review).returning('id').executeTakeFirstOrThrow()).id
