import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import { digestOf, newToken, seal, tokenHash, unseal } from '../../../kernel/secrets.ts'
import { advance, askFor } from '../../inbox/service.ts'
import type { ComplaintView, OwnComplaint } from './contract.ts'
import { complaintLife, type ComplaintAction, type ComplaintInMotion } from './lifecycle.ts'
import { isItsAuthority } from './policy.ts'
import { answerComplaintWithin } from './rules.ts'
import {
  findStudent, insertComplaint, insertLook, insertMessage, listAlliancesOf, listAuthorities, listLooks, listMessages, listOfficials, listOfReporter, listPlaces, lockByReceipt, lockOfReporter, pageOfComplaints,
  updateComplaint, updateRead, type Complaint, type State,
} from './tables.ts'

type Reporter = { name: string | null; phone: string | null; cohortName: string | null; placementNumber: string | null }
type Wish = { authorityId: string; topic: string; against: string; text: string }

/** A keyed hash: without the key nobody can tell from the table whose complaint it is. */
const digestOfStudent = (studentId: string) => digestOf(`complaint ${studentId}`)
const due = (now: Date) => dueInWorkingDays(now, answerComplaintWithin)
const authoritiesOf = async (tx: Tx, studentId: string) => {
  const student = (await findStudent(tx, studentId)) ?? refuse('not_found')
  const places = await listPlaces(tx, studentId)
  const alliances = [...new Set([...places.map(({ allianceId }) => allianceId), ...(await listAlliancesOf(tx, student.schoolId))])]
  return { student, places, authorities: await listAuthorities(tx, alliances) }
}
/** An authority of several alliances is one. */
const once = <T extends { id: string }>(rows: readonly T[]) => [...new Map(rows.map((row) => [row.id, row])).values()]

/** Written down without its author: no account, no organisation, no student in the audit line, the item or the row. */
async function receive(tx: Tx, wish: Wish & { unitName: string | null; schoolName: string | null; reporterKind: string; reporter: Reporter | null; digest: Buffer | null; receiptHash: Buffer | null; demo: boolean }, authority: { id: string; allianceId: string }, now: Date) {
  const { topic, against, text, unitName, schoolName, reporterKind, reporter, demo } = wish
  const number = await nextNumber(tx, 'TS', now)
  const id = await insertComplaint(tx, {
    number, allianceId: authority.allianceId, authorityId: authority.id, topic, against, text, unitName, schoolName, reporterKind, demo,
    reporter: reporter && seal(JSON.stringify(reporter)), reporterDigest: wish.digest, receiptHash: wish.receiptHash, dueAt: due(now), createdAt: now,
  })
  await askFor(tx, null, complaintLife, { id, number, state: 'received', authorityId: authority.id, dueAt: due(now), officials: await listOfficials(tx, authority.id) }, now)
  audit(tx, null, now, { event: 'complaint.received', subjectType: 'complaint', subjectId: id, details: { number } })
  return { id, number }
}

export async function complain(tx: Tx, actor: Actor, wish: Wish & { placementId?: string | null; phone?: string | null }, now: Date) {
  const studentId = actor.studentId!
  const { student, places, authorities } = await authoritiesOf(tx, studentId)
  const authority = authorities.find(({ id }) => id === wish.authorityId) ?? refuse('invalid_input', { issues: [{ path: ['authorityId'], code: 'unknown' }] })
  const place = wish.placementId ? (places.find(({ placementId }) => placementId === wish.placementId) ?? refuse('invalid_input', { issues: [{ path: ['placementId'], code: 'unknown' }] })) : null
  const reporter = { name: student.name, phone: wish.phone?.trim() || student.phone, cohortName: student.cohortName, placementNumber: place?.number ?? null }
  return receive(tx, { ...wish, unitName: place?.unitName ?? null, schoolName: student.schoolName, reporterKind: 'student', reporter, digest: digestOfStudent(studentId), receiptHash: null, demo: student.demo }, authority, now)
}

