import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf, dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { enqueue } from '../../../kernel/outbox.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { ask, settle } from '../../inbox/service.ts'
import type { Placement } from '../service.ts'
import type { LogView, LogWish } from './contract.ts'
import { attachPhotos } from './photos/service.ts'
import { whyNotTake, whyNotWrite } from './rules.ts'
import { findLogOfWeek, insertLog, listTasksOf, replaceHours, updateLog, updateRead, type FoundLog, type Log } from './tables.ts'

export { findLog, lockLog } from './tables.ts'

export function viewLog(log: Log): LogView {
  const { id, placementId, week, did, learnt, question, hours, photos, sentAt, changedAt, readAt, readByName, comment, version } = log
  return { id, placementId, week, did, learnt, question, hours, photos, sentAt, changedAt, readAt, readByName, comment, version }
}

/** A log with a question waits for a word of the teacher so many working days. */
const answerWithin = 3

/**
 * Takes the log of a week. The same sending twice is once; a text without one of its photos is refused, so that nobody ever reads half a
 * log; what was written on another phone, or read, meanwhile is not written over: the refusal brings along what stands here.
 */
export async function sendLog(tx: Tx, actor: Actor, placement: Locked<Placement>, week: string, wish: LogWish, now: Date): Promise<LogView> {
  const no = whyNotWrite(placement, week, dayOf(now))
  if (no) refuse(no, { state: placement.state, week })
  const known = await findLogOfWeek(tx, placement.id, week)
  const answer = whyNotTake(known, wish)
  if (answer === null) return viewLog(known!)
  if (answer !== 'take') refuse(answer, { week, log: viewLog(known!) })
  const tasks = wish.hours.length > 0 ? await listTasksOf(tx, placement.id) : []
  const strange = wish.hours.flatMap(({ taskId }, at) => (taskId === null || tasks.some(({ id }) => id === taskId) ? [] : [{ path: ['hours', at, 'taskId'], code: 'unknown' }]))
  if (strange.length > 0) refuse('invalid_input', { issues: strange })

  const { did, learnt, question, sendId } = wish
  const values = { did, learnt, question, sendId }
  const id = known?.id ?? (await insertLog(tx, { ...values, placementId: placement.id, week }, now))
  if (known) await updateLog(tx, id, values, now)
  await replaceHours(tx, id, wish.hours, !known)
  await attachPhotos(tx, actor, { placementId: placement.id, logId: id, photos: wish.photos, before: known?.photos ?? [] }, now)
  audit(tx, actor, now, { event: 'log.sent', subjectType: 'placement', subjectId: placement.id, details: { number: placement.number, week, photos: wish.photos.length, changed: known !== undefined } })
  await askTeacher(tx, actor, placement, { id, week, question }, now)
  await enqueue(tx, 'compare_log', { logId: id }, { key: `compare_log:${id}` })
  return viewLog((await findLogOfWeek(tx, placement.id, week))!)
}

async function askTeacher(tx: Tx, actor: Actor, { supervisorAccountId, schoolId, studentName }: Placement, { id, week, question }: { id: string; week: string; question: string }, now: Date) {
  if (question === '') return settle(tx, actor, { subjectType: 'log', subjectIds: [id] }, 'revise', now)
  const assignee = supervisorAccountId ? { accountId: supervisorAccountId } : ({ role: 'school_contact', organisationId: schoolId } as const)
  await ask(tx, [{ kind: 'log.answer', subjectType: 'log', subjectId: id, params: { student: studentName, week }, assignee, initiatorId: actor.accountId, dueAt: dueInWorkingDays(now, answerWithin) }], now)
}

/** Read: from now on it stands as it is. */
export async function readLog(tx: Tx, actor: Actor, log: Locked<FoundLog>, { comment, version }: { comment: string; version: number }, now: Date) {
  if (log.version !== version) refuse('changed_meanwhile')
  const next = await updateRead(tx, log.id, { readAt: log.readAt ?? now, readBy: actor.accountId, comment: comment || null })
  audit(tx, actor, now, { event: 'log.read', subjectType: 'placement', subjectId: log.placementId, details: { number: log.placementNumber, week: log.week, commented: comment !== '' } })
  await settle(tx, actor, { subjectType: 'log', subjectIds: [log.id] }, 'answer', now)
  return { id: log.id, readAt: log.readAt ?? now, version: next }
}
