import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { addDays, dayOf, dueInWorkingDays, isWorkingDay } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import type { Upload } from '../../../kernel/route.ts'
import { keepFile, listFiles, removeFile, viewFile, viewFilesOf } from '../../files/service.ts'
import { ask, settle } from '../../inbox/service.ts'
import { mayDecide, mayKeepPlan } from '../plans/policy.ts'
import { hasPaper } from '../plans/papers/service.ts'
import { inMotion, type Plan } from '../plans/service.ts'
import { isHost } from '../policy.ts'
import { daysOf, mondayOf } from '../rules.ts'
import type { JournalView } from './contract.ts'
import { confirmWithin, faultsOfDays, faultsOfWeek, photoLimit, whyNotWrite } from './rules.ts'
import { countReturned, countSent, findPlanIdOf, insertJournal, listJournals, lockJournal, updateJournal, type Journal } from './tables.ts'

/** Weeks are written and answered until the school has assessed the stay. */
const running = (plan: Plan) => ['practising', 'finished', 'appraised'].includes(plan.state)
const refuseIdle = (plan: Plan) => void (running(plan) || refuse('wrong_state', { state: plan.state }))

/** A week is known by its Monday, and lies in the stay. */
function refuseOtherWeek(plan: Plan, weekOn: string) {
  if (weekOn !== mondayOf(weekOn) || weekOn < mondayOf(plan.startsOn) || weekOn > plan.endsOn) refuse('not_found')
}

export async function writeJournal(tx: Tx, _actor: Actor, plan: Locked<Plan>, weekOn: string, { days, work, learnt, version }: { days: string[]; work: string; learnt: string; version: number }, now: Date) {
  refuseIdle(plan)
  refuseOtherWeek(plan, weekOn)
  const distinct = [...new Set(days)].sort()
  const faults = faultsOfDays(distinct, weekOn, { startsOn: plan.startsOn, endsOn: plan.endedOn ?? plan.endsOn, today: dayOf(now) })
  if (faults.length > 0) refuse('invalid_input', { issues: faults })
  const journal = await lockJournal(tx, plan.id, weekOn)
  if (!journal) return insertJournal(tx, { planId: plan.id, weekOn, days: distinct, work, learnt }, now)
  if (journal.version !== version) refuse('changed_meanwhile')
  const no = whyNotWrite(journal.state)
  if (no) refuse(no, { state: journal.state })
  return { id: journal.id, version: await updateJournal(tx, journal.id, { days: distinct, work, learnt }, now) }
}

type Step = { action: 'send' | 'confirm' | 'return'; version: number; reason?: string }

export async function moveJournal(tx: Tx, actor: Actor, plan: Locked<Plan>, weekOn: string, { action, version, reason }: Step, now: Date) {
  refuseIdle(plan)
  const journal = (await lockJournal(tx, plan.id, weekOn)) ?? refuse('not_found')
  if (journal.version !== version) refuse('changed_meanwhile')
  return action === 'send' ? send(tx, actor, plan, journal, now) : decide(tx, actor, plan, journal, { action, reason }, now)
}

async function send(tx: Tx, actor: Actor, plan: Locked<Plan>, journal: Locked<Journal>, now: Date) {
  const no = whyNotWrite(journal.state)
  if (no) refuse(no, { state: journal.state, action: 'send' })
  const faults = faultsOfWeek(journal)
  if (faults.length > 0) refuse('invalid_input', { issues: faults })
  const next = await updateJournal(tx, journal.id, { state: 'sent', sentAt: now, reason: null }, now)
  const { firm, number, teacherName, organisationName } = inMotion(plan, now)
  await ask(tx, [{ kind: 'practice_plan.confirm_weeks', subjectType: 'practice_plan', subjectId: plan.id, params: { number, teacher: teacherName, organisation: organisationName }, assignee: firm, initiatorId: actor.accountId, dueAt: dueInWorkingDays(now, confirmWithin) }], now)
  if ((await countReturned(tx, plan.id)) === 0) await settle(tx, actor, { subjectType: 'practice_plan', subjectIds: [plan.id], kinds: ['practice_plan.mend_week'] }, 'submit', now)
  await settle(tx, actor, { subjectType: 'practice_plan', subjectIds: [plan.id], kinds: ['practice_plan.write_week', 'practice_plan.silent'] }, 'submit', now)
  audit(tx, actor, now, { event: 'practice_plan.week_sent', subjectType: 'practice_plan', subjectId: plan.id, details: { number: plan.number, week: journal.weekOn, days: journal.days.length } })
  return { id: journal.id, state: 'sent' as const, version: next }
}