type OpenWish = Wish & { reporterKind: string; unitName: string; schoolName: string; name: string; phone: string }
export async function complainOpenly(tx: Tx, wish: OpenWish, now: Date) {
  const authority = (await listAuthorities(tx)).find(({ id }) => id === wish.authorityId) ?? refuse('invalid_input', { issues: [{ path: ['authorityId'], code: 'unknown' }] })
  if (!wish.unitName && !wish.schoolName) refuse('invalid_input', { issues: [{ path: ['unitName'], code: 'missing' }] })
  const receipt = newToken()
  const reporter = wish.name || wish.phone ? { name: wish.name || null, phone: wish.phone || null, cohortName: null, placementNumber: null } : null
  const { number } = await receive(tx, { ...wish, unitName: wish.unitName || null, schoolName: wish.schoolName || null, reporter, digest: null, receiptHash: tokenHash(receipt), demo: false }, authority, now)
  return { number, receipt }
}
export const viewAuthorities = async (tx: Tx) => ({ rows: once(await listAuthorities(tx)) })

export const lockMine = (tx: Tx, actor: Actor, complaintId: string) => (actor.studentId ? lockOfReporter(tx, digestOfStudent(actor.studentId), complaintId) : Promise.resolve(undefined))
const lockReceipt = async (tx: Tx, receipt: string) => (await lockByReceipt(tx, tokenHash(receipt))) ?? refuse('not_found')

const rowOf = ({ id, number, state, topic, against, unitName, schoolName, authorityName, dueAt, createdAt }: Complaint) => ({ id, number, state, topic, against, unitName, schoolName, authorityName, dueAt, createdAt })

/** What the authority noted for itself stays with it; the names of its officials too. */
async function ownViews(tx: Tx, rows: readonly Complaint[]): Promise<OwnComplaint[]> {
  const ids = rows.map(({ id }) => id)
  const messages = Map.groupBy((await listMessages(tx, ids)).filter(({ kind }) => kind !== 'measure'), ({ complaintId }) => complaintId)
  const looks = Map.groupBy(await listLooks(tx, ids), ({ complaintId }) => complaintId)
  return rows.map((row) => ({
    ...rowOf(row),
    text: row.text,
    messages: (messages.get(row.id) ?? []).map(({ id, kind, text, at }) => ({ id, kind, text, at, by: null })),
    looks: (looks.get(row.id) ?? []).map(({ at, reason }) => ({ at, reason, by: null })),
    unread: (messages.get(row.id) ?? []).some(({ kind, readAt }) => kind !== 'reply' && readAt === null),
    can: { reply: row.state !== 'closed', close: row.state !== 'closed' },
  }))
}

export async function viewMine(tx: Tx, actor: Actor) {
  const { places, authorities } = await authoritiesOf(tx, actor.studentId!)
  const rows = await ownViews(tx, await listOfReporter(tx, digestOfStudent(actor.studentId!)))
  return { authorities: once(authorities), places, rows }
}
/** Answers that wait to be read: for the badge on the student's page. */
export async function countUnread(tx: Tx, studentId: string) {
  const rows = await ownViews(tx, await listOfReporter(tx, digestOfStudent(studentId)))
  return rows.filter(({ unread }) => unread).length
}
export async function markRead(tx: Tx, complaint: Locked<Complaint>, now: Date) {
  await updateRead(tx, complaint.id, now)
  return {}
}
export async function readByReceipt(tx: Tx, receipt: string, now: Date) {
  const complaint = await lockReceipt(tx, receipt)
  const [view] = await ownViews(tx, [complaint])
  await updateRead(tx, complaint.id, now)
  return view!
}

