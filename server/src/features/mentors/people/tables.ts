import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

const people = (tx: Tx) =>
  tx
    .selectFrom('mentorPerson')
    .innerJoin('organisation', 'organisation.id', 'mentorPerson.organisationId')
    .leftJoin('invitation', 'invitation.id', 'mentorPerson.invitationId')

/** By the own account, or by the link the firm sent and this account accepted. */
export const isAccountOf = (accountId: string) => sql<boolean>`(mentor_person.account_id = ${accountId} or (mentor_person.account_id is null and invitation.accepted_by = ${accountId}))`

const columns = ['mentorPerson.id', 'mentorPerson.accountId', 'mentorPerson.organisationId', 'mentorPerson.name', 'mentorPerson.phone', 'mentorPerson.email', 'mentorPerson.birthDate', 'mentorPerson.position', 'mentorPerson.skill', 'mentorPerson.years', 'mentorPerson.field', 'mentorPerson.about', 'mentorPerson.version', 'organisation.name as organisationName', 'organisation.kind as organisationKind', 'invitation.acceptedBy'] as const
export type MentorPerson = NonNullable<Awaited<ReturnType<typeof findOwn>>>

export const findOwn = (tx: Tx, actor: Actor) => people(tx).select(columns).where(isAccountOf(actor.accountId)).orderBy('mentorPerson.createdAt').executeTakeFirst()
export async function lockOwn(tx: Tx, actor: Actor): Promise<Locked<MentorPerson> | undefined> {
  const row = await people(tx).select(columns).where(isAccountOf(actor.accountId)).orderBy('mentorPerson.createdAt').forUpdate(['mentorPerson']).executeTakeFirst()
  return row && { ...row, locked: true }
}

/** The one place that says who finds whom: a school and the office everybody who teaches or would, a firm its own people. */
const visiblePeople = (tx: Tx, actor: Actor) => people(tx).where((one) => (hasRole(actor, 'school_contact', 'secretariat') ? one.lit(true) : one('mentorPerson.organisationId', '=', actor.organisationId)))

export const findPerson = (tx: Tx, actor: Actor, personId: string) => visiblePeople(tx, actor).select(columns).where('mentorPerson.id', '=', personId).executeTakeFirst()
export async function lockPerson(tx: Tx, actor: Actor, personId: string): Promise<Locked<MentorPerson> | undefined> {
  const row = await visiblePeople(tx, actor).select(columns).where('mentorPerson.id', '=', personId).forUpdate(['mentorPerson']).executeTakeFirst()
  return row && { ...row, locked: true }
}

export async function pageOfPeople(tx: Tx, actor: Actor, { q, page, size }: Paging & { q: string }) {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  const filtered = visiblePeople(tx, actor).$if(q !== '', (all) => all.where((one) => one.or([one('mentorPerson.name', 'ilike', like), one('organisation.name', 'ilike', like), one('mentorPerson.field', 'ilike', like), one('mentorPerson.skill', 'ilike', like)])))
  const { total } = await filtered.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await filtered
    .select(columns)
    .select(sql<number>`(select count(*)::int from mentorship m where m.mentor_id = mentor_person.id and m.state = 'active')`.as('schools'))
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.id')
    .orderBy('mentorPerson.createdAt')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows, total }
}

export type PersonValues = { name: string; phone: string | null; email: string | null; birthDate: string | null; position: string; skill: string; years: number | null; field: string; about: string }
export async function insertPerson(tx: Tx, person: Partial<PersonValues> & { name: string; organisationId: string; accountId: string | null; createdBy: string; demo?: boolean }, now: Date) {
  return tx.insertInto('mentorPerson').values({ ...person, createdAt: now, updatedAt: now }).returning(['id', 'version']).executeTakeFirstOrThrow()
}
export async function updatePerson(tx: Tx, personId: string, change: Partial<PersonValues & { accountId: string; organisationId: string; invitationId: string }>, now: Date): Promise<number> {
  const { version } = await tx.updateTable('mentorPerson').set((row) => ({ ...change, updatedAt: now, version: row('version', '+', 1) })).where('id', '=', personId).returning('version').executeTakeFirstOrThrow()
  return version
}

/** Invitations that wait for somebody without a seat: now there is one. */
export const listInvited = (tx: Tx, personId: string) => tx.selectFrom('mentorship').select('id').where('mentorId', '=', personId).where('state', '=', 'invited').execute()
