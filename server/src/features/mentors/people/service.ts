import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { offerSeat } from '../../identity/invitations/service.ts'
import { settle } from '../../inbox/service.ts'
import { findEmployer } from '../tables.ts'
import type { MentorPersonRow, ProfileFields, ProfileView } from './contract.ts'
import { missingOf, normalPhone, whyNotBorn } from './rules.ts'
import { findOwn, insertPerson, listInvited, lockOwn, pageOfPeople, updatePerson, type MentorPerson } from './tables.ts'

export { findOwn, findPerson, isAccountOf, lockOwn, type MentorPerson } from './tables.ts'
export { missingOf } from './rules.ts'

export async function viewProfile(tx: Tx, actor: Actor): Promise<ProfileView> {
  const own = await findOwn(tx, actor)
  const employer = own ? { id: own.organisationId, name: own.organisationName } : await findEmployer(tx, actor)
  const { phone = null, birthDate = null, position = '', skill = '', years = null, field = '', about = '' } = own ?? {}
  const facts = { phone, birthDate, position, skill, years, field, about }
  return { ...facts, id: own?.id ?? null, name: own?.name ?? actor.name, organisationId: employer?.id ?? null, organisationName: employer?.name ?? null, missing: missingOf(facts), version: own?.version ?? 0 }
}

export async function changeProfile(tx: Tx, actor: Actor, { version, ...fields }: ProfileFields & { version: number }, now: Date) {
  const born = whyNotBorn(fields.birthDate, dayOf(now))
  if (born) refuse('invalid_input', { issues: [{ path: ['birthDate'], code: born }] })
  const values = { ...fields, phone: normalPhone(fields.phone) }
  const own = await lockOwn(tx, actor)
  if (own) {
    if (own.version !== version) refuse('changed_meanwhile')
    return { id: own.id, version: await updatePerson(tx, own.id, { ...values, accountId: actor.accountId }, now) }
  }
  const employer = (await findEmployer(tx, actor)) ?? refuse('no_seat')
  const made = await insertPerson(tx, { ...values, name: actor.name, organisationId: employer.id, accountId: actor.accountId, createdBy: actor.accountId }, now)
  audit(tx, actor, now, { event: 'mentor.registered', subjectType: 'mentor_person', subjectId: made.id })
  return made
}

/** Who acts now, and from here on known by the account: whoever came by the firm's link is that person. */
export async function whoIs(tx: Tx, actor: Actor, now: Date): Promise<Locked<MentorPerson>> {
  const own = (await lockOwn(tx, actor)) ?? refuse('mentor_profile_missing')
  if (own.accountId === null) await updatePerson(tx, own.id, { accountId: actor.accountId }, now)
  return { ...own, accountId: actor.accountId }
}

export async function viewPeople(tx: Tx, actor: Actor, query: { q: string; page: number; size: number }) {
  const { rows, total } = await pageOfPeople(tx, actor, query)
  const views = rows.map(({ id, name, organisationId, organisationName, position, skill, years, field, about, accountId, acceptedBy, schools }): MentorPersonRow => ({ id, name, organisationId, organisationName, position, skill, years, field, about, schools, signsIn: accountId !== null || acceptedBy !== null }))
  return { rows: views, total, page: query.page, size: query.size }
}

/** The firm opens the door for somebody a school asked for: a mentor's seat, which speaks for nobody. */
export async function openSeat(tx: Tx, actor: Actor, person: Locked<MentorPerson>, now: Date) {
  if (person.accountId !== null || person.acceptedBy !== null) refuse('mentor_taken')
  const offer = { role: 'mentor' as const, organisationId: person.organisationId, organisationName: person.organisationName, organisationKind: person.organisationKind, allianceId: null, allianceName: null }
  const made = await offerSeat(tx, actor, offer, { name: person.name, email: person.email }, now)
  await updatePerson(tx, person.id, { invitationId: made.id }, now)
  await settle(tx, actor, { subjectType: 'mentorship', subjectIds: (await listInvited(tx, person.id)).map(({ id }) => id), kinds: ['mentorship.admit'] }, 'confirm', now)
  return { link: made.link, mailed: made.mailed, expiresAt: made.expiresAt.toISOString() }
}