/** The firm's word on a week; or the office's, for a firm that answers on paper and whose sheets are kept with the plan. */
async function decide(tx: Tx, actor: Actor, plan: Locked<Plan>, journal: Locked<Journal>, { action, reason }: { action: 'confirm' | 'return'; reason?: string }, now: Date) {
  if (!isHost(actor, plan.organisationId) && !(await hasPaper(tx, plan.id, 'journals'))) refuse('paper_needed')
  if (journal.state !== 'sent') refuse('wrong_state', { state: journal.state, action })
  if (action === 'return' && !reason) refuse('reason_needed', { field: 'reason' })
  const change = action === 'confirm' ? { state: 'confirmed', confirmedAt: now, confirmedBy: actor.accountId } : { state: 'returned', reason: reason! }
  const next = await updateJournal(tx, journal.id, change, now)
  if ((await countSent(tx, plan.id)) === 0) await settle(tx, actor, { subjectType: 'practice_plan', subjectIds: [plan.id], kinds: ['practice_plan.confirm_weeks'] }, action === 'confirm' ? 'confirm' : 'return', now)
  if (action === 'return') {
    const { teacher, number, organisationName } = inMotion(plan, now)
    await ask(tx, [{ kind: 'practice_plan.mend_week', subjectType: 'practice_plan', subjectId: plan.id, params: { number, organisation: organisationName, week: journal.weekOn, reason: reason! }, assignee: teacher, initiatorId: actor.accountId, dueAt: dueInWorkingDays(now, confirmWithin) }], now)
  }
  audit(tx, actor, now, { event: action === 'confirm' ? 'practice_plan.week_confirmed' : 'practice_plan.week_returned', subjectType: 'practice_plan', subjectId: plan.id, details: { number: plan.number, week: journal.weekOn, ...(reason ? { reason } : {}) } })
  return { id: journal.id, state: change.state as 'confirmed' | 'returned', version: next }
}

export async function addPhoto(tx: Tx, actor: Actor, plan: Locked<Plan>, weekOn: string, upload: Upload, now: Date) {
  refuseIdle(plan)
  refuseOtherWeek(plan, weekOn)
  const journal = await lockJournal(tx, plan.id, weekOn)
  const no = whyNotWrite(journal?.state ?? 'none')
  if (no) refuse(no, { state: journal!.state })
  const id = journal?.id ?? (await insertJournal(tx, { planId: plan.id, weekOn, days: [], work: '', learnt: '' }, now)).id
  if ((await listFiles(tx, 'practice_journal', id)).length >= photoLimit) refuse('too_many_photos', { most: photoLimit })
  return viewFile(await keepFile(tx, actor, { name: upload.name, bytes: upload.bytes, subjectType: 'practice_journal', subjectId: id, allow: ['png', 'jpeg', 'webp'] }, now))
}

export async function removePhoto(tx: Tx, actor: Actor, plan: Locked<Plan>, { weekOn, fileId }: { weekOn: string; fileId: string }, now: Date) {
  const journal = (await lockJournal(tx, plan.id, weekOn)) ?? refuse('not_found')
  const no = whyNotWrite(journal.state)
  if (no) refuse(no, { state: journal.state })
  const photo = (await listFiles(tx, 'practice_journal', journal.id)).find(({ id }) => id === fileId) ?? refuse('not_found')
  await removeFile(tx, actor, photo, now)
  return {}
}

/** Every week of the stay that has begun, the newest first; and what was written of it. */
export async function viewJournals(tx: Tx, actor: Actor, plan: Plan, now: Date) {
  const written = new Map((await listJournals(tx, plan.id)).map((one) => [one.weekOn, one]))
  const photos = await viewFilesOf(tx, 'practice_journal', [...written.values()].map(({ id }) => id))
  const today = dayOf(now)
  const last = [plan.endedOn ?? plan.endsOn, today].sort()[0]!
  const writing = running(plan) && mayKeepPlan(actor, plan)
  const confirming = running(plan) && (isHost(actor, plan.organisationId) || (plan.onPaper && mayDecide(actor, plan)))
  const rows: JournalView[] = []
  if (!plan.startedAt) return { rows }
  for (let weekOn = mondayOf(plan.startsOn); weekOn <= last; weekOn = addDays(weekOn, 7)) {
    const one = written.get(weekOn)
    // What the teacher has not sent is the teacher's own.
    if (!one && !writing) continue
    if (one?.state === 'draft' && !writing) continue
    const inside = daysOf(weekOn, addDays(weekOn, 6)).filter((day) => day >= plan.startsOn && day <= (plan.endedOn ?? plan.endsOn))
    const state = (one?.state ?? 'none') as JournalView['state']
    const mayWrite = writing && whyNotWrite(state) === null
    rows.push({
      id: one?.id ?? null, weekOn, state,
      open: inside.map((day) => ({ day, working: isWorkingDay(day), future: day > today })),
      days: one?.days ?? [], work: one?.work ?? '', learnt: one?.learnt ?? '', reason: one?.reason ?? null,
      sentAt: one?.sentAt?.toISOString() ?? null, confirmedAt: one?.confirmedAt?.toISOString() ?? null, confirmedBy: one?.confirmedByName ?? null,
      photos: one ? (photos.get(one.id) ?? []) : [],
      version: one?.version ?? 0,
      can: { write: mayWrite, send: mayWrite, confirm: confirming && state === 'sent' },
    })
  }
  return { rows: rows.reverse() }
}

/** Whoever sees the plan sees the photos of its weeks. */
export const seesJournalFiles = async (tx: Tx, actor: Actor, journalId: string) => (await findPlanIdOf(tx, actor, journalId)) !== undefined
