import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { closingOf } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { ask, settle } from '../../inbox/service.ts'
import type { OrderClass } from '../classes/tables.ts'
import { isFirm, isSide } from '../policy.ts'
import { insertTerm, listEnrolledIds, listTerms, type lockTerm, saveMarks, updateTerm } from './tables.ts'

export type Term = NonNullable<Awaited<ReturnType<typeof lockTerm>>>

/** A term begins; both sides are asked for its evaluation until its end. */
export async function beginTerm(tx: Tx, actor: Actor, one: Locked<OrderClass>, { startsOn, endsOn }: { startsOn: string; endsOn: string }, now: Date) {
  if (one.state !== 'running') refuse('wrong_state', { state: one.state })
  const before = (await listTerms(tx, one.id)).at(-1)
  if (endsOn <= startsOn || (before && startsOn <= before.endsOn) || startsOn < one.startsOn || endsOn > one.endsOn) refuse('invalid_input', { issues: [{ path: ['startsOn'], code: 'out_of_order' }] })
  const number = (before?.number ?? 0) + 1
  const id = await insertTerm(tx, { classId: one.id, number, startsOn, endsOn, createdAt: now })
  const dueAt = closingOf(endsOn)
  const item = { kind: 'class_term.evaluate', subjectType: 'class_term', subjectId: id, params: { title: one.title, term: number, classId: one.id }, initiatorId: actor.accountId, dueAt }
  await ask(tx, [{ ...item, assignee: { role: 'school_contact', organisationId: one.schoolId } }, { ...item, assignee: { role: 'enterprise_contact', organisationId: one.organisationId } }], now)
  audit(tx, actor, now, { event: 'order_class.term_begun', subjectType: 'order_class', subjectId: one.id, details: { term: number, startsOn, endsOn } })
  return { id, number }
}

/** Each side writes its own note and its own marks, once for every student that is in. */
export async function evaluate(tx: Tx, actor: Actor, term: Term, { note, marks }: { note: string; marks: readonly { placeId: string; mark: number }[] }, now: Date) {
  if (term.state !== 'running') refuse('wrong_state', { state: term.state })
  const known = new Set(await listEnrolledIds(tx, term.classId))
  if (marks.some(({ placeId }) => !known.has(placeId))) refuse('invalid_input', { issues: [{ path: ['marks'], code: 'unknown' }] })
  const firm = isFirm(actor, term)
  await saveMarks(tx, term.id, firm ? 'firmMark' : 'schoolMark', marks.map(({ placeId, mark }) => ({ placeId, mark: Math.round(mark * 1000) })))
  await updateTerm(tx, term.id, firm ? { firmNote: note, firmNotedAt: now } : { schoolNote: note, schoolNotedAt: now })
  await settle(tx, actor, { subjectType: 'class_term', subjectIds: [term.id], organisationId: actor.organisationId }, 'accept', now)
  audit(tx, actor, now, { event: 'order_class.term_evaluated', subjectType: 'order_class', subjectId: term.classId, details: { term: term.number, side: firm ? 'firm' : 'school', marks: marks.length } })
  return { id: term.id }
}

const marksOf = (value: number | null) => (value === null ? null : value / 1000)
export async function viewTerms(tx: Tx, actor: Actor, one: OrderClass) {
  const rows = await listTerms(tx, one.id)
  return {
    rows: rows.map(({ id, number, startsOn, endsOn, schoolNote, schoolNotedAt, firmNote, firmNotedAt, marks }) => ({
      id, number, startsOn, endsOn, schoolNote, schoolNotedAt, firmNote, firmNotedAt,
      marks: marks.map((row) => ({ ...row, schoolMark: marksOf(row.schoolMark), firmMark: marksOf(row.firmMark) })),
      can: { evaluate: one.state === 'running' && isSide(actor, one) },
    })),
  }
}
