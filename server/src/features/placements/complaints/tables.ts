import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

export type State = 'received' | 'answered' | 'closed'
type Topic = 'pay' | 'fees' | 'papers' | 'hours' | 'safety' | 'treatment' | 'forced' | 'agency' | 'other'

const complaints = (tx: Tx) => tx.selectFrom('complaint').innerJoin('organisation as authority', 'authority.id', 'complaint.authorityId')
/** The one place that says who sees which complaint: officials of the authority it went to. The one who complained comes by a keyed hash or a receipt. */
const visibleComplaints = (tx: Tx, actor: Actor) => complaints(tx).where('complaint.authorityId', '=', hasRole(actor, 'official') ? actor.organisationId : null)

const whole = (rows: ReturnType<typeof complaints>) => rows.selectAll('complaint').select('authority.name as authorityName')
type Raw = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>
const typed = (row: Raw) => ({ ...row, state: row.state as State, topic: row.topic as Topic, against: row.against as 'unit' | 'school' | 'both', reporterKind: row.reporterKind as 'student' | 'guardian' | 'other' })
export type Complaint = ReturnType<typeof typed>

export async function findComplaint(tx: Tx, actor: Actor, complaintId: string): Promise<Complaint | undefined> {
  const row = await whole(visibleComplaints(tx, actor)).where('complaint.id', '=', complaintId).executeTakeFirst()
  return row && typed(row)
}
export async function lockComplaint(tx: Tx, actor: Actor, complaintId: string): Promise<Locked<Complaint> | undefined> {
  const row = await whole(visibleComplaints(tx, actor)).where('complaint.id', '=', complaintId).forUpdate(['complaint']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}

export async function pageOfComplaints(tx: Tx, actor: Actor, { state, q, page, size }: { state?: State; q: string } & Paging) {
  const found = visibleComplaints(tx, actor)
    .$if(state !== undefined, (all) => all.where('complaint.state', '=', state!))
    .$if(q !== '', (all) => all.where((one) => one.or([one('complaint.number', '=', q.toUpperCase()), one('complaint.unitName', 'like', `%${q}%`), one('complaint.schoolName', 'like', `%${q}%`)])))
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(found)
    .orderBy(sql`complaint.due_at asc nulls last`)
    .orderBy('complaint.createdAt', 'desc')
    .limit(size)
    .offset((page - 1) * size)
    .execute()
  return { rows: rows.map(typed), total }
}

export async function listOfReporter(tx: Tx, digest: Buffer): Promise<Complaint[]> {
  return (await whole(complaints(tx)).where('complaint.reporterDigest', '=', digest).orderBy('complaint.createdAt', 'desc').execute()).map(typed)
}
export async function lockOfReporter(tx: Tx, digest: Buffer, complaintId: string): Promise<Locked<Complaint> | undefined> {
  const row = await whole(complaints(tx)).where('complaint.reporterDigest', '=', digest).where('complaint.id', '=', complaintId).forUpdate(['complaint']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}
export async function lockByReceipt(tx: Tx, hash: Buffer): Promise<Locked<Complaint> | undefined> {
  const row = await whole(complaints(tx)).where('complaint.receiptHash', '=', hash).forUpdate(['complaint']).executeTakeFirst()
  return row && { ...typed(row), locked: true }
}

type NewComplaint = {
  number: string
  allianceId: string
  authorityId: string
  topic: string
  against: string
  unitName: string | null
  schoolName: string | null
  text: string
  reporterKind: string
  reporter: Buffer | null
  reporterDigest: Buffer | null
  receiptHash: Buffer | null
  dueAt: Date
  createdAt: Date
  demo: boolean
}
export async function insertComplaint(tx: Tx, complaint: NewComplaint): Promise<string> {
  const { id } = await tx.insertInto('complaint').values({ ...complaint, state: 'received' }).returning('id').executeTakeFirstOrThrow()
  return id
}
export async function updateComplaint(tx: Tx, complaintId: string, change: { state?: State; dueAt?: Date | null; closedAt?: Date }) {
  await tx.updateTable('complaint').set(change).where('id', '=', complaintId).execute()
}

export async function insertMessage(tx: Tx, message: { complaintId: string; kind: string; text: string; writtenBy: string | null; writtenAt: Date }) {
  await tx.insertInto('complaintMessage').values(message).execute()
}
export async function listMessages(tx: Tx, complaintIds: readonly string[]) {
  if (complaintIds.length === 0) return []
  const rows = await tx
    .selectFrom('complaintMessage as message')
    .leftJoin('account', 'account.id', 'message.writtenBy')
    .select(['message.id', 'message.complaintId', 'message.kind', 'message.text', 'message.writtenAt as at', 'message.readAt', 'account.name as by'])
    .where('message.complaintId', 'in', complaintIds)
    .orderBy('message.writtenAt')
    .orderBy('message.id')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as 'answer' | 'question' | 'reply' | 'measure' }))
}
export async function updateRead(tx: Tx, complaintId: string, now: Date) {
  await tx.updateTable('complaintMessage').set({ readAt: now }).where('complaintId', '=', complaintId).where('kind', 'in', ['answer', 'question']).where('readAt', 'is', null).execute()
}

