import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { visibleClasses } from '../classes/tables.ts'

export type State = 'admitted' | 'confirmed' | 'enrolled' | 'released' | 'left' | 'passed' | 'failed' | 'offered' | 'accepted' | 'declined' | 'lapsed'

/** Places of the classes one has a part in; a student, their own. */
export function visiblePlaces(tx: Tx, actor: Actor) {
  const places = tx.selectFrom('classMember').innerJoin('orderClass', 'orderClass.id', 'classMember.classId')
  if (hasRole(actor, 'student')) return places.where('classMember.studentId', '=', actor.studentId)
  return places.where('classMember.classId', 'in', visibleClasses(tx, actor).select('orderClass.id'))
}
const allPlaces = (tx: Tx) => tx.selectFrom('classMember').innerJoin('orderClass', 'orderClass.id', 'classMember.classId')

const whole = (rows: ReturnType<typeof visiblePlaces>) =>
  rows
    .innerJoin('student', 'student.id', 'classMember.studentId')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('organisation as firm', 'firm.id', 'orderClass.organisationId')
    .innerJoin('organisation as school', 'school.id', 'orderClass.schoolId')
    .leftJoin('classOffer', 'classOffer.memberId', 'classMember.id')
    .leftJoin('classMember as earlier', 'earlier.id', 'classMember.replacesId')
    .leftJoin('student as gone', 'gone.id', 'earlier.studentId')
    .selectAll('classMember')
    .select(['orderClass.number as classNumber', 'orderClass.title', 'orderClass.kind', 'orderClass.state as classState', 'orderClass.allianceId', 'orderClass.organisationId', 'orderClass.schoolId', 'orderClass.postTitle as classPost', 'orderClass.startsOn as classStartsOn', 'orderClass.endsOn as classEndsOn', 'orderClass.payFloor', 'orderClass.quitting', 'orderClass.costs'])
    .select(['student.name', 'student.studentNumber', 'student.birthDate', 'student.guardianName', 'student.accountId', 'student.phone', 'cohort.name as cohortName', 'firm.name as organisationName', 'school.name as schoolName', 'gone.name as replacesName'])
    .select(['classOffer.postTitle as offerTitle', 'classOffer.pay as offerPay', 'classOffer.place as offerPlace', 'classOffer.startsOn as offerStartsOn', 'classOffer.replyUntil', 'classOffer.note as offerNote', 'classOffer.answer', 'classOffer.reasonCode as offerReasonCode', 'classOffer.reason as offerReason', 'classOffer.answeredAt as offerAnsweredAt'])
    .select(sql<{ id: string; months: number; dueOn: string; askedAt: string | null; stays: boolean | null; reasonCode: string | null; answeredAt: string | null }[]>`(select coalesce(json_agg(json_build_object('id', r.id, 'months', r.months, 'dueOn', r.due_on, 'askedAt', r.asked_at, 'stays', r.stays, 'reasonCode', r.reason_code, 'answeredAt', r.answered_at) order by r.months), '[]') from class_retention r where r.member_id = class_member.id)`.as('retentions'))

type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State, kind: row.kind as 'order' | 'apprenticeship' | 'engineer' })
export type Place = ReturnType<typeof typed>

