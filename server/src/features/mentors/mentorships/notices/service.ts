import QRCode from 'qrcode'
import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import { dayOf, dueInWorkingDays, endOfDay } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { setting } from '../../../../kernel/setting.ts'
import { paperCodeFrom, shownCode } from '../../../agreements/papers/service.ts'
import { ask, settle } from '../../../inbox/service.ts'
import { objectionWithin } from '../rules.ts'
import { findCertified, findPublished, listPublished, type Mentorship } from '../tables.ts'
import { insertObjection, listObjections, updateObjection, type lockObjection } from './tables.ts'

export { lockObjection } from './tables.ts'

type Shown = Pick<Mentorship, 'id' | 'mentorName' | 'position' | 'skill' | 'employerName' | 'schoolName' | 'title' | 'publicityFrom' | 'publicityUntil'>
const noticeView = ({ id, mentorName, position, skill, employerName, schoolName, title, publicityFrom, publicityUntil }: Shown) => ({ id, mentorName, position, skill, employerName, schoolName, title, from: publicityFrom!, until: publicityUntil! })

export async function viewNotices(tx: Tx, now: Date) {
  return { rows: (await listPublished(tx, dayOf(now))).map(noticeView) }
}

export async function viewNotice(tx: Tx, mentorshipId: string, now: Date) {
  const mentorship = (await findPublished(tx, mentorshipId, dayOf(now))) ?? refuse('not_found')
  const { duties, field, years } = mentorship
  return { ...noticeView(mentorship), duties, field, years, open: now < endOfDay(mentorship.publicityUntil!) }
}

/** During publicity anybody may object. */
export async function object(tx: Tx, actor: Actor | null, mentorshipId: string, objection: { name: string; contact: string; body: string }, now: Date) {
  const mentorship = (await findPublished(tx, mentorshipId, dayOf(now))) ?? refuse('not_found')
  if (now >= endOfDay(mentorship.publicityUntil!)) refuse('deadline_passed')
  const dueAt = dueInWorkingDays(now, objectionWithin)
  const id = await insertObjection(tx, { ...objection, mentorshipId, dueAt, createdAt: now })
  const params = { number: mentorship.number, mentor: mentorship.mentorName }
  await ask(tx, [{ kind: 'mentorship.object', subjectType: 'mentorship', subjectId: mentorshipId, params, assignee: { role: 'school_contact', organisationId: mentorship.schoolId }, initiatorId: actor?.accountId ?? null, dueAt }], now)
  audit(tx, actor, now, { event: 'mentorship.objected', subjectType: 'mentorship', subjectId: mentorshipId, details: { number: mentorship.number } })
  return { id, dueAt: dueAt.toISOString() }
}

export async function answer(tx: Tx, actor: Actor, objection: NonNullable<Awaited<ReturnType<typeof lockObjection>>>, text: string, now: Date) {
  if (objection.answeredAt) refuse('wrong_state', { state: 'answered' })
  await updateObjection(tx, objection.id, { answer: text, answeredAt: now, answeredBy: actor.accountId })
  const open = (await listObjections(tx, objection.mentorshipId)).filter(({ answeredAt }) => answeredAt === null)
  if (open.length === 0) await settle(tx, actor, { subjectType: 'mentorship', subjectIds: [objection.mentorshipId], kinds: ['mentorship.object'] }, 'answer', now)
  audit(tx, actor, now, { event: 'mentorship.objection_answered', subjectType: 'mentorship', subjectId: objection.mentorshipId })
  return { id: objection.id }
}

export const viewObjections = async (tx: Tx, mentorshipId: string) =>
  (await listObjections(tx, mentorshipId)).map(({ id, name, contact, body, createdAt, dueAt, answer: text, answeredAt }) => ({ id, name, contact, body, createdAt: createdAt.toISOString(), dueAt: dueAt.toISOString(), answer: text, answeredAt: answeredAt?.toISOString() ?? null }))

const standing = ({ state }: Mentorship) => (state === 'active' ? ('valid' as const) : ('ended' as const))

/** 聘书, with a code by which anybody checks it. */
export async function viewCertificate(mentorship: Mentorship) {
  const { certificateNumber, certificateCode, mentorName, employerName, schoolName, title, startsOn, endsOn, appointedAt } = mentorship
  if (!certificateNumber || !certificateCode) return refuse('wrong_state', { state: mentorship.state })
  const qr = await QRCode.toString(`${setting().origin}/app/mentor-certificates/${certificateCode}`, { type: 'svg', margin: 0, errorCorrectionLevel: 'M' })
  return { number: certificateNumber, code: shownCode(certificateCode), mentorName, employerName, schoolName, title, startsOn: startsOn!, endsOn: endsOn!, appointedOn: dayOf(appointedAt!), state: standing(mentorship), qr }
}

/** As printed or typed. What this installation never wrote is not looked up. */
export async function verify(tx: Tx, typed: string, now: Date) {
  const code = paperCodeFrom(typed) ?? refuse('not_found')
  const mentorship = (await findCertified(tx, code, dayOf(now))) ?? refuse('not_found')
  const { certificateNumber, mentorName, employerName, schoolName, title, startsOn, endsOn, appointedAt, endedOn } = mentorship
  return { number: certificateNumber!, mentorName, employerName, schoolName, title, startsOn: startsOn!, endsOn: endsOn!, appointedOn: dayOf(appointedAt!), state: standing(mentorship), endedOn }
}
