import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf, dueInWorkingDays, endOfDay, workingDaysBetween } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import type { Assignee } from '../../../kernel/lifecycle.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { newPaperCode } from '../../agreements/papers/service.ts'
import { advance, askFor, settle } from '../../inbox/service.ts'
import { contactRoleOf } from '../../members/service.ts'
import { takesMore, type MentorNeed } from '../needs/service.ts'
import { normalPhone } from '../people/rules.ts'
import { findPerson, missingOf, whoIs } from '../people/service.ts'
import { insertPerson } from '../people/tables.ts'
import { isEmployer, isTheMentor } from '../policy.ts'
import { faultsOfTerms, warningsOf, type MentorWarning } from '../rules.ts'
import { countTeachers, findAllianceOf, findOrganisation } from '../tables.ts'
import { contractOf, endContract } from './agreement/service.ts'
import { hasPaper } from './papers/service.ts'
import type { MentorshipAction } from './contract.ts'
import { mentorshipLife, type MentorshipAction as Action, type MentorshipInMotion } from './lifecycle.ts'
import { answerWithin, appointWithin, consentWithin, freeSlot, reasonsOwed, reviewWithin, whyNotPublish } from './rules.ts'
import { insertMentorship, listSlots, lockAnyhow, lockPerson, updateMentorship, type Mentorship, type MentorshipChange } from './tables.ts'

export { findMentorship, listVisibleIds as visibleMentorshipIds, lockAnyhow as lockMentorshipAnyhow, lockMentorship, type Mentorship } from './tables.ts'

/** The appointment with what its lifecycle looks at: who is asked, and by when. */
export function inMotion(mentorship: Mentorship): MentorshipInMotion {
  const { id, number, state, title, mentorName, employerName, employerKind, schoolName, dueAt, publicityUntil, openObjections, reason, schoolId, employerId, mentorAccountId } = mentorship
  const school: Assignee = { role: 'school_contact', organisationId: schoolId }
  const firm: Assignee = mentorship.employerSignsIn ? { role: contactRoleOf(employerKind), organisationId: employerId } : school
  return {
    id, number, state, title, mentorName, employerName, schoolName, dueAt, openObjections, reason, schoolId, employerId, mentorAccountId, school,
    publicityEnds: publicityUntil ? endOfDay(publicityUntil) : null,
    hasSeat: mentorAccountId !== null,
    mentor: mentorAccountId ? { accountId: mentorAccountId } : firm,
    employer: firm,
  }
}

/** Moves, stores, and answers what the page needs. Whoever is asked is asked about what it becomes. */
export async function go(tx: Tx, by: Actor | null, mentorship: Locked<Mentorship>, action: Action, change: MentorshipChange, now: Date, details: Record<string, unknown> = {}) {
  const next = { ...mentorship, dueAt: null, ...change, state: mentorship.state } as Mentorship
  // Guards look at it as it is; whoever is asked is asked about what it becomes.
  const asked = action === 'clear' ? { ...inMotion(next), publicityEnds: inMotion(mentorship).publicityEnds } : inMotion(next)
  const state = await advance(tx, by, mentorshipLife, action, { ...asked, locked: true }, now, { number: mentorship.number, ...details })
  return { id: mentorship.id, state, version: await updateMentorship(tx, mentorship.id, { dueAt: null, escalation: 0, ...change, state }, now) }
}

/** A mentor comes by himself: the employer is asked first. */
export async function apply(tx: Tx, actor: Actor, need: Locked<MentorNeed>, statement: string, now: Date, { demo = false } = {}) {
  if (!takesMore(need, dayOf(now))) refuse('mentor_need_closed', { title: need.title })
  const person = await whoIs(tx, actor, now)
  if (missingOf(person).length > 0) refuse('mentor_profile_missing')
  const { title, duties, pay, hoursPerYear, schoolId, allianceId, id: needId } = need
  return make(tx, actor, { title, duties, pay, hoursPerYear, schoolId, allianceId, needId, statement, mentorId: person.id, employerId: person.organisationId, came: 'applied', state: 'applied', appliedAt: now, dueAt: dueInWorkingDays(now, consentWithin), demo }, now)
}

