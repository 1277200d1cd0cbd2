import type { Actor } from '../../../../kernel/actor.ts'
import { audit } from '../../../../kernel/audit.ts'
import { dayOf } from '../../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../../kernel/db.ts'
import { refuse } from '../../../../kernel/refusal.ts'
import { seal, unseal } from '../../../../kernel/secrets.ts'
import { settle } from '../../../inbox/service.ts'
import { lastDayOf } from '../../logs/rules.ts'
import type { Placement } from '../../service.ts'
import { lapseAlarms, raiseAlarms } from '../alarms/service.ts'
import type { PayAnswer } from '../contract.ts'
import { alarmsOfAnswer, faultsOfAnswer, firstOf, monthsOf } from '../rules.ts'
import { listRecords } from '../tables.ts'
import { insertAnswer, listAnswers, updateAnswer } from './tables.ts'

/** The answers of a placement in clear, by month. Only for school and student: the caller's policy sees to it. */
export async function openAnswers(tx: Tx, placementId: string) {
  const rows = await listAnswers(tx, placementId)
  return new Map(rows.map(({ month, sealed, answeredAt, version }) => [month, { ...(JSON.parse(unseal(sealed)) as PayAnswer), answeredAt, version }]))
}

/** Said to the school alone: no sum stands in the audit trail, and nothing of it reaches the unit. */
export async function answerPay(tx: Tx, actor: Actor, placement: Locked<Placement>, month: string, { version, ...answer }: PayAnswer & { version: number }, now: Date) {
  const today = dayOf(now)
  if (!placement.activatedAt) refuse('wrong_state', { state: placement.state })
  const months = monthsOf({ startsOn: placement.startsOn, lastDay: lastDayOf(placement) }, today)
  const issues = months.includes(month) ? faultsOfAnswer(answer, today) : [{ path: ['month'], code: 'outside' }]
  if (issues.length > 0) refuse('invalid_input', { issues })
  const known = (await openAnswers(tx, placement.id)).get(month)
  if ((known?.version ?? 0) !== version) refuse('changed_meanwhile')
  const sealed = seal(JSON.stringify(answer))
  const kept = { placementId: placement.id, month: firstOf(month), sealed }
  const next = known ? await updateAnswer(tx, kept, now) : await insertAnswer(tx, kept, now)
  audit(tx, actor, now, { event: 'pay.answered', subjectType: 'pay_answer', subjectId: placement.id, details: { month } })

  const records = await listRecords(tx, placement.id)
  const last = records.findLast((one) => one.month < month)?.paidOn ?? placement.startsOn
  const alarms = alarmsOfAnswer(answer, { recorded: records.find((one) => one.month === month) ?? null, last })
  // What the student no longer says is no longer an alarm.
  await lapseAlarms(tx, actor, { placementId: placement.id, month, source: 'student', but: alarms.map(({ reason }) => reason) }, now)
  await raiseAlarms(tx, actor, placement, alarms.map((one) => ({ ...one, month, source: 'student' as const })), now)
  await settle(tx, actor, { subjectType: 'pay', subjectIds: [placement.id], kinds: ['pay.confirm'] }, 'answer', now)
  return { version: next }
}
