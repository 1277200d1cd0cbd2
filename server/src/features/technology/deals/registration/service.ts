import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import type { Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { mayChangeRules } from '../policy.ts'
import { ruleFor } from '../rules.ts'
import { listRules, updateRule, type Rule } from './tables.ts'

export { lockRule } from './tables.ts'

/** The rules in force on the day of signing. */
export async function ruleOfDay(tx: Tx, signedOn: string): Promise<Rule> {
  return ruleFor(await listRules(tx), signedOn) ?? refuse('invalid_input', { issues: [{ path: ['signedOn'], code: 'no_rule' }] })
}
export const ruleById = async (tx: Tx, id: string) => (await listRules(tx)).find((rule) => rule.id === id)!

export const viewRules = async (tx: Tx, actor: Actor) => ({ rows: (await listRules(tx)).map((rule) => ({ ...rule, can: { edit: mayChangeRules(actor) } })) })

/** The days the authority has: the office reads them in the rules and writes them here. Decisions already under way keep theirs. */
export async function changeRule(tx: Tx, actor: Actor, rule: Rule, { decisionDays }: { decisionDays: number }, now: Date) {
  await updateRule(tx, rule.id, { decisionDays, changedAt: now, changedBy: actor.accountId })
  audit(tx, actor, now, { event: 'registration_rule.changed', subjectType: 'registration_rule', subjectId: rule.id, details: { from: rule.decisionDays, to: decisionDays } })
  return { ...rule, decisionDays, can: { edit: true } }
}
