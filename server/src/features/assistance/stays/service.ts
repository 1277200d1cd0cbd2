import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { addDays, addWorkingDays, closingOf, dayOf, workingDaysBetween } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { ask, settle } from '../../inbox/service.ts'
import { monthsLater, retentionMonths } from '../../training/rules.ts'
import { stayPatience } from '../rules.ts'
import type { StayRow } from './contract.ts'
import { mayReadStayNote } from './policy.ts'
import { answerStayRow, insertStays, listOwnStays, listSilent, listToAsk, listWithoutStays, markStays, pageOfStays, type Filter, type Stay } from './tables.ts'

export { findStay, lockStay } from './tables.ts'

export async function answerStay(tx: Tx, actor: Actor, stay: Locked<Stay>, { answer, code, note }: { answer: 'as_intern' | 'employed' | 'left'; code?: string; note?: string }, now: Date) {
  if (stay.answer !== null) refuse('changed_meanwhile')
  if (stay.dueOn > dayOf(now)) refuse('too_early', { from: stay.dueOn })
  if (answer === 'left' && !code) refuse('reason_needed', { field: 'code' })
  await answerStayRow(tx, stay.id, { answer, reasonCode: answer === 'left' ? code! : null, note: note || null, answeredBy: actor.accountId, answeredAt: now })
  await settle(tx, actor, { subjectType: 'assistance_stay', subjectIds: [stay.id] }, 'confirm', now)
  // What was answered is the student's; the trail says only that it was.
  audit(tx, actor, now, { event: 'assistance_stay.answered', subjectType: 'assistance_stay', subjectId: stay.id, details: { batch: stay.batchNumber, months: stay.months } })
  return { id: stay.id, answer }
}

/** Every night: whoever is due is asked, once; of who stays silent the escort is told, and silence never counts as stayed. */
export async function askStays(tx: Tx, now: Date) {
  const today = dayOf(now)
  const fresh = await listWithoutStays(tx)
  await insertStays(tx, fresh.flatMap(({ firstOn, ...member }) => retentionMonths.map((months) => ({ ...member, months, dueOn: monthsLater(firstOn, months) }))))
  const due = await listToAsk(tx, today)
  const params = ({ id, batchId, studentName, firmName, months, placementId }: Stay) => ({ stayId: id, batchId, placementId, student: studentName, firm: firmName, months })
  await ask(tx, due.map((stay) => ({ kind: 'assistance_stay.answer', subjectType: 'assistance_stay', subjectId: stay.id, params: params(stay), assignee: { accountId: stay.accountId! }, initiatorId: null, dueAt: closingOf(addWorkingDays(today, stayPatience)) })), now)
  await markStays(tx, due.map(({ id }) => id), { askedAt: now })
  const silent = (await listSilent(tx, addDays(today, -stayPatience))).filter(({ dueOn, askedAt }) => workingDaysBetween(askedAt ? dayOf(askedAt) : dueOn, today) > stayPatience)
  await ask(
    tx,
    silent.map((stay) => ({ kind: 'assistance_stay.silent', subjectType: 'assistance_stay', subjectId: stay.id, params: params(stay), assignee: stay.escortAccountId ? { accountId: stay.escortAccountId } : ({ role: 'school_contact', organisationId: stay.schoolId } as const), initiatorId: null, dueAt: null })),
    now,
  )
  await markStays(tx, silent.map(({ id }) => id), { toldAt: now })
  return { asked: due.length, silent: silent.length }
}

const stateOf = ({ answer, toldAt, askedAt }: Stay) => (answer ? ('answered' as const) : toldAt ? ('unanswered' as const) : askedAt ? ('waiting' as const) : ('planned' as const))
function rowOf(actor: Actor, stay: Stay): StayRow {
  const { id, batchId, batchNumber, schoolName, placementId, studentName, firmName, dueOn, askedAt, note, answeredAt } = stay
  return {
    id, batchId, batchNumber, schoolName, placementId, studentName, firmName, dueOn, askedAt, answeredAt,
    months: stay.months as 6, state: stateOf(stay), answer: stay.answer as StayRow['answer'], reasonCode: stay.reasonCode as StayRow['reasonCode'], note: mayReadStayNote(actor, stay) ? note : null,
  }
}
export async function viewStays(tx: Tx, actor: Actor, query: Filter & { page: number; size: number }) {
  const { rows, total } = await pageOfStays(tx, actor, query)
  return { rows: rows.map((stay) => rowOf(actor, stay)), total, page: query.page, size: query.size }
}

export function viewMyStay(stay: Stay, now: Date) {
  const { id, firmName, schoolName, dueOn, startsOn, note, answeredAt } = stay
  return { id, firmName, schoolName, months: stay.months as 6, startedOn: startsOn, dueOn, open: stay.answer === null && dueOn <= dayOf(now), answer: stay.answer as 'left' | null, reasonCode: stay.reasonCode as 'pay' | null, note, answeredAt }
}
export const viewMyStays = async (tx: Tx, actor: Actor, now: Date) => ({ rows: (await listOwnStays(tx, actor)).map((stay) => viewMyStay(stay, now)) })
