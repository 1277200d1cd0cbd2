import { sql } from 'kysely'
import type { Tx } from '../../../../kernel/db.ts'

/** Everybody who ever had a place in these classes, with what the figures look at. */
export async function listCounted(tx: Tx, classIds: readonly string[]) {
  if (classIds.length === 0) return []
  const rows = await tx
    .selectFrom('classMember')
    .innerJoin('orderClass', 'orderClass.id', 'classMember.classId')
    .select(['classMember.id', 'classMember.classId', 'classMember.state', 'classMember.enrolledOn', 'classMember.leftOn', 'orderClass.startedOn', 'orderClass.assessedOn'])
    .select(sql<{ months: number; stays: boolean | null; dueOn: string }[]>`(select coalesce(json_agg(json_build_object('months', r.months, 'stays', r.stays, 'dueOn', r.due_on)), '[]') from class_retention r where r.member_id = class_member.id)`.as('retention'))
    .where(sql<boolean>`class_member.class_id = any(${classIds as string[]}::uuid[])`)
    .execute()
  return rows
}

export const listFigureRows = (tx: Tx, classIds: readonly string[]) =>
  tx
    .selectFrom('classMember')
    .innerJoin('orderClass', 'orderClass.id', 'classMember.classId')
    .innerJoin('student', 'student.id', 'classMember.studentId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .leftJoin('classOffer', 'classOffer.memberId', 'classMember.id')
    .select(['classMember.id as memberId', 'classMember.classId', 'orderClass.number as classNumber', 'student.name', 'student.studentNumber', 'cohort.name as cohortName', 'classMember.state', 'classMember.enrolledOn', 'classMember.leftOn', 'classMember.leaveCode', 'orderClass.startedOn', 'orderClass.assessedOn'])
    .select(['classOffer.answeredAt as offerAnsweredAt', 'classOffer.reasonCode as offerReason'])
    .select(sql<{ months: number; stays: boolean | null; dueOn: string; answeredOn: string | null; reasonCode: string | null }[]>`(select coalesce(json_agg(json_build_object('months', r.months, 'stays', r.stays, 'dueOn', r.due_on, 'answeredOn', (r.answered_at at time zone 'Asia/Shanghai')::date, 'reasonCode', r.reason_code)), '[]') from class_retention r where r.member_id = class_member.id)`.as('retention'))
    .where(sql<boolean>`class_member.class_id = any(${classIds as string[]}::uuid[])`)
    .orderBy('orderClass.number')
    .orderBy('student.studentNumber')
    .execute()