const inMotion = async (tx: Tx, { id, number, state, authorityId }: Complaint, dueAt: Date | null): Promise<Locked<ComplaintInMotion>> => ({ id, number, state, authorityId, dueAt, officials: await listOfficials(tx, authorityId), locked: true })
async function step(tx: Tx, by: Actor | null, complaint: Locked<Complaint>, action: ComplaintAction, now: Date): Promise<State> {
  const dueAt = action === 'reopen' ? due(now) : null
  const state = await advance(tx, by, complaintLife, action, await inMotion(tx, complaint, dueAt), now, { number: complaint.number })
  await updateComplaint(tx, complaint.id, { state, dueAt, ...(state === 'closed' ? { closedAt: now } : {}) })
  return state
}

/** A word of the one who complained: after an answer it is open again. `close`: it is settled for them. */
export async function reply(tx: Tx, complaint: Locked<Complaint>, { text, close }: { text?: string; close: boolean }, now: Date): Promise<{ state: State }> {
  if (complaint.state === 'closed') refuse('wrong_state', { state: complaint.state })
  if (!close && !text) refuse('invalid_input', { issues: [{ path: ['text'], code: 'missing' }] })
  if (text) await insertMessage(tx, { complaintId: complaint.id, kind: 'reply', text, writtenBy: null, writtenAt: now })
  if (close) return { state: await step(tx, null, complaint, 'settle', now) }
  return { state: complaint.state === 'answered' ? await step(tx, null, complaint, 'reopen', now) : complaint.state }
}
export const replyByReceipt = async (tx: Tx, { receipt, ...body }: { receipt: string; text?: string; close: boolean }, now: Date) => reply(tx, await lockReceipt(tx, receipt), body, now)

const authorityRow = (row: Complaint) => ({ ...rowOf(row), reporterKind: row.reporterKind, named: row.reporter !== null, demo: row.demo })

export async function viewComplaints(tx: Tx, actor: Actor, query: { state?: State; q: string; page: number; size: number }) {
  const { rows, total } = await pageOfComplaints(tx, actor, query)
  return { rows: rows.map(authorityRow), total, page: query.page, size: query.size }
}
export async function viewComplaint(tx: Tx, actor: Actor, complaint: Complaint): Promise<ComplaintView> {
  const authority = isItsAuthority(actor, complaint)
  const messages = await listMessages(tx, [complaint.id])
  return {
    ...authorityRow(complaint),
    text: complaint.text,
    messages,
    looks: await listLooks(tx, [complaint.id]),
    can: { answer: authority && complaint.state !== 'closed', unmask: authority && complaint.reporter !== null, close: authority && complaint.state === 'answered' },
  }
}

export async function write(tx: Tx, actor: Actor, complaint: Locked<Complaint>, { kind, text }: { kind: 'answer' | 'question' | 'measure'; text: string }, now: Date): Promise<{ state: State }> {
  if (complaint.state === 'closed') refuse('wrong_state', { state: complaint.state })
  await insertMessage(tx, { complaintId: complaint.id, kind, text, writtenBy: actor.accountId, writtenAt: now })
  if (kind === 'answer' && complaint.state === 'received') return { state: await step(tx, actor, complaint, 'answer', now) }
  audit(tx, actor, now, { event: 'complaint.written', subjectType: 'complaint', subjectId: complaint.id, details: { number: complaint.number, kind } })
  return { state: complaint.state }
}
export const close = async (tx: Tx, actor: Actor, complaint: Locked<Complaint>, now: Date) => ({ state: await step(tx, actor, complaint, 'close', now) })

/** The name, to an official who says why: kept, and told to the one who complained. */
export async function unmask(tx: Tx, actor: Actor, complaint: Locked<Complaint>, reason: string, now: Date): Promise<Reporter> {
  await insertLook(tx, { complaintId: complaint.id, accountId: actor.accountId, reason, at: now })
  audit(tx, actor, now, { event: 'complaint.unmasked', subjectType: 'complaint', subjectId: complaint.id, details: { number: complaint.number } })
  return complaint.reporter ? (JSON.parse(unseal(complaint.reporter)) as Reporter) : { name: null, phone: null, cohortName: null, placementNumber: null }
}
