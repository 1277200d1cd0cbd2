import { sql } from 'kysely'
import type { Tx } from '../../../../kernel/db.ts'

/** The students of these batches who are in them now; of a firm those placed with it. */
export const listMembers = (tx: Tx, batchId: string, firmId: string | null) =>
  tx
    .selectFrom('assistanceMember as member')
    .innerJoin('placement', 'placement.id', 'member.placementId')
    .innerJoin('placementTerms as terms', 'terms.placementId', 'member.placementId')
    .innerJoin('student', 'student.id', 'member.studentId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .select(['member.placementId', 'member.seatId', 'member.studentId', 'placement.number as placementNumber', 'placement.state as placementState', 'placement.startsOn', 'placement.endsOn', 'placement.activatedAt'])
    .select(['student.name as studentName', 'student.studentNumber', 'cohort.name as cohortName', 'firm.name as firmName', 'terms.title as postTitle'])
    .where('member.batchId', '=', batchId)
    .where('member.releasedAt', 'is', null)
    .$if(firmId !== null, (all) => all.where('placement.organisationId', '=', firmId!))
    .orderBy('firm.name')
    .orderBy('student.studentNumber')
    .execute()
export type Member = Awaited<ReturnType<typeof listMembers>>[number]

export const listLastChecks = (tx: Tx, placementIds: readonly string[]) =>
  tx
    .selectFrom('welfareCheck')
    .distinctOn('placementId')
    .select(['placementId', 'weekOn', 'level'])
    .where(sql<boolean>`placement_id = any(${placementIds as string[]}::uuid[])`)
    .orderBy('placementId')
    .orderBy('weekOn', 'desc')
    .execute()

/** In which cross-province filing each of these stands; the newest. */
export const listFilingsOf = (tx: Tx, placementIds: readonly string[]) =>
  tx
    .selectFrom('placementFilingMember as entry')
    .innerJoin('placementFiling as filing', 'filing.id', 'entry.filingId')
    .distinctOn('entry.placementId')
    .select(['entry.placementId', 'filing.id', 'filing.title', 'filing.state', 'filing.filingNumber'])
    .where('filing.kind', '=', 'cross_province')
    .where(sql<boolean>`entry.placement_id = any(${placementIds as string[]}::uuid[])`)
    .orderBy('entry.placementId')
    .orderBy('filing.createdAt', 'desc')
    .execute()

export async function insertMembers(tx: Tx, members: readonly { batchId: string; seatId: string; placementId: string; studentId: string }[], now: Date) {
  if (members.length > 0) await tx.insertInto('assistanceMember').values(members.map((member) => ({ ...member, createdAt: now }))).execute()
}
/** Whose placement was cancelled gives the seat back; who changed to another place goes on without one. Of one batch, or of all. */
export async function releaseMembers(tx: Tx, now: Date, batchId?: string): Promise<string[]> {
  const gone = await tx
    .updateTable('assistanceMember')
    .from('placement')
    .set({ releasedAt: now })
    .whereRef('placement.id', '=', 'assistanceMember.placementId')
    .where('assistanceMember.releasedAt', 'is', null)
    .where((one) => one.or([one('placement.state', '=', 'cancelled'), one.exists(one.selectFrom('placement as next').select('next.id').whereRef('next.previousId', '=', 'placement.id').where('next.state', '<>', 'cancelled'))]))
    .$if(batchId !== undefined, (all) => all.where('assistanceMember.batchId', '=', batchId!))
    .returning(['assistanceMember.placementId', 'assistanceMember.batchId', 'assistanceMember.studentId'])
    .execute()
  if (gone.length > 0)
    await tx
      .insertInto('assistanceMember')
      .columns(['placementId', 'batchId', 'studentId', 'createdAt'])
      .expression((one) =>
        one
          .selectFrom('assistanceMember as old')
          .innerJoin('placement as next', 'next.previousId', 'old.placementId')
          .select(['next.id', 'old.batchId', 'old.studentId', sql<Date>`${now}::timestamptz`.as('createdAt')])
          .where('next.state', '<>', 'cancelled')
          .where(sql<boolean>`old.placement_id = any(${gone.map(({ placementId }) => placementId)}::uuid[])`),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  return [...new Set(gone.map((one) => one.batchId))]
}

/** Where the placements of these batches stand, of everybody who is in one now. */
export const listStanding = (tx: Tx, batchIds: readonly string[]) =>
  tx
    .selectFrom('assistanceMember as member')
    .innerJoin('placement', 'placement.id', 'member.placementId')
    .select(['member.batchId', 'placement.state', sql<boolean>`placement.activated_at is not null`.as('activated')])
    .where(sql<boolean>`member.batch_id = any(${batchIds as string[]}::uuid[])`)
    .where('member.releasedAt', 'is', null)
    .execute()

/** Everybody of the school, with what keeps them from a new place. */
export const listStudents = (tx: Tx, { schoolId, batchId, cohortId, q }: { schoolId: string; batchId: string; cohortId?: string; q: string }) =>
  tx
    .selectFrom('student')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .leftJoin('placement as live', (join) =>
      join.onRef('live.studentId', '=', 'student.id').on('live.kind', '=', 'placement').on('live.state', 'in', ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'suspended']),
    )
    .leftJoin('assistanceMember as member', (join) => join.onRef('member.studentId', '=', 'student.id').on('member.batchId', '=', batchId).on('member.releasedAt', 'is', null))
    .select(['student.id as studentId', 'student.name as studentName', 'student.studentNumber', 'student.birthDate', 'cohort.id as cohortId', 'cohort.name as cohortName', 'live.number as placementNumber', 'member.placementId as memberOf'])
    .select([sql<boolean>`student.guardian_name is not null and student.guardian_phone is not null`.as('hasGuardian'), sql<boolean>`student.account_id is not null`.as('hasAccount')])
    .where('student.schoolId', '=', schoolId)
    .where('student.leftAt', 'is', null)
    .$if(cohortId !== undefined, (all) => all.where('student.cohortId', '=', cohortId!))
    .$if(q !== '', (all) => all.where((one) => one.or([one('student.name', 'like', `${q.replace(/[\\%_]/g, '\\$&')}%`), one('student.studentNumber', 'like', `${q.replace(/[\\%_]/g, '\\$&')}%`)])))
    .orderBy('student.studentNumber')
    .limit(3000)
    .execute()
export const listCohorts = (tx: Tx, schoolId: string) =>
  tx.selectFrom('cohort').innerJoin('programme', 'programme.id', 'cohort.programmeId').select(['cohort.id', 'cohort.name', 'cohort.studentsHere as students']).where('programme.schoolId', '=', schoolId).where('cohort.studentsHere', '>', 0).orderBy('cohort.entryYear', 'desc').orderBy('cohort.name').execute()