type Invitation = { needId: string | null; title: string; duties: string; statement: string; personId: string | null; person: { name: string; organisationId: string; phone: string | null; email: string | null } | null }
/** A school asks somebody it knows; who has no seat yet is let in by the own firm. */
export async function invite(tx: Tx, actor: Actor, { personId, person, need, ...wish }: Invitation & { need: Locked<MentorNeed> | null }, now: Date, { demo = false } = {}) {
  const schoolId = actor.organisationId!
  if (need && !takesMore(need, dayOf(now))) refuse('mentor_need_closed', { title: need.title })
  const allianceId = (await findAllianceOf(tx, schoolId)) ?? refuse('cannot_speak')
  const mentor = personId ? ((await findPerson(tx, actor, personId)) ?? refuse('not_found')) : await newcomer(tx, actor, person, now)
  const terms = need ? { duties: wish.duties || need.duties, pay: need.pay, hoursPerYear: need.hoursPerYear } : { duties: wish.duties }
  return make(tx, actor, { ...wish, ...terms, schoolId, allianceId, mentorId: mentor.id, employerId: mentor.organisationId, came: 'invited', state: 'invited', appliedAt: null, dueAt: dueInWorkingDays(now, answerWithin), demo }, now)
}

async function newcomer(tx: Tx, actor: Actor, person: Invitation['person'], now: Date) {
  if (!person) return refuse('invalid_input', { issues: [{ path: ['personId'], code: 'missing' }] })
  const firm = await findOrganisation(tx, person.organisationId)
  if (firm?.kind !== 'enterprise') refuse('invalid_input', { issues: [{ path: ['person', 'organisationId'], code: 'unknown' }] })
  const { id } = await insertPerson(tx, { ...person, phone: normalPhone(person.phone), accountId: null, createdBy: actor.accountId }, now)
  return { id, organisationId: person.organisationId }
}

type New = Omit<Parameters<typeof insertMentorship>[1], 'number' | 'createdBy' | 'createdAt' | 'updatedAt'>
async function make(tx: Tx, actor: Actor, values: New, now: Date) {
  const number = await nextNumber(tx, 'DS', now)
  const id = await insertMentorship(tx, { ...values, number, createdBy: actor.accountId, createdAt: now, updatedAt: now })
  audit(tx, actor, now, { event: `mentorship.${values.came}`, subjectType: 'mentorship', subjectId: id, details: { number } })
  await askFor(tx, actor, mentorshipLife, inMotion((await lockAnyhow(tx, id, dayOf(now)))!), now)
  return { id, number }
}

export type Step = { action: MentorshipAction; version: number; reason?: string; reasons?: Partial<Record<MentorWarning, string>>; publicityUntil?: string; paper?: boolean; endedOn?: string }
const reasoned = ['refuse', 'deny', 'reject', 'end', 'withdraw']

/** One step of an appointment, by hand. */
export async function moveMentorship(tx: Tx, actor: Actor, mentorship: Locked<Mentorship>, step: Step, now: Date) {
  if (mentorship.version !== step.version) refuse('changed_meanwhile')
  const { action, reason } = step
  if (reasoned.includes(action) && !reason) refuse('reason_needed', { field: 'reason' })
  if (action === 'join') return join(tx, actor, mentorship, step.paper, now)
  if (action === 'consent') return consent(tx, actor, mentorship, step.paper, now)
  if (action === 'approve') return approve(tx, actor, mentorship, step, now)
  if (action === 'clear') return go(tx, actor, mentorship, 'clear', { dueAt: dueInWorkingDays(now, appointWithin) }, now)
  if (action === 'appoint') return appoint(tx, actor, mentorship, now)
  if (action === 'refuse') await refuseWithoutPaper(tx, isTheMentor(actor, mentorship), mentorship, step.paper)
  if (action === 'deny') await refuseWithoutPaper(tx, isEmployer(actor, mentorship.employerId), mentorship, step.paper)
  return finish(tx, actor, mentorship, action, { reason: reason!, endedOn: action === 'end' ? (step.endedOn ?? dayOf(now)) : null }, now)
}

