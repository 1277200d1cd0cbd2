import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

/** Teachers on the roll with what the rule asks to know of them. */
const roster = (tx: Tx) =>
  tx
    .selectFrom('teacher')
    .leftJoin('practiceProfile as profile', 'profile.teacherId', 'teacher.id')
    .leftJoin('practiceDepartment as department', 'department.id', 'profile.departmentId')
    .leftJoin('teacher as head', 'head.id', 'department.headId')
    .leftJoin('account', 'account.id', 'teacher.accountId')
    .where('teacher.leftAt', 'is', null)

/** The one place that says whose counter is seen: the school's office all, a head those of the department, a teacher the own. */
function visibleStandings(tx: Tx, actor: Actor) {
  return roster(tx).where((one) => {
    if (hasRole(actor, 'school_contact')) return one('teacher.schoolId', '=', actor.organisationId)
    if (hasRole(actor, 'teacher')) return one.and([one('teacher.schoolId', '=', actor.organisationId), one.or([one('teacher.accountId', '=', actor.accountId), one('head.accountId', '=', actor.accountId)])])
    return sql<boolean>`false`
  })
}

const columns = [
  'teacher.id as teacherId', 'teacher.schoolId', 'teacher.number', 'teacher.name', 'teacher.subject', 'teacher.accountId', 'account.name as accountName', 'profile.departmentId', 'department.name as departmentName', 'head.accountId as headAccountId',
  'profile.kind', 'profile.employedOn', 'profile.experienced',
] as const
const withColumns = (rows: ReturnType<typeof visibleStandings>) => rows.select(columns)
export type RosterRow = Awaited<ReturnType<typeof listRoster>>[number]

export const listRoster = (tx: Tx, actor: Actor) => withColumns(visibleStandings(tx, actor)).orderBy('teacher.number').execute()
export const findInRoster = (tx: Tx, actor: Actor, teacherId: string) => withColumns(visibleStandings(tx, actor)).where('teacher.id', '=', teacherId).executeTakeFirst()
export const findOwnRow = (tx: Tx, actor: Actor) => withColumns(visibleStandings(tx, actor)).where('teacher.accountId', '=', actor.accountId).executeTakeFirst()
/** Without an actor: for the clock and for totals. */
export const listRosterOf = (tx: Tx, schoolIds: readonly string[] | null) =>
  withColumns(roster(tx)).$if(schoolIds !== null, (all) => all.where(sql<boolean>`teacher.school_id = any(${schoolIds as string[]}::uuid[])`)).orderBy('teacher.id').execute()

/** Credited days of these teachers, as far as they can still matter. */
export async function daysOfTeachers(tx: Tx, teacherIds: readonly string[]): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ teacherId: string; days: string[] }>`
    select teacher_id as "teacherId", array_agg(day::text order by day) as days from practice_day where teacher_id = any(${teacherIds as string[]}::uuid[]) group by teacher_id`.execute(tx)
  return new Map(rows.map((row) => [row.teacherId, row.days]))
}

const coming = ['approved', 'accepted', 'practising', 'finished', 'appraised', 'passed']
const onItsWay = ['applied', 'endorsed', ...coming]
/** Stays that are on their way, the nearest first. */
export const plansOfTeachers = (tx: Tx, teacherIds: readonly string[]) =>
  tx
    .selectFrom('practicePlan')
    .innerJoin('organisation', 'organisation.id', 'practicePlan.organisationId')
    .select(['practicePlan.id', 'practicePlan.teacherId', 'practicePlan.state', 'practicePlan.startsOn', 'practicePlan.endsOn', 'practicePlan.endedOn', 'organisation.name as organisationName'])
    .where(sql<boolean>`practice_plan.teacher_id = any(${teacherIds as string[]}::uuid[])`)
    .where('practicePlan.state', 'in', onItsWay)
    .orderBy('practicePlan.startsOn')
    .execute()
export const isComing = (state: string) => coming.includes(state)

/** Days claimed and not seen, in the window that ends today. */
export async function claimedOfTeachers(tx: Tx, teacherIds: readonly string[], after: string): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('practiceClaim')
    .select(['teacherId'])
    .select(sql<number>`sum(least(days, greatest(0, starts_on + days - 1 - ${after}::date)))::int`.as('days'))
    .where(sql<boolean>`teacher_id = any(${teacherIds as string[]}::uuid[])`)
    .where('state', '=', 'claimed')
    .groupBy('teacherId')
    .execute()
  return new Map(rows.map((row) => [row.teacherId, row.days]))
}

/** What a counter is made of: each stay or claim with its credited days. */
export const listStretches = async (tx: Tx, teacherId: string, after: string) =>
  (
    await sql<{ id: string; kind: 'plan' | 'claim'; title: string; from: string; to: string; days: number; inWindow: number }>`
      select coalesce(d.plan_id, d.claim_id) as id, case when d.plan_id is null then 'claim' else 'plan' end as kind, coalesce(o.name, c.organisation_name) as title,
        min(d.day)::text as "from", max(d.day)::text as "to", count(*)::int as days, (count(*) filter (where d.day > ${after}::date))::int as "inWindow"
      from practice_day d
      left join practice_plan p on p.id = d.plan_id left join organisation o on o.id = p.organisation_id
      left join practice_claim c on c.id = d.claim_id
      where d.teacher_id = ${teacherId} group by 1, 2, 3 order by min(d.day) desc`.execute(tx)
  ).rows

