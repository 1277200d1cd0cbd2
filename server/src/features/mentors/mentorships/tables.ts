import { sql } from 'kysely'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

type State = 'invited' | 'applied' | 'consented' | 'publicity' | 'contracting' | 'active' | 'ended' | 'declined' | 'withdrawn'

const mentorships = (tx: Tx) =>
  tx
    .selectFrom('mentorship')
    .innerJoin('mentorPerson', 'mentorPerson.id', 'mentorship.mentorId')
    .leftJoin('invitation', 'invitation.id', 'mentorPerson.invitationId')
    .innerJoin('organisation as employer', 'employer.id', 'mentorship.employerId')
    .innerJoin('organisation as school', 'school.id', 'mentorship.schoolId')

/** The one place that says who sees which appointment: the school, the mentor, and the employer. Totals are shared, people are not. */
export function visibleMentorships(tx: Tx, actor: Actor) {
  return mentorships(tx).where((one) => {
    if (hasRole(actor, 'school_contact')) return one('mentorship.schoolId', '=', actor.organisationId)
    if (hasRole(actor, 'mentor')) return sql<boolean>`coalesce(mentor_person.account_id, invitation.accepted_by) = ${actor.accountId}`
    if (hasRole(actor, 'enterprise_contact', 'platform_contact', 'park_contact', 'association_contact')) return one('mentorship.employerId', '=', actor.organisationId)
    return sql<boolean>`false`
  })
}

/** Of the year of the term that runs today, confirmed. */
const yearOf = sql`(mentorship.starts_on + (date_part('year', age(least(current_day.today, mentorship.ends_on), mentorship.starts_on)) * interval '1 year'))::date`
const figures = (today: string) => ({
  hours: sql<number>`(select coalesce(sum(t.hours), 0)::float from mentor_task t cross join (select ${today}::date as today) current_day where t.mentorship_id = mentorship.id and t.state = 'confirmed' and t.happened_on >= ${yearOf})`,
  tasks: sql<number>`(select count(*)::int from mentor_task t cross join (select ${today}::date as today) current_day where t.mentorship_id = mentorship.id and t.state = 'confirmed' and t.happened_on >= ${yearOf})`,
  waiting: sql<number>`(select count(*)::int from mentor_task t where t.mentorship_id = mentorship.id and t.state = 'logged')`,
  lastTaskOn: sql<string | null>`(select max(t.happened_on)::text from mentor_task t where t.mentorship_id = mentorship.id and t.state = 'confirmed')`,
})

export const withNames = (rows: ReturnType<typeof mentorships>, today: string) => {
  const { hours, tasks, waiting, lastTaskOn } = figures(today)
  return rows
    .selectAll('mentorship')
    .select(['mentorPerson.name as mentorName', 'mentorPerson.position', 'mentorPerson.skill', 'employer.name as employerName', 'employer.kind as employerKind', 'school.name as schoolName'])
    .select([hours.as('hours'), tasks.as('tasks'), waiting.as('waiting'), lastTaskOn.as('lastTaskOn')])
    .select(sql<string | null>`coalesce(mentor_person.account_id, invitation.accepted_by)`.as('mentorAccountId'))
}
const whole = (rows: ReturnType<typeof mentorships>, today: string) =>
  withNames(rows, today)
    .select(['mentorPerson.phone', 'mentorPerson.birthDate', 'mentorPerson.years', 'mentorPerson.field', 'mentorPerson.about'])
    .select([
      sql<boolean>`exists (select from role_grant g where g.organisation_id = mentorship.employer_id and g.revoked_at is null and g.role in ('enterprise_contact', 'platform_contact', 'park_contact', 'association_contact'))`.as('employerSignsIn'),
      sql<number>`(select count(*)::int from mentor_objection o where o.mentorship_id = mentorship.id and o.answered_at is null)`.as('openObjections'),
      sql<number>`(select count(distinct m.school_id)::int from mentorship m where m.mentor_id = mentorship.mentor_id and m.school_id <> mentorship.school_id and m.state in ('contracting', 'active'))`.as('otherSchools'),
      sql<number>`(select count(distinct m.school_id)::int from mentorship m where m.mentor_id = mentorship.mentor_id and m.state = 'active')`.as('schools'),
      sql<string | null>`(select m.id from mentorship m where m.renews_id = mentorship.id and m.state not in ('declined', 'withdrawn') limit 1)`.as('renewalId'),
    ])

type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State, reasons: row.reasons as Partial<Record<'share' | 'age' | 'third_school', string>> })
export type Mentorship = ReturnType<typeof typed>

