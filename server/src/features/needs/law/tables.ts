import { sql } from 'kysely'
import type { Tx } from '../../../kernel/db.ts'

export async function findSettings(tx: Tx, allianceId: string) {
  const row = await tx.selectFrom('alliance').select('settings').where('id', '=', allianceId).executeTakeFirst()
  return (row?.settings ?? {}) as Record<string, unknown>
}

export async function lockSettings(tx: Tx, allianceId: string) {
  const row = await tx.selectFrom('alliance').select('settings').where('id', '=', allianceId).forUpdate().executeTakeFirstOrThrow()
  return row.settings as Record<string, unknown>
}

export async function updateSettings(tx: Tx, allianceId: string, settings: Record<string, unknown>) {
  await tx.updateTable('alliance').set({ settings: JSON.stringify(settings) }).where('id', '=', allianceId).execute()
}

/** What the law looks at in these organisations. */
export async function listUnits(tx: Tx, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return []
  return tx
    .selectFrom('organisation')
    .select(['id', 'uscc', 'industryCode', 'staffCount', 'dishonestSince', 'safetyViolationOn'])
    .where('id', 'in', organisationIds)
    .execute()
}

/** The other live posts of these organisations: interns are counted over all of them. */
export async function listLivePosts(tx: Tx, organisationIds: readonly string[]) {
  if (organisationIds.length === 0) return []
  return tx
    .selectFrom('need')
    .innerJoin('post', 'post.needId', 'need.id')
    .select(['need.id', 'need.organisationId', 'need.title', 'post.seats', 'post.startsOn', 'post.endsOn', 'post.occupationCode'])
    .where('need.organisationId', 'in', organisationIds)
    .where('need.state', 'in', ['submitted', 'open', 'stale'])
    .execute()
}

export type WaiverSubject = { subjectType: 'need' | 'wish'; subjectId: string; studentId?: string | null }

export async function listWaivers(tx: Tx, { subjectType, subjectIds }: { subjectType: 'need' | 'wish'; subjectIds: readonly string[] }) {
  if (subjectIds.length === 0) return []
  return tx
    .selectFrom('ruleWaiver')
    .leftJoin('account as asker', 'asker.id', 'ruleWaiver.askedBy')
    .leftJoin('account as approver', 'approver.id', 'ruleWaiver.approvedBy')
    .selectAll('ruleWaiver')
    .select(['asker.name as askedByName', 'approver.name as approvedByName'])
    .where('subjectType', '=', subjectType)
    .where('subjectId', 'in', subjectIds)
    .orderBy('ruleWaiver.ruleId')
    .execute()
}

/** A new reason needs a new approval; the same one keeps what it has. */
export async function upsertWaiver(tx: Tx, subject: WaiverSubject, row: { ruleId: string; reason: string; askedBy: string; askedAt: Date }) {
  await tx
    .insertInto('ruleWaiver')
    .values({ ...subject, studentId: subject.studentId ?? null, ...row })
    .onConflict((conflict) =>
      conflict
        .columns(['ruleId', 'subjectType', 'subjectId', 'studentId'])
        .doUpdateSet({ reason: row.reason, askedBy: row.askedBy, askedAt: row.askedAt, approvedBy: null, approvedAt: null })
        .where('ruleWaiver.reason', '<>', row.reason),
    )
    .execute()
}

export async function deleteWaivers(tx: Tx, subject: WaiverSubject, ruleIds: readonly string[]) {
  if (ruleIds.length === 0) return
  await tx
    .deleteFrom('ruleWaiver')
    .where('subjectType', '=', subject.subjectType)
    .where('subjectId', '=', subject.subjectId)
    .where('studentId', 'is not distinct from', subject.studentId ?? null)
    .where('ruleId', 'in', ruleIds)
    .execute()
}

export async function approveWaivers(tx: Tx, subject: WaiverSubject, by: { approvedBy: string; approvedAt: Date }) {
  const rows = await tx
    .updateTable('ruleWaiver')
    .set(by)
    .where('subjectType', '=', subject.subjectType)
    .where('subjectId', '=', subject.subjectId)
    .where('studentId', 'is not distinct from', subject.studentId ?? null)
    .where('approvedAt', 'is', null)
    .returning('ruleId')
    .execute()
  return rows.map(({ ruleId }) => ruleId)
}

/** The district's before others. */
export async function findAllianceFor(tx: Tx, organisationId: string | null) {
  if (organisationId === null) return undefined
  return tx
    .selectFrom('membership')
    .innerJoin('alliance', 'alliance.id', 'membership.allianceId')
    .select('alliance.id')
    .where('membership.organisationId', '=', organisationId)
    .where('membership.state', 'in', ['active', 'suspended'])
    .orderBy(sql`(alliance.kind <> 'district')`)
    .orderBy('alliance.id')
    .executeTakeFirst()
}

/** What this alliance decided about its rules, oldest first. */
export const listChanges = (tx: Tx, allianceId: string, ruleId?: string) =>
  tx
    .selectFrom('auditEntry')
    .leftJoin('account', 'account.id', 'auditEntry.accountId')
    .select(['auditEntry.subjectId as ruleId', 'auditEntry.at', 'account.name as by'])
    .select([sql<string>`details->>'reason'`.as('reason'), sql<string>`details->>'from'`.as('from'), sql<string>`details->>'to'`.as('to')])
    .where('subjectType', '=', 'rule')
    .where('event', '=', 'rule.severity_changed')
    .where(sql`details->>'allianceId'`, '=', allianceId)
    .$if(ruleId !== undefined, (all) => all.where('subjectId', '=', ruleId!))
    .orderBy('auditEntry.id')
    .execute()
