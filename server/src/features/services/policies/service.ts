import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { nextNumber } from '../../../kernel/running-number.ts'
import type { PolicyFields } from './contract.ts'
import { insertPolicy, setState, updatePolicy, type Policy } from './tables.ts'

export { findPolicy, listVisibleIds as visiblePolicyIds, lockPolicy, type Policy } from './tables.ts'

function refuseUpsideDown({ validFrom, validUntil }: PolicyFields) {
  if (validFrom && validUntil && validUntil < validFrom) refuse('invalid_input', { issues: [{ path: ['validUntil'], code: 'out_of_order' }] })
}

export async function writePolicy(tx: Tx, actor: Actor, { sentences, ...values }: PolicyFields, now: Date, { demo = false } = {}) {
  refuseUpsideDown({ sentences, ...values })
  const number = await nextNumber(tx, 'Z', now)
  const id = await insertPolicy(tx, { ...values, number, allianceId: actor.allianceId!, createdBy: actor.accountId, createdAt: now, updatedAt: now, demo }, sentences)
  audit(tx, actor, now, { event: 'support_policy.written', subjectType: 'support_policy', subjectId: id, details: { number } })
  return { id, number, version: 1 }
}

/** Also while it is shown: a wrong condition is mended at once, and the trail says when. */
export async function changePolicy(tx: Tx, actor: Actor, policy: Locked<Policy>, { version, sentences, ...values }: PolicyFields & { version: number }, now: Date) {
  refuseUpsideDown({ sentences, ...values })
  if ((await updatePolicy(tx, policy.id, version, { ...values, updatedAt: now }, sentences)) === 0) refuse('changed_meanwhile')
  audit(tx, actor, now, { event: 'support_policy.changed', subjectType: 'support_policy', subjectId: policy.id, details: { number: policy.number, state: policy.state } })
  return { id: policy.id, number: policy.number, version: version + 1 }
}

export async function movePolicy(tx: Tx, actor: Actor, policy: Locked<Policy>, { action, version }: { action: 'publish' | 'close'; version: number }, now: Date) {
  if (policy.version !== version) refuse('changed_meanwhile')
  if ((action === 'publish') === (policy.state === 'open') || (action === 'close' && policy.state === 'draft')) refuse('wrong_state', { state: policy.state })
  // Nothing to check would fit nobody and everybody.
  if (action === 'publish' && !policy.sentences.some(({ role }) => role !== 'plain')) refuse('policy_without_condition')
  const state = action === 'publish' ? ('open' as const) : ('closed' as const)
  await setState(tx, policy.id, { state, updatedAt: now, version: version + 1, ...(action === 'publish' ? { publishedAt: now } : {}) })
  audit(tx, actor, now, { event: action === 'publish' ? 'support_policy.published' : 'support_policy.closed', subjectType: 'support_policy', subjectId: policy.id, details: { number: policy.number } })
  return { id: policy.id, state, version: version + 1 }
}