export async function findMentorship(tx: Tx, actor: Actor, id: string, today: string): Promise<Mentorship | undefined> {
  const row = await whole(visibleMentorships(tx, actor), today).where('mentorship.id', '=', id).executeTakeFirst()
  return row && typed(row)
}
export async function lockMentorship(tx: Tx, actor: Actor, id: string, today: string): Promise<Locked<Mentorship> | undefined> {
  const row = await whole(visibleMentorships(tx, actor), today).where('mentorship.id', '=', id).forUpdate(['mentorship']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
/** Without an actor: for the clock, and for a task that holds the id. */
export async function lockAnyhow(tx: Tx, id: string, today: string): Promise<Locked<Mentorship> | undefined> {
  const row = await whole(mentorships(tx), today).where('mentorship.id', '=', id).forUpdate(['mentorship']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
/** What is public while it is public. */
export async function findPublished(tx: Tx, id: string, today: string): Promise<Mentorship | undefined> {
  const row = await whole(mentorships(tx), today).where('mentorship.id', '=', id).where('mentorship.state', '=', 'publicity').executeTakeFirst()
  return row && typed(row)
}
export async function findCertified(tx: Tx, code: string, today: string): Promise<Mentorship | undefined> {
  const row = await whole(mentorships(tx), today).where('mentorship.certificateCode', '=', code).executeTakeFirst()
  return row && typed(row)
}
export const listPublished = (tx: Tx, today: string) => withNames(mentorships(tx), today).where('mentorship.state', '=', 'publicity').orderBy('mentorship.publicityUntil').orderBy('mentorship.number').limit(200).execute()

export async function listVisibleIds(tx: Tx, actor: Actor, ids: readonly string[]) {
  const rows = await visibleMentorships(tx, actor).select('mentorship.id').where(sql<boolean>`mentorship.id = any(${ids as string[]}::uuid[])`).execute()
  return rows.map(({ id }) => id)
}

type NewMentorship = {
  number: string; allianceId: string; schoolId: string; mentorId: string; employerId: string; needId: string | null; renewsId?: string; came: string; statement: string; title: string; duties: string; pay?: string; hoursPerYear?: number | null
  state: State; dueAt: Date; appliedAt: Date | null; consentedAt?: Date | null; reviewedAt?: Date | null; publicityFrom?: string | null; startsOn?: string | null; endsOn?: string | null; createdBy: string; createdAt: Date; updatedAt: Date; demo: boolean
}
export const insertMentorship = async (tx: Tx, mentorship: NewMentorship) => (await tx.insertInto('mentorship').values(mentorship).returning('id').executeTakeFirstOrThrow()).id

export type MentorshipChange = Partial<{
  state: State
  dueAt: Date | null
  escalation: number
  appliedAt: Date
  consentedAt: Date
  consentedBy: string
  onPaper: boolean
  reviewedAt: Date
  reviewedBy: string
  reasons: Record<string, string>
  publicityFrom: string
  publicityUntil: string
  duties: string
  pay: string
  hoursPerYear: number | null
  startsOn: string | null
  endsOn: string | null
  agreementId: string | null
  contractFileId: string
  contractSignedOn: string
  appointedAt: Date
  certificateNumber: string
  certificateCode: string
  slot: number | null
  endedAt: Date
  endedOn: string | null
  reason: string | null
}>
export async function updateMentorship(tx: Tx, id: string, change: MentorshipChange, now: Date): Promise<number> {
  const { reasons, ...rest } = change
  const { version } = await tx
    .updateTable('mentorship')
    .set((row) => ({ ...rest, ...(reasons ? { reasons: JSON.stringify(reasons) } : {}), updatedAt: now, version: row('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** One appointment of a person at a time, so that two schools cannot both take the last place. */
export const lockPerson = (tx: Tx, mentorId: string) => tx.selectFrom('mentorPerson').select('id').where('id', '=', mentorId).forUpdate().execute()
export async function listSlots(tx: Tx, mentorId: string, exceptId: string | null): Promise<number[]> {
  const rows = await tx.selectFrom('mentorship').select('slot').where('mentorId', '=', mentorId).where('slot', 'is not', null).$if(exceptId !== null, (all) => all.where('id', '!=', exceptId!)).execute()
  return rows.map(({ slot }) => slot!)
}

export const listTaskFigures = (tx: Tx, mentorshipId: string) => tx.selectFrom('mentorTask').select(['happenedOn', 'hours']).where('mentorshipId', '=', mentorshipId).where('state', '=', 'confirmed').execute()