export async function findPlace(tx: Tx, actor: Actor, id: string): Promise<Place | undefined> {
  const row = await whole(visiblePlaces(tx, actor)).where('classMember.id', '=', id).executeTakeFirst()
  return row && typed(row)
}
export async function lockPlace(tx: Tx, actor: Actor, id: string): Promise<Locked<Place> | undefined> {
  const row = await whole(visiblePlaces(tx, actor)).where('classMember.id', '=', id).forUpdate('classMember').executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
export async function lockPlacesAnyhow(tx: Tx, ids: readonly string[]): Promise<Locked<Place>[]> {
  const rows = await whole(allPlaces(tx)).where(sql<boolean>`class_member.id = any(${ids as string[]}::uuid[])`).orderBy('classMember.id').forUpdate('classMember').execute()
  return rows.map((row) => ({ ...typed(row), locked: true }))
}
export async function listPlacesOf(tx: Tx, classId: string): Promise<Place[]> {
  const rows = await whole(allPlaces(tx)).where('classMember.classId', '=', classId).orderBy('student.studentNumber').execute()
  return rows.map(typed)
}
export async function listOwnPlaces(tx: Tx, actor: Actor): Promise<Place[]> {
  const rows = await whole(visiblePlaces(tx, actor)).where('classMember.studentId', '=', actor.studentId).orderBy('classMember.createdAt', 'desc').execute()
  return rows.map(typed)
}
/** What a move of the class looks at. */
export const countPlaces = (tx: Tx, classId: string) =>
  tx.selectNoFrom([
    sql<number>`(select count(*)::int from class_member where class_id = ${classId} and state in ('admitted', 'confirmed'))`.as('unconfirmed'),
    sql<number>`(select count(*)::int from class_member where class_id = ${classId} and state = 'enrolled')`.as('enrolled'),
    sql<number>`(select count(*)::int from class_member where class_id = ${classId} and state in ('passed', 'offered'))`.as('unanswered'),
  ]).executeTakeFirstOrThrow()
export const countRetentionOpen = async (tx: Tx, classId: string, giveUpBefore: string) =>
  (await tx.selectFrom('classRetention').innerJoin('classMember', 'classMember.id', 'classRetention.memberId').select((one) => one.fn.countAll<number>().as('open'))
    .where('classMember.classId', '=', classId).where('classRetention.answeredAt', 'is', null).where('classRetention.dueOn', '>', giveUpBefore).executeTakeFirstOrThrow()).open

type NewPlace = { classId: string; studentId: string; intakeId: string; replacesId?: string | null; admittedAt: Date; confirmUntil: Date; createdAt: Date; updatedAt: Date }
export const insertPlace = async (tx: Tx, place: NewPlace) => (await tx.insertInto('classMember').values({ ...place, state: 'admitted' }).returning('id').executeTakeFirstOrThrow()).id
export type PlaceChange = Partial<{ state: State; enrolledOn: string; leftOn: string; leaveCode: string; leaveNote: string | null; schoolMark: number; firmMark: number; finalNote: string; assessedOn: string; confirmUntil: Date }>
export async function updatePlace(tx: Tx, id: string, change: PlaceChange, now: Date): Promise<number> {
  const { version } = await tx.updateTable('classMember').set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) })).where('id', '=', id).returning('version').executeTakeFirstOrThrow()
  return version
}

/** Those who wanted this class and are nowhere: best first, as the draw had them. */
export const listWaiting = (tx: Tx, classId: string, intakeId: string) =>
  tx.selectFrom('classChoice').innerJoin('classSignup', (join) => join.onRef('classSignup.intakeId', '=', 'classChoice.intakeId').onRef('classSignup.studentId', '=', 'classChoice.studentId'))
    .innerJoin('student', 'student.id', 'classChoice.studentId').innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .select(['classChoice.studentId', 'student.name', 'student.studentNumber', 'cohort.name as cohortName', 'classChoice.score', 'classChoice.position', 'classSignup.lottery'])
    .where('classChoice.classId', '=', classId).where('classChoice.intakeId', '=', intakeId).where('classChoice.refused', 'is', null).where('student.leftAt', 'is', null)
    .where(sql<boolean>`not exists (select from class_member m where m.student_id = class_choice.student_id and (m.class_id = class_choice.class_id or m.state in ('admitted', 'confirmed', 'enrolled', 'passed', 'offered', 'accepted')))`)
    .orderBy(sql`coalesce(class_choice.score, 0)`, 'desc').orderBy('classSignup.lottery').execute()

export const listDuePlaces = async (tx: Tx, now: Date) => (await tx.selectFrom('classMember').select('id').where('state', '=', 'admitted').where('confirmUntil', '<=', now).execute()).map(({ id }) => id)