export async function insertLook(tx: Tx, look: { complaintId: string; accountId: string; reason: string; at: Date }) {
  await tx.insertInto('complaintUnmasking').values(look).execute()
}
export async function listLooks(tx: Tx, complaintIds: readonly string[]) {
  if (complaintIds.length === 0) return []
  return tx
    .selectFrom('complaintUnmasking as look')
    .leftJoin('account', 'account.id', 'look.accountId')
    .select(['look.complaintId', 'look.at', 'look.reason', 'account.name as by'])
    .where('look.complaintId', 'in', complaintIds)
    .orderBy('look.at')
    .execute()
}

/** Authorities with somebody who reads: government organisations of these alliances (of any, when none is named). */
export async function listAuthorities(tx: Tx, allianceIds?: readonly string[]) {
  return tx
    .selectFrom('organisation')
    .innerJoin('membership', 'membership.organisationId', 'organisation.id')
    .select(['organisation.id', 'organisation.name', 'membership.allianceId'])
    .where('organisation.kind', '=', 'government')
    .where('membership.state', '=', 'active')
    .$if(allianceIds !== undefined, (all) => all.where(sql<boolean>`membership.alliance_id = any(${allianceIds as string[]}::uuid[])`))
    .where((one) => one.exists(one.selectFrom('roleGrant').select('roleGrant.id').whereRef('roleGrant.organisationId', '=', 'organisation.id').where('roleGrant.role', '=', 'official').where('roleGrant.revokedAt', 'is', null)))
    .orderBy('organisation.protocolOrder')
    .orderBy('organisation.name')
    .execute()
}
export async function listOfficials(tx: Tx, authorityId: string): Promise<string[]> {
  const rows = await tx.selectFrom('roleGrant').select('accountId').where('organisationId', '=', authorityId).where('role', '=', 'official').where('revokedAt', 'is', null).execute()
  return [...new Set(rows.map(({ accountId }) => accountId))]
}

/** Who a student is, and where they are or were: for the seal. */
export const findStudent = (tx: Tx, studentId: string) =>
  tx
    .selectFrom('student')
    .innerJoin('cohort', 'cohort.id', 'student.cohortId')
    .innerJoin('organisation as school', 'school.id', 'student.schoolId')
    .select(['student.name', 'student.phone', 'student.demo', 'student.schoolId', 'school.name as schoolName', 'cohort.name as cohortName'])
    .where('student.id', '=', studentId)
    .executeTakeFirst()
export const listPlaces = (tx: Tx, studentId: string) =>
  tx
    .selectFrom('placement')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .innerJoin('organisation as school', 'school.id', 'placement.schoolId')
    .select(['placement.id as placementId', 'placement.number', 'placement.allianceId', 'firm.name as unitName', 'school.name as schoolName'])
    .where('placement.studentId', '=', studentId)
    .where('placement.state', '<>', 'cancelled')
    .orderBy('placement.createdAt', 'desc')
    .execute()
export async function listAlliancesOf(tx: Tx, organisationId: string): Promise<string[]> {
  const rows = await tx.selectFrom('membership').select('allianceId').where('organisationId', '=', organisationId).where('state', '=', 'active').execute()
  return rows.map(({ allianceId }) => allianceId)
}