export async function lockTeacher(tx: Tx, actor: Actor, teacherId: string): Promise<Locked<{ id: string; schoolId: string }> | undefined> {
  const row = await tx.selectFrom('teacher').select(['id', 'schoolId']).where('id', '=', teacherId).where('schoolId', '=', actor.organisationId).where('leftAt', 'is', null).forUpdate().executeTakeFirst()
  return row && { ...row, locked: true }
}

type Profile = { departmentId: string | null; kind: string; employedOn: string | null; experienced: boolean | null }
export async function upsertProfile(tx: Tx, teacherId: string, profile: Profile, now: Date) {
  await tx.insertInto('practiceProfile').values({ teacherId, ...profile, updatedAt: now }).onConflict((conflict) => conflict.column('teacherId').doUpdateSet({ ...profile, updatedAt: now })).execute()
}
export async function updateAccount(tx: Tx, teacherId: string, accountId: string | null) {
  await tx.updateTable('teacher').set({ accountId }).where('id', '=', teacherId).execute()
}

/** Accounts that sit as teachers at this school. */
export const listTeacherSeats = (tx: Tx, schoolId: string) =>
  tx
    .selectFrom('roleGrant')
    .innerJoin('account', 'account.id', 'roleGrant.accountId')
    .leftJoin('teacher', (join) => join.onRef('teacher.accountId', '=', 'account.id').on('teacher.schoolId', '=', schoolId))
    .select(['account.id as accountId', 'account.name', 'account.login', 'teacher.id as teacherId'])
    .where('roleGrant.organisationId', '=', schoolId)
    .where('roleGrant.role', '=', 'teacher')
    .where('roleGrant.revokedAt', 'is', null)
    .orderBy('account.name')
    .orderBy('account.id')
    .execute()

export const listDepartments = (tx: Tx, schoolId: string, today: string) =>
  tx
    .selectFrom('practiceDepartment')
    .leftJoin('teacher as head', 'head.id', 'practiceDepartment.headId')
    .select(['practiceDepartment.id', 'practiceDepartment.name', 'practiceDepartment.headId', 'head.name as headName'])
    .select(sql<boolean>`head.account_id is not null`.as('headSignsIn'))
    .select(sql<number>`(select count(*)::int from practice_profile p join teacher t on t.id = p.teacher_id where p.department_id = practice_department.id and t.left_at is null)`.as('teachers'))
    .select(
      sql<number>`(select count(distinct l.teacher_id)::int from practice_plan l join practice_profile p on p.teacher_id = l.teacher_id where p.department_id = practice_department.id
        and l.state in ('accepted', 'practising') and ${today}::date between l.starts_on and coalesce(l.ended_on, l.ends_on))`.as('away'),
    )
    .where('practiceDepartment.schoolId', '=', schoolId)
    .orderBy('practiceDepartment.createdAt')
    .orderBy('practiceDepartment.id')
    .execute()
export async function insertDepartment(tx: Tx, values: { schoolId: string; name: string; headId: string | null }, now: Date) {
  return tx.insertInto('practiceDepartment').values({ ...values, createdAt: now }).returning('id').executeTakeFirstOrThrow()
}
export async function lockDepartmentOf(tx: Tx, schoolId: string, departmentId: string) {
  return tx.selectFrom('practiceDepartment').select(['id', 'schoolId']).where('id', '=', departmentId).where('schoolId', '=', schoolId).forUpdate().executeTakeFirst()
}
export async function updateDepartment(tx: Tx, departmentId: string, values: { name: string; headId: string | null }) {
  await tx.updateTable('practiceDepartment').set(values).where('id', '=', departmentId).execute()
}
/** Of the plans that wait for the department: who heads it now is asked. */
export const listWaitingFor = async (tx: Tx, departmentId: string) => (await tx.selectFrom('practicePlan').select('id').where('departmentId', '=', departmentId).where('state', '=', 'applied').execute()).map(({ id }) => id)

export async function upsertSetting(tx: Tx, schoolId: string, values: { awayPercent: number; generalMonths: number; needsAgreement: boolean; restDays: boolean }, by: { changedBy: string; changedAt: Date }) {
  await tx.insertInto('practiceSetting').values({ schoolId, ...values, ...by }).onConflict((conflict) => conflict.column('schoolId').doUpdateSet({ ...values, ...by })).execute()
}

/** What each of these schools asks of teachers of common subjects. */
export async function generalMonthsOf(tx: Tx, schoolIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.selectFrom('practiceSetting').select(['schoolId', 'generalMonths']).where(sql<boolean>`school_id = any(${schoolIds as string[]}::uuid[])`).execute()
  return new Map(rows.map((row) => [row.schoolId, row.generalMonths]))
}

/** The schools an office or an authority answers for: members of its alliances, by protocol. */
export const listSchools = (tx: Tx, actor: Actor) =>
  tx
    .selectFrom('organisation')
    .select(['organisation.id', 'organisation.name'])
    .where('organisation.kind', '=', 'school')
    .where((one) =>
      one.exists(
        one
          .selectFrom('membership')
          .select('membership.id')
          .whereRef('membership.organisationId', '=', 'organisation.id')
          .where('membership.state', 'in', ['active', 'suspended'])
          .where((inner) =>
            hasRole(actor, 'secretariat')
              ? inner('membership.allianceId', '=', actor.allianceId)
              : inner('membership.allianceId', 'in', (own) => own.selectFrom('membership as mine').select('mine.allianceId').where('mine.organisationId', '=', actor.organisationId).where('mine.state', '=', 'active')),
          ),
      ),
    )
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.id')
    .execute()