/** What the school says for somebody else stands on that somebody's paper. */
async function refuseWithoutPaper(tx: Tx, own: boolean, mentorship: Mentorship, paper: boolean | undefined) {
  if (!own && !(paper && (await hasPaper(tx, mentorship.id)))) refuse('paper_needed')
}

async function join(tx: Tx, actor: Actor, mentorship: Locked<Mentorship>, paper: boolean | undefined, now: Date) {
  const own = isTheMentor(actor, mentorship)
  await refuseWithoutPaper(tx, own, mentorship, paper)
  if (own && missingOf(await whoIs(tx, actor, now)).length > 0) refuse('mentor_profile_missing')
  return go(tx, actor, mentorship, 'join', { appliedAt: now, dueAt: dueInWorkingDays(now, consentWithin), ...(own ? {} : { onPaper: true }) }, now)
}

async function consent(tx: Tx, actor: Actor, mentorship: Locked<Mentorship>, paper: boolean | undefined, now: Date) {
  const own = isEmployer(actor, mentorship.employerId)
  await refuseWithoutPaper(tx, own, mentorship, paper)
  return go(tx, actor, mentorship, 'consent', { consentedAt: now, consentedBy: actor.accountId, dueAt: dueInWorkingDays(now, reviewWithin), ...(own ? {} : { onPaper: true }) }, now)
}

/** What is beyond what is generally so with this one appointed on that day. */
export async function warningsNow(tx: Tx, mentorship: Mentorship, now: Date) {
  const { teachers, mentors } = await countTeachers(tx, mentorship.schoolId, mentorship.id)
  const { birthDate, otherSchools, startsOn } = mentorship
  return { kinds: warningsOf({ birthDate, on: startsOn ?? dayOf(now), teachers, mentors, otherSchools }), teachers, mentors }
}

/** The school has looked: what is unusual has its reason; then everybody may object. */
async function approve(tx: Tx, actor: Actor, mentorship: Locked<Mentorship>, { reasons = {}, publicityUntil }: Step, now: Date) {
  if (mentorship.state !== 'consented') refuse('wrong_state', { state: mentorship.state, action: 'approve' })
  const owed = reasonsOwed((await warningsNow(tx, mentorship, now)).kinds, reasons)
  if (owed.length > 0) refuse('mentor_reasons_needed', { warnings: owed, count: owed.length })
  const until = publicityUntil ?? refuse('invalid_input', { issues: [{ path: ['publicityUntil'], code: 'missing' }] })
  const no = whyNotPublish(workingDaysBetween(dayOf(now), until))
  if (no) refuse(no)
  return go(tx, actor, mentorship, 'approve', { reviewedAt: now, reviewedBy: actor.accountId, reasons: { ...reasons }, publicityFrom: dayOf(now), publicityUntil: until }, now, Object.keys(reasons).length > 0 ? { reasons } : {})
}

/**
 * Rule 2.14: no appointment without a contract that states duties and pay. At most two schools at a time: the slot is taken under the
 * lock of the person, and the index of slots stands behind it.
 */
