import { sql } from 'kysely'
import type { Paging } from '../../../contract/paging.ts'
import { hasRole, type Actor } from '../../../kernel/actor.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'

const policies = (tx: Tx) => tx.selectFrom('supportPolicy')

/** What is shown is for whoever works here; drafts for the office that writes them. */
export function visiblePolicies(tx: Tx, actor: Actor) {
  if (hasRole(actor, 'student')) return policies(tx).where(sql<boolean>`false`)
  return policies(tx).where((one) => one.or([one('supportPolicy.state', '!=', 'draft'), one('supportPolicy.allianceId', '=', actor.allianceId)]))
}

/** Which of these this actor may see: for the search, which only knows where policies are. */
export const listVisibleIds = async (tx: Tx, actor: Actor, ids: readonly string[]) => (await visiblePolicies(tx, actor).select('supportPolicy.id').where(sql<boolean>`support_policy.id = any(${ids}::uuid[])`).execute()).map(({ id }) => id)

type StoredSentence = { text: string; role: 'required' | 'alternative' | 'plain'; conditions: unknown[] }
const whole = (rows: ReturnType<typeof policies>) =>
  rows
    .selectAll('supportPolicy')
    .select(
      sql<StoredSentence[]>`(select coalesce(json_agg(json_build_object('text', s.text, 'role', s.role, 'conditions', s.conditions) order by s.position), '[]') from policy_sentence s where s.policy_id = support_policy.id)`.as('sentences'),
    )
export type Policy = Awaited<ReturnType<ReturnType<typeof whole>['executeTakeFirstOrThrow']>>

export const findPolicy = (tx: Tx, actor: Actor, policyId: string): Promise<Policy | undefined> => whole(visiblePolicies(tx, actor)).where('supportPolicy.id', '=', policyId).executeTakeFirst()
export async function lockPolicy(tx: Tx, actor: Actor, policyId: string): Promise<Locked<Policy> | undefined> {
  const row = await whole(visiblePolicies(tx, actor)).where('supportPolicy.id', '=', policyId).forUpdate(['supportPolicy']).executeTakeFirst()
  return row && { ...row, locked: true }
}

type Filter = { q: string; state?: string }
const filtered = (tx: Tx, actor: Actor, { q, state }: Filter) => {
  const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return visiblePolicies(tx, actor)
    .$if(q !== '', (all) => all.where((one) => one.or([one('supportPolicy.title', 'ilike', like), one('supportPolicy.issuer', 'ilike', like), one('supportPolicy.number', '=', q.toUpperCase()), one('supportPolicy.documentNumber', 'ilike', like)])))
    .$if(state !== undefined, (all) => all.where('supportPolicy.state', '=', state!))
}
export async function pageOfPolicies(tx: Tx, actor: Actor, filter: Filter & Paging) {
  const { total } = await filtered(tx, actor, filter).select((one) => one.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  const rows = await filtered(tx, actor, filter).selectAll().orderBy('issuedOn', (order) => order.desc().nullsLast()).orderBy('number', 'desc').limit(filter.size).offset((filter.page - 1) * filter.size).execute()
  return { rows, total }
}

/** Shown by one of these alliances, and in force on this day. */
export const listInForce = (tx: Tx, allianceIds: readonly string[], today: string) =>
  whole(policies(tx))
    .where(sql<boolean>`support_policy.alliance_id = any(${allianceIds as string[]}::uuid[])`)
    .where('state', '=', 'open')
    .where((one) => one.or([one('validFrom', 'is', null), one('validFrom', '<=', today)]))
    .where((one) => one.or([one('validUntil', 'is', null), one('validUntil', '>=', today)]))
    .orderBy('issuedOn', (order) => order.desc().nullsLast())
    .orderBy('number', 'desc')
    .execute()

export type PolicyValues = {
  title: string
  titleEn: string | null
  issuer: string
  documentNumber: string | null
  source: string | null
  issuedOn: string | null
  validFrom: string | null
  validUntil: string | null
  summary: string
  how: string | null
}
type NewSentence = { text: string; role: string; conditions: readonly unknown[] }
async function replaceSentences(tx: Tx, policyId: string, sentences: readonly NewSentence[]) {
  await tx.deleteFrom('policySentence').where('policyId', '=', policyId).execute()
  if (sentences.length > 0) await tx.insertInto('policySentence').values(sentences.map(({ text, role, conditions }, position) => ({ policyId, position, text, role, conditions: JSON.stringify(conditions) }))).execute()
}

type NewPolicy = PolicyValues & { number: string; allianceId: string; createdBy: string; createdAt: Date; updatedAt: Date; demo: boolean }
export async function insertPolicy(tx: Tx, policy: NewPolicy, sentences: readonly NewSentence[]) {
  const { id } = await tx.insertInto('supportPolicy').values(policy).returning('id').executeTakeFirstOrThrow()
  await replaceSentences(tx, id, sentences)
  return id
}
export async function updatePolicy(tx: Tx, policyId: string, version: number, values: PolicyValues & { updatedAt: Date }, sentences: readonly NewSentence[]) {
  const result = await tx.updateTable('supportPolicy').set({ ...values, version: version + 1 }).where('id', '=', policyId).where('version', '=', version).executeTakeFirst()
  if (result.numUpdatedRows > 0n) await replaceSentences(tx, policyId, sentences)
  return Number(result.numUpdatedRows)
}
export const setState = (tx: Tx, policyId: string, change: { state: string; updatedAt: Date; publishedAt?: Date; version: number }) => tx.updateTable('supportPolicy').set(change).where('id', '=', policyId).execute()
