import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dayOf, dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Upload } from '../../../kernel/route.ts'
import { keepFile, listFiles, viewFile, viewFilesOf } from '../../files/service.ts'
import { ask, settle } from '../../inbox/service.ts'
import type { Mentorship } from '../mentorships/service.ts'
import { sideOf } from '../mentorships/policy.ts'
import type { TaskFields, TaskView } from './contract.ts'
import { confirmWithin, faultsOfTask, photoLimit } from './rules.ts'
import { countOf, deleteTask, findVisibleTask, insertTask, listTasks, updateTask, type Task } from './tables.ts'

export { lockTask } from './tables.ts'

const refuseFaults = (task: TaskFields, term: { startsOn: string | null; endsOn: string | null }, now: Date) => {
  const faults = faultsOfTask(task, { startsOn: term.startsOn!, endsOn: term.endsOn!, today: dayOf(now) })
  if (faults.length > 0) refuse('invalid_input', { issues: faults })
}

const askSchool = (tx: Tx, actor: Actor, { mentorshipId, schoolId, number, mentorName }: { mentorshipId: string; schoolId: string; number: string; mentorName: string }, now: Date) =>
  ask(tx, [{ kind: 'mentorship.confirm_tasks', subjectType: 'mentorship', subjectId: mentorshipId, params: { number, mentor: mentorName }, assignee: { role: 'school_contact', organisationId: schoolId }, initiatorId: actor.accountId, dueAt: dueInWorkingDays(now, confirmWithin) }], now)

/** The mentor says what he did; it counts when the school has confirmed it. */
export async function logTask(tx: Tx, actor: Actor, mentorship: Locked<Mentorship>, task: TaskFields, now: Date) {
  if (mentorship.state !== 'active') refuse('wrong_state', { state: mentorship.state, action: 'log' })
  refuseFaults(task, mentorship, now)
  const made = await insertTask(tx, { ...task, mentorshipId: mentorship.id, firstOn: mentorship.startsOn!, lastOn: mentorship.endsOn! }, now)
  await askSchool(tx, actor, { mentorshipId: mentorship.id, schoolId: mentorship.schoolId, number: mentorship.number, mentorName: mentorship.mentorName }, now)
  audit(tx, actor, now, { event: 'mentorship.task_logged', subjectType: 'mentorship', subjectId: mentorship.id, details: { number: mentorship.number, kind: task.kind, hours: task.hours } })
  return made
}

export async function changeTask(tx: Tx, actor: Actor, found: Locked<Task>, { version, ...task }: TaskFields & { version: number }, now: Date) {
  if (found.version !== version) refuse('changed_meanwhile')
  if (found.state === 'confirmed') refuse('wrong_state', { state: found.state })
  refuseFaults(task, found, now)
  const next = await updateTask(tx, found.id, { ...task, state: 'logged', reason: null }, now)
  await askSchool(tx, actor, found, now)
  if ((await countOf(tx, found.mentorshipId, 'returned')) === 0) await settle(tx, actor, { subjectType: 'mentorship', subjectIds: [found.mentorshipId], kinds: ['mentorship.mend_task'] }, 'submit', now)
  return { id: found.id, version: next }
}

export async function dropTask(tx: Tx, actor: Actor, found: Locked<Task>, now: Date) {
  if (found.state === 'confirmed') refuse('wrong_state', { state: found.state })
  await deleteTask(tx, found.id)
  if ((await countOf(tx, found.mentorshipId, 'logged')) === 0) await settle(tx, actor, { subjectType: 'mentorship', subjectIds: [found.mentorshipId], kinds: ['mentorship.confirm_tasks'] }, 'withdraw', now)
  if ((await countOf(tx, found.mentorshipId, 'returned')) === 0) await settle(tx, actor, { subjectType: 'mentorship', subjectIds: [found.mentorshipId], kinds: ['mentorship.mend_task'] }, 'withdraw', now)
  return {}
}

export async function decideTask(tx: Tx, actor: Actor, found: Locked<Task>, { decision, reason, version }: { decision: 'confirm' | 'return'; reason?: string; version: number }, now: Date) {
  if (found.version !== version) refuse('changed_meanwhile')
  if (found.state !== 'logged') refuse('wrong_state', { state: found.state, action: decision })
  if (decision === 'return' && !reason) refuse('reason_needed', { field: 'reason' })
  const state = decision === 'confirm' ? ('confirmed' as const) : ('returned' as const)
  const next = await updateTask(tx, found.id, decision === 'confirm' ? { state, confirmedAt: now, confirmedBy: actor.accountId } : { state, reason: reason! }, now)
  const about = { subjectType: 'mentorship', subjectIds: [found.mentorshipId] }
  if ((await countOf(tx, found.mentorshipId, 'logged')) === 0) await settle(tx, actor, { ...about, kinds: ['mentorship.confirm_tasks'] }, decision === 'confirm' ? 'confirm' : 'return', now)
  if (decision === 'confirm') await settle(tx, actor, { ...about, kinds: ['mentorship.idle'] }, 'settle', now)
  else if (found.mentorAccountId) {
    await ask(tx, [{ kind: 'mentorship.mend_task', subjectType: 'mentorship', subjectId: found.mentorshipId, params: { number: found.number, title: found.title, reason: reason! }, assignee: { accountId: found.mentorAccountId }, initiatorId: actor.accountId, dueAt: dueInWorkingDays(now, confirmWithin) }], now)
  }
  audit(tx, actor, now, { event: `mentorship.task_${state}`, subjectType: 'mentorship', subjectId: found.mentorshipId, details: { number: found.number, hours: found.hours, ...(reason ? { reason } : {}) } })
  return { id: found.id, state, version: next }
}

export async function addPhoto(tx: Tx, actor: Actor, found: Locked<Task>, upload: Upload, now: Date) {
  if (found.state === 'confirmed') refuse('wrong_state', { state: found.state })
  if ((await listFiles(tx, 'mentor_task', found.id)).length >= photoLimit) refuse('too_many_photos', { most: photoLimit })
  return viewFile(await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'mentor_task', subjectId: found.id, allow: ['png', 'jpeg', 'webp'] }, now))
}

export async function viewTasks(tx: Tx, actor: Actor, mentorship: Mentorship) {
  const rows = await listTasks(tx, mentorship.id)
  const photos = await viewFilesOf(tx, 'mentor_task', rows.map(({ id }) => id))
  const side = sideOf(actor, mentorship)
  return {
    rows: rows.map((row): TaskView => {
      const { id, title, happenedOn, hours, note, reason, version } = row
      return {
        id, title, happenedOn, hours, note, reason, version,
        kind: row.kind as TaskView['kind'], state: row.state as TaskView['state'],
        confirmedAt: row.confirmedAt?.toISOString() ?? null, confirmedBy: row.confirmedByName,
        photos: photos.get(id) ?? [],
        can: { edit: side === 'mentor' && row.state !== 'confirmed', confirm: side === 'school' && row.state === 'logged' },
      }
    }),
  }
}

export const seesTaskFiles = async (tx: Tx, actor: Actor, taskId: string) => (await findVisibleTask(tx, actor, taskId)) !== undefined
