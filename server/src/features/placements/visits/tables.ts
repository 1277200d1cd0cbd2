import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

/** The school's own. */
export const visibleVisits = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom('placementVisit')
    .where('placementVisit.schoolId', '=', actor.organisationId)
    .$if(!hasRole(actor, 'school_contact', 'teacher'), (all) => all.where(sql<boolean>`false`))

const whole = (rows: ReturnType<typeof visibleVisits>) =>
  rows
    .innerJoin('organisation as firm', 'firm.id', 'placementVisit.organisationId')
    .innerJoin('teacher', 'teacher.id', 'placementVisit.teacherId')
    .innerJoin('unit', (join) => join.onRef('unit.schoolId', '=', 'placementVisit.schoolId').onRef('unit.organisationId', '=', 'placementVisit.organisationId'))
    .selectAll('placementVisit')
    .select(['firm.name as unitName', 'teacher.name as teacherName', 'teacher.accountId as teacherAccountId', 'unit.id as unitId'])
    .select(
      sql<{ placementId: string; name: string }[]>`(select coalesce(jsonb_agg(jsonb_build_object('placementId', m.placement_id, 'name', s.name) order by s.name), '[]')
        from placement_visit_member m join placement p on p.id = m.placement_id join student s on s.id = p.student_id where m.visit_id = placement_visit.id)`.as('students'),
    )
export type Visit = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

export const findVisit = (tx: Tx, actor: Actor, visitId: string): Promise<Visit | undefined> => whole(visibleVisits(tx, actor)).where('placementVisit.id', '=', visitId).executeTakeFirst()
export async function lockVisit(tx: Tx, actor: Actor, visitId: string): Promise<Locked<Visit> | undefined> {
  const row = await whole(visibleVisits(tx, actor)).where('placementVisit.id', '=', visitId).forUpdate(['placementVisit']).executeTakeFirst()
  return row && { ...row, locked: true }
}

export type Filter = { q: string; state?: string; placementId?: string; mine: boolean }
export async function pageOfVisits(tx: Tx, actor: Actor, { q, state, placementId, mine, page, size }: Filter & Paging) {
  const found = visibleVisits(tx, actor)
    .$if(state === 'owed', (all) => all.where((one) => one.or([one('placementVisit.state', '=', 'planned'), one.and([one('placementVisit.state', '=', 'done'), one('placementVisit.followUp', 'is not', null)])])))
    .$if(state !== undefined && state !== 'owed', (all) => all.where('placementVisit.state', '=', state!))
    .$if(placementId !== undefined, (all) => all.where('placementVisit.id', 'in', tx.selectFrom('placementVisitMember').select('visitId').where('placementId', '=', placementId!)))
    .$if(mine, (all) => all.where('placementVisit.teacherId', 'in', tx.selectFrom('teacher').select('id').where('accountId', '=', actor.accountId)))
    .$if(q !== '', (all) => all.where('placementVisit.organisationId', 'in', tx.selectFrom('organisation').select('id').where('name', 'like', `%${q}%`)))
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(found).orderBy('placementVisit.plannedOn', 'desc').orderBy('placementVisit.id', 'desc').limit(size).offset((page - 1) * size).execute()
  return { rows, total }
}

/** Those of the school who are at work at these placements now, with their unit. */
export const listVisitable = (tx: Tx, schoolId: string, placementIds: readonly string[]) =>
  tx.selectFrom('placement').select(['id', 'organisationId', 'supervisorId']).where('schoolId', '=', schoolId).where('id', 'in', [...placementIds]).where('state', 'in', ['active', 'suspended']).execute()
export const findTeacher = (tx: Tx, schoolId: string, where: { id?: string; accountId?: string }) =>
  tx
    .selectFrom('teacher')
    .select(['id', 'name', 'accountId'])
    .where('schoolId', '=', schoolId)
    .where('leftAt', 'is', null)
    .$if(where.id !== undefined, (all) => all.where('id', '=', where.id!))
    .$if(where.accountId !== undefined, (all) => all.where('accountId', '=', where.accountId!))
    .executeTakeFirst()

type NewVisit = { schoolId: string; organisationId: string; teacherId: string; way: string; plannedOn: string; createdBy: string; demo: boolean }
export async function insertVisit(tx: Tx, visit: NewVisit, placementIds: readonly string[], now: Date) {
  const { id } = await tx.insertInto('placementVisit').values({ ...visit, createdAt: now, updatedAt: now }).returning('id').executeTakeFirstOrThrow()
  await tx.insertInto('placementVisitMember').values(placementIds.map((placementId) => ({ visitId: id, placementId }))).execute()
  return id
}
type Change = Partial<Pick<Visit, 'state' | 'visitedOn' | 'finding' | 'followUp' | 'followUpBy' | 'followedUpAt' | 'outcome' | 'reason'>>
export async function updateVisit(tx: Tx, visitId: string, change: Change, now: Date) {
  const { version } = await tx.updateTable('placementVisit').set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) })).where('id', '=', visitId).returning('version').executeTakeFirstOrThrow()
  return version
}

/**
 * By unit and teacher: the student there who waits longest, counted from the last visit or the first day. Of one school, or, for the night,
 * of all that are not planned already.
 */
export async function listDue(tx: Tx, { schoolId, accountId, before, every }: { schoolId?: string; accountId?: string; before: string; every: number }) {
  const last = sql<string | null>`(select max(v.visited_on) from placement_visit v join placement_visit_member m on m.visit_id = v.id where m.placement_id = placement.id and v.state in ('done', 'followed'))`
  const since = sql<string>`coalesce((select max(v.visited_on) from placement_visit v join placement_visit_member m on m.visit_id = v.id where m.placement_id = placement.id and v.state in ('done', 'followed')), placement.starts_on)`
  return tx
    .selectFrom('placement')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('unit', (join) => join.onRef('unit.schoolId', '=', 'placement.schoolId').onRef('unit.organisationId', '=', 'placement.organisationId'))
    .leftJoin('teacher', 'teacher.id', 'placement.supervisorId')
    .select(['placement.schoolId', 'placement.organisationId', 'unit.id as unitId', 'firm.name as unitName', 'placement.supervisorId as teacherId', 'teacher.name as teacherName', 'teacher.accountId as teacherAccountId'])
    .select(sql<string | null>`max(${last})`.as('lastOn'))
    .select(sql<string>`(min(${since}) + ${every}::int)::date`.as('dueOn'))
    .select(sql<{ placementId: string; name: string }[]>`jsonb_agg(jsonb_build_object('placementId', placement.id, 'name', student.name) order by student.name)`.as('students'))
    .where('placement.state', '=', 'active')
    .where(sql<boolean>`${since} + ${every}::int <= ${before}::date`)
    .$if(schoolId !== undefined, (all) => all.where('placement.schoolId', '=', schoolId!))
    .$if(accountId !== undefined, (all) => all.where('teacher.accountId', '=', accountId!))
    .where(sql<boolean>`not exists (select from placement_visit v join placement_visit_member m on m.visit_id = v.id where m.placement_id = placement.id and v.state = 'planned')`)
    .groupBy(['placement.schoolId', 'placement.organisationId', 'unit.id', 'firm.name', 'placement.supervisorId', 'teacher.name', 'teacher.accountId'])
    .orderBy('dueOn')
    .orderBy('firm.name')
    .execute()
}
