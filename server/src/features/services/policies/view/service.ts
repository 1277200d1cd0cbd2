import type { Actor } from '../../../../kernel/actor.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Tx } from '../../../../kernel/db.ts'
import type { PolicyRow, PolicyView } from '../contract.ts'
import { mayKeepPolicy } from '../policy.ts'
import { isInForce } from '../rules.ts'
import { pageOfPolicies, type Policy } from '../tables.ts'

export function rowView(policy: Omit<Policy, 'sentences'>, today: string): PolicyRow {
  const { id, number, title, titleEn, issuer, documentNumber, issuedOn, validFrom, validUntil, demo } = policy
  return { id, number, title, titleEn, issuer, documentNumber, issuedOn, validFrom, validUntil, demo, state: policy.state as PolicyRow['state'], inForce: isInForce(policy, today) }
}

export async function viewPolicies(tx: Tx, actor: Actor, query: { q: string; state?: string; page: number; size: number }, now: Date) {
  const { rows, total } = await pageOfPolicies(tx, actor, query)
  return { rows: rows.map((row) => rowView(row, dayOf(now))), total, page: query.page, size: query.size }
}

export function viewPolicy(actor: Actor, policy: Policy, now: Date): PolicyView {
  const { source, summary, how, version, state } = policy
  const keeps = mayKeepPolicy(actor, policy)
  return {
    ...rowView(policy, dayOf(now)),
    source, summary, how, version,
    sentences: policy.sentences as PolicyView['sentences'],
    updatedAt: policy.updatedAt.toISOString(),
    can: { edit: keeps, publish: keeps && state !== 'open', close: keeps && state === 'open' },
  }
}
