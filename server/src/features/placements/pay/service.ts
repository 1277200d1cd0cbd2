import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { closingOf, addDays, dayOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Upload } from '../../../kernel/route.ts'
import { keepFile, listFiles, removeFile } from '../../files/service.ts'
import { ask, settle } from '../../inbox/service.ts'
import { finding, withSeverities } from '../../needs/law/rules.ts'
import { severitiesOf, viewFinding } from '../../needs/law/service.ts'
import { lastDayOf } from '../logs/rules.ts'
import type { Placement } from '../service.ts'
import { lapseAlarms, raiseAlarms, type Raised } from './alarms/service.ts'
import type { PayWish } from './contract.ts'
import { daysBetween, faultsOfPay, findingsOfPay, firstOf, isLate, leastOf, monthsOf } from './rules.ts'
import { deleteRecord, insertRecord, listRecords } from './tables.ts'

export { seesPayMonth } from './tables.ts'

/** The student is asked within so many days whether it is so. */
const confirmWithinDays = 7

/** A month as the unit says it paid it, with the receipt, in one step. A second time for the same month there is no place: the constraint sees to it. */
export async function recordPay(tx: Tx, actor: Actor, placement: Locked<Placement>, month: string, { wish, receipt }: { wish: PayWish; receipt: Upload }, now: Date, { demo = false } = {}) {
  const today = dayOf(now)
  if (!placement.activatedAt) refuse('wrong_state', { state: placement.state })
  const issues = faultsOfPay(wish, { month, months: monthsOf({ startsOn: placement.startsOn, lastDay: lastDayOf(placement) }, today), today })
  if (issues.length > 0) refuse('invalid_input', { issues })
  const found = findingsOfPay(wish).map(({ ruleId, field, variant, params }) => finding(ruleId, field, { variant, params }))
  const findings = withSeverities(found, await severitiesOf(tx, placement.allianceId))
  const blocks = findings.filter(({ severity }) => severity === 'block')
  if (blocks.length > 0) refuse('rule_forbids', { findings: blocks.map(viewFinding), ruleId: blocks[0]!.ruleId })
  if (findings.length > 0 && [...wish.remark].length < 5) refuse('rule_reason_needed', { findings: findings.map(viewFinding) })

  const { amount, paidOn, means, samePostWage, lowestTierWage, share, remark } = wish
  const before = await listRecords(tx, placement.id)
  if (before.some((one) => one.month === month)) refuse('pay_recorded', { month })
  const id = await insertRecord(tx, { placementId: placement.id, month: firstOf(month), amount, paidOn, means, samePostWage, lowestTierWage, share, remark, recordedBy: actor.accountId, recordedAt: now, demo })
  await keepFile(tx, actor, { name: receipt.name, bytes: receipt.bytes, subjectType: 'pay_month', subjectId: id, allow: ['pdf', 'png', 'jpeg', 'webp'] }, now)
  audit(tx, actor, now, { event: 'pay.recorded', subjectType: 'placement', subjectId: placement.id, details: { number: placement.number, month, paidOn } })

  const last = before.findLast((one) => one.month < month)?.paidOn ?? placement.startsOn
  const raised: Raised[] = [
    ...(isLate(last, paidOn) ? [{ reason: 'paid_late' as const, month, source: 'unit' as const, params: { days: daysBetween(last, paidOn), last, paidOn } }] : []),
    ...(findings.length > 0 ? [{ reason: 'below_reference' as const, month, source: 'unit' as const, params: { amount, least: leastOf(wish), remark } }] : []),
  ]
  await lapseAlarms(tx, actor, { placementId: placement.id, month, source: 'clock' }, now)
  await raiseAlarms(tx, actor, placement, raised, now)
  if (placement.studentAccountId) {
    const params = { unit: placement.unitName, month, placementId: placement.id }
    await ask(tx, [{ kind: 'pay.confirm', subjectType: 'pay', subjectId: placement.id, params, assignee: { accountId: placement.studentAccountId }, initiatorId: null, dueAt: closingOf(addDays(today, confirmWithinDays)) }], now)
  }
  await settle(tx, actor, { subjectType: 'unit_pay', subjectIds: [placement.organisationId] }, 'settle', now)
  return { id, month }
}

/** Takes back what was recorded wrongly; what it said stays in the audit trail, and the month is open again. */
export async function withdrawPay(tx: Tx, actor: Actor, placement: Locked<Placement>, month: string, reason: string, now: Date) {
  const record = (await listRecords(tx, placement.id)).find((one) => one.month === month) ?? refuse('not_found')
  for (const file of await listFiles(tx, 'pay_month', record.id)) await removeFile(tx, actor, file, now)
  await deleteRecord(tx, record.id)
  audit(tx, actor, now, { event: 'pay.withdrawn', subjectType: 'placement', subjectId: placement.id, details: { number: placement.number, month, paidOn: record.paidOn, reason } })
  return { month }
}
