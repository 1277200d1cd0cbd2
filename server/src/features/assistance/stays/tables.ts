import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { visibleBatches } from '../batches/tables.ts'

const stays = (tx: Tx) => tx.selectFrom('assistanceStay')
/** The one place that says who sees which stay: the school, the escort, the office; a student the own. A firm sees none. */
const visibleStays = (tx: Tx, actor: Actor) =>
  hasRole(actor, 'student')
    ? stays(tx).where('assistanceStay.studentId', '=', actor.studentId)
    : stays(tx)
        .where('assistanceStay.batchId', 'in', visibleBatches(tx, actor).select('assistanceBatch.id'))
        .$if(!hasRole(actor, 'school_contact', 'teacher', 'secretariat'), (all) => all.where(sql<boolean>`false`))

const whole = (rows: ReturnType<typeof stays>) =>
  rows
    .innerJoin('assistanceBatch as batch', 'batch.id', 'assistanceStay.batchId')
    .innerJoin('placement', 'placement.id', 'assistanceStay.placementId')
    .innerJoin('student', 'student.id', 'assistanceStay.studentId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .innerJoin('organisation as school', 'school.id', 'batch.schoolId')
    .innerJoin('teacher as escort', 'escort.id', 'batch.escortId')
    .selectAll('assistanceStay')
    .select(['batch.number as batchNumber', 'batch.schoolId', 'batch.allianceId', 'escort.accountId as escortAccountId', 'placement.startsOn', 'student.name as studentName', 'student.accountId', 'firm.name as firmName', 'school.name as schoolName'])
export type Stay = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

export const findStay = (tx: Tx, actor: Actor, id: string): Promise<Stay | undefined> => whole(visibleStays(tx, actor)).where('assistanceStay.id', '=', id).executeTakeFirst()
export async function lockStay(tx: Tx, actor: Actor, id: string): Promise<Locked<Stay> | undefined> {
  const row = await whole(visibleStays(tx, actor)).where('assistanceStay.id', '=', id).forUpdate('assistanceStay').executeTakeFirst()
  return row && { ...row, locked: true }
}
export const listOwnStays = (tx: Tx, actor: Actor): Promise<Stay[]> => whole(visibleStays(tx, actor)).where('assistanceStay.askedAt', 'is not', null).orderBy('assistanceStay.dueOn').execute()

const stateIs: Record<string, ReturnType<typeof sql<boolean>>> = {
  answered: sql<boolean>`assistance_stay.answered_at is not null`,
  unanswered: sql<boolean>`assistance_stay.answered_at is null and assistance_stay.told_at is not null`,
  waiting: sql<boolean>`assistance_stay.answered_at is null and assistance_stay.told_at is null and assistance_stay.asked_at is not null`,
  planned: sql<boolean>`assistance_stay.answered_at is null and assistance_stay.told_at is null and assistance_stay.asked_at is null`,
}
export type Filter = { q: string; batchId?: string; months?: number; state?: string; answer?: string }
export async function pageOfStays(tx: Tx, actor: Actor, { q, batchId, months, state, answer, page, size }: Filter & Paging) {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const found = visibleStays(tx, actor)
    .$if(batchId !== undefined, (all) => all.where('assistanceStay.batchId', '=', batchId!))
    .$if(months !== undefined, (all) => all.where('assistanceStay.months', '=', months!))
    .$if(state !== undefined, (all) => all.where(stateIs[state!]!))
    .$if(answer !== undefined, (all) => all.where('assistanceStay.answer', '=', answer!))
    .$if(q !== '', (all) => all.where('assistanceStay.studentId', 'in', tx.selectFrom('student as s').select('s.id').where((one) => one.or([one('s.name', 'like', like), one('s.studentNumber', 'like', like)]))))
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(found).orderBy('assistanceStay.dueOn', 'desc').orderBy('student.name').orderBy('assistanceStay.id').limit(size).offset((page - 1) * size).execute()
  return { rows, total }
}
export const answerStayRow = (tx: Tx, id: string, answer: { answer: string; reasonCode: string | null; note: string | null; answeredBy: string; answeredAt: Date }) => tx.updateTable('assistanceStay').set(answer).where('id', '=', id).execute()

/** Of everybody who has begun: one question after half a year and one after a year, counted from the first day there. */
export const listWithoutStays = (tx: Tx) =>
  tx
    .selectFrom('assistanceMember as member')
    .innerJoin('placement', 'placement.id', 'member.placementId')
    .select(['member.batchId', 'member.placementId', 'member.studentId'])
    .select(sql<string>`greatest(placement.starts_on, (placement.activated_at at time zone 'Asia/Shanghai')::date)`.as('firstOn'))
    .where('placement.activatedAt', 'is not', null)
    .where((one) => one.not(one.exists(one.selectFrom('assistanceStay as stay').select('stay.id').whereRef('stay.batchId', '=', 'member.batchId').whereRef('stay.studentId', '=', 'member.studentId'))))
    .orderBy('member.createdAt')
    .execute()
export async function insertStays(tx: Tx, rows: readonly { batchId: string; placementId: string; studentId: string; months: number; dueOn: string }[]) {
  if (rows.length > 0) await tx.insertInto('assistanceStay').values([...rows]).onConflict((conflict) => conflict.doNothing()).execute()
}
/** Due, and not asked yet; who never signed in cannot be. */
export const listToAsk = (tx: Tx, today: string): Promise<Stay[]> =>
  whole(stays(tx)).where('assistanceStay.answeredAt', 'is', null).where('assistanceStay.askedAt', 'is', null).where('assistanceStay.dueOn', '<=', today).where('student.accountId', 'is not', null).orderBy('assistanceStay.id').forUpdate('assistanceStay').execute()
/** Due since this day, unanswered, and the escort was not told yet. */
export const listSilent = (tx: Tx, dueBefore: string): Promise<Stay[]> =>
  whole(stays(tx)).where('assistanceStay.answeredAt', 'is', null).where('assistanceStay.toldAt', 'is', null).where('assistanceStay.dueOn', '<', dueBefore).orderBy('assistanceStay.id').forUpdate('assistanceStay').execute()
export async function markStays(tx: Tx, ids: readonly string[], change: { askedAt: Date } | { toldAt: Date }) {
  if (ids.length > 0) await tx.updateTable('assistanceStay').set(change).where(sql<boolean>`id = any(${ids as string[]}::uuid[])`).execute()
}