async function appoint(tx: Tx, actor: Actor, mentorship: Locked<Mentorship>, now: Date) {
  if (mentorship.state !== 'contracting') refuse('wrong_state', { state: mentorship.state, action: 'appoint' })
  const contract = await contractOf(tx, mentorship)
  if (!contract.signedOn || faultsOfTerms(mentorship).length > 0) refuse('mentor_contract_missing', { rule: '2.14' })
  await lockPerson(tx, mentorship.mentorId)
  const before = mentorship.renewsId ? await lockAnyhow(tx, mentorship.renewsId, dayOf(now)) : undefined
  const slot = freeSlot(await listSlots(tx, mentorship.mentorId, before?.state === 'active' ? before.id : null)) ?? refuse('mentor_two_schools')
  if (before?.state === 'active') await lapse(tx, before, now)
  const certificateNumber = await nextNumber(tx, 'PS', now)
  return go(tx, actor, mentorship, 'appoint', { appointedAt: now, slot, certificateNumber, certificateCode: newPaperCode(), contractSignedOn: contract.signedOn, ...(contract.agreementId ? { agreementId: contract.agreementId } : {}) }, now, { certificate: certificateNumber })
}

/** The end, in whatever way: the slot is free again, and nothing is asked any more. */
async function finish(tx: Tx, actor: Actor | null, mentorship: Locked<Mentorship>, action: Action, { reason, endedOn }: { reason: string | null; endedOn: string | null }, now: Date) {
  const moved = await go(tx, actor, mentorship, action, { slot: null, endedAt: now, endedOn, reason }, now, reason ? { reason } : {})
  // A term that is over ends its contract by itself.
  if (action !== 'lapse' || mentorship.endsOn! >= dayOf(now)) await endContract(tx, actor, mentorship, reason ?? '', now)
  await settle(tx, actor, { subjectType: 'mentorship', subjectIds: [mentorship.id] }, action, now)
  return moved
}
/** By the clock, or because a new term has begun. */
export const lapse = (tx: Tx, mentorship: Locked<Mentorship>, now: Date) => finish(tx, null, mentorship, 'lapse', { reason: null, endedOn: mentorship.endsOn! < dayOf(now) ? mentorship.endsOn : dayOf(now) }, now)

type Terms = { duties: string; pay: string; hoursPerYear: number | null; startsOn: string | null; endsOn: string | null; version: number }
/** As they will stand in the contract; once that is drafted, they stay. */
export async function changeTerms(tx: Tx, actor: Actor, mentorship: Locked<Mentorship>, { version, ...terms }: Terms, now: Date) {
  if (mentorship.state !== 'contracting') refuse('wrong_state', { state: mentorship.state })
  if (mentorship.version !== version) refuse('changed_meanwhile')
  if ((await contractOf(tx, mentorship)).agreementId) refuse('agreement_fixed')
  const wrong = faultsOfTerms({ ...terms, duties: terms.duties || '—————', pay: terms.pay || '—', hoursPerYear: terms.hoursPerYear ?? 1, startsOn: terms.startsOn ?? dayOf(now), endsOn: terms.endsOn ?? null }).filter(({ code }) => code !== 'missing')
  if (wrong.length > 0) refuse('invalid_input', { issues: wrong })
  audit(tx, actor, now, { event: 'mentorship.terms_changed', subjectType: 'mentorship', subjectId: mentorship.id, details: { number: mentorship.number, startsOn: terms.startsOn, endsOn: terms.endsOn } })
  return { version: await updateMentorship(tx, mentorship.id, terms, now) }
}

/** Another term with the same person: no new publicity, a new contract and a new certificate. */
export async function renew(tx: Tx, actor: Actor, mentorship: Locked<Mentorship>, now: Date) {
  if (!['active', 'ended'].includes(mentorship.state)) refuse('wrong_state', { state: mentorship.state, action: 'renew' })
  const { title, duties, pay, hoursPerYear, schoolId, allianceId, needId, mentorId, employerId, demo } = mentorship
  return make(tx, actor, { title, duties, pay, hoursPerYear, schoolId, allianceId, needId, mentorId, employerId, demo, statement: '', renewsId: mentorship.id, came: 'renewed', state: 'contracting', appliedAt: null, dueAt: dueInWorkingDays(now, appointWithin) }, now)
}
