import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

/** The one place that says who sees which policy: the school's staff, and the office. */
function visiblePolicies(tx: Tx, actor: Actor) {
  const policies = tx.selectFrom('insurancePolicy as policy')
  if (hasRole(actor, 'secretariat')) return policies.where('policy.schoolId', 'in', tx.selectFrom('membership').select('organisationId').where('allianceId', '=', actor.allianceId).where('state', 'in', ['active', 'suspended']))
  if (hasRole(actor, 'school_contact', 'teacher')) return policies.where('policy.schoolId', '=', actor.organisationId)
  return policies.where(sql<boolean>`false`)
}

const whole = (rows: ReturnType<typeof visiblePolicies>) =>
  rows
    .innerJoin('organisation as school', 'school.id', 'policy.schoolId')
    .selectAll('policy')
    .select('school.name as schoolName')
    .select(sql<number>`(select count(*)::int from insurance_cover c where c.policy_id = policy.id)`.as('covered'))
export type Policy = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

export const findPolicy = (tx: Tx, actor: Actor, policyId: string): Promise<Policy | undefined> => whole(visiblePolicies(tx, actor)).where('policy.id', '=', policyId).executeTakeFirst()
export async function lockPolicy(tx: Tx, actor: Actor, policyId: string): Promise<Locked<Policy> | undefined> {
  const row = await whole(visiblePolicies(tx, actor)).where('policy.id', '=', policyId).forUpdate(['policy']).executeTakeFirst()
  return row && { ...row, locked: true }
}
export const seesPolicy = async (tx: Tx, actor: Actor, policyId: string) => (await findPolicy(tx, actor, policyId)) !== undefined

export async function pageOfPolicies(tx: Tx, actor: Actor, { q, endingBefore, page, size }: Paging & { q: string; endingBefore?: string }) {
  const found = visiblePolicies(tx, actor)
    .$if(q !== '', (all) => all.where((one) => one.or([one('policy.number', 'like', `%${q}%`), one('policy.insurer', 'like', `%${q}%`)])))
    .$if(endingBefore !== undefined, (all) => all.where(sql<boolean>`coalesce(policy.ended_on, policy.ends_on) < ${endingBefore}`))
  const { total } = await found.select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await whole(found).orderBy('policy.endsOn', 'desc').orderBy('policy.id').limit(size).offset((page - 1) * size).execute()
  return { rows, total }
}

export const listCovered = (tx: Tx, policyId: string) =>
  tx
    .selectFrom('insuranceCover as cover')
    .innerJoin('placement', 'placement.id', 'cover.placementId')
    .innerJoin('student', 'student.id', 'placement.studentId')
    .innerJoin('organisation as firm', 'firm.id', 'placement.organisationId')
    .select(['cover.placementId', 'cover.fromDay', 'cover.untilDay', 'placement.number as placementNumber', 'placement.state', 'placement.startsOn', 'student.name as studentName', 'firm.name as unitName'])
    .select(sql<string>`coalesce(placement.ended_on, placement.ends_on)`.as('endsOn'))
    .where('cover.policyId', '=', policyId)
    .orderBy('placement.number')
    .execute()

/** The own placements among these that can still be insured. */
export const listInsurable = (tx: Tx, schoolId: string, placementIds: readonly string[]) =>
  tx
    .selectFrom('placement')
    .innerJoin('student', 'student.id', 'placement.studentId')
    .select(['placement.id', 'placement.number', 'placement.startsOn', 'placement.endsOn', 'student.name as studentName'])
    .where(sql<boolean>`placement.id = any(${placementIds as string[]}::uuid[])`)
    .where('placement.schoolId', '=', schoolId)
    .where('placement.state', 'in', ['draft', 'vetted', 'consented', 'signed', 'insured', 'trained', 'active', 'suspended'])
    .orderBy('placement.number')
    .execute()

type NewPolicy = { schoolId: string; kind: string; insurer: string; number: string; payer: string; startsOn: string; endsOn: string; remark: string; createdBy: string; createdAt: Date; updatedAt: Date; demo: boolean }
export const insertPolicy = async (tx: Tx, policy: NewPolicy) => (await tx.insertInto('insurancePolicy').values(policy).returning('id').executeTakeFirstOrThrow()).id

export async function upsertCovers(tx: Tx, policy: { id: string; startsOn: string; endsOn: string }, placementIds: readonly string[]) {
  if (placementIds.length === 0) return
  await tx
    .insertInto('insuranceCover')
    .values(placementIds.map((placementId) => ({ policyId: policy.id, placementId, fromDay: policy.startsOn, untilDay: policy.endsOn })))
    .onConflict((conflict) => conflict.columns(['policyId', 'placementId']).doUpdateSet({ fromDay: policy.startsOn, untilDay: policy.endsOn }))
    .execute()
}
export const deleteCover = async (tx: Tx, policyId: string, placementId: string) => Number((await tx.deleteFrom('insuranceCover').where('policyId', '=', policyId).where('placementId', '=', placementId).executeTakeFirst()).numDeletedRows)

/** Nobody is insured at a place after the last day there. Answers the policies that this concerns. */
export async function shortenCovers(tx: Tx, placementId: string, lastDay: string | null): Promise<string[]> {
  const gone = await tx.deleteFrom('insuranceCover').where('placementId', '=', placementId).$if(lastDay !== null, (all) => all.where('fromDay', '>', lastDay!)).returning('policyId').execute()
  const shorter = lastDay === null ? [] : await tx.updateTable('insuranceCover').set({ untilDay: lastDay }).where('placementId', '=', placementId).where('untilDay', '>', lastDay).returning('policyId').execute()
  return [...gone, ...shorter].map(({ policyId }) => policyId)
}

export async function updatePolicyEnd(tx: Tx, policyId: string, endedOn: string, now: Date): Promise<number> {
  const { version } = await tx.updateTable('insurancePolicy').set((row) => ({ endedOn, updatedAt: now, version: row('version', '+', 1) })).where('id', '=', policyId).returning('version').executeTakeFirstOrThrow()
  return version
}
