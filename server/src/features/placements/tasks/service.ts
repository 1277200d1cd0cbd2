import type { Actor } from '../../../kernel/actor.ts'
import { audit } from '../../../kernel/audit.ts'
import { dueInWorkingDays } from '../../../kernel/calendar.ts'
import type { Locked, Tx } from '../../../kernel/db.ts'
import { refuse } from '../../../kernel/refusal.ts'
import { advance } from '../../inbox/service.ts'
import type { TaskAction } from './contract.ts'
import { taskLife, type TaskState } from './lifecycle.ts'
import { changeOfPlan, faultsOfStep } from './rules.ts'
import { deleteCards, insertCards, listCards, listWithoutPlan, updateCard, type Card, type TasksPlacement } from './tables.ts'

export { findTasksPlacement, lockTask, lockTasksPlacement } from './tables.ts'

/** The mentor signs within so many working days. */
const signWithin = 5

type Wish = { tasks: readonly { id?: string | undefined; title: string; goal: string }[]; alsoSamePost: boolean }
/** The plan as it is to be, in order. */
export async function planTasks(tx: Tx, actor: Actor, placement: Locked<TasksPlacement>, { tasks, alsoSamePost }: Wish, now: Date) {
  const known = await listCards(tx, [placement.id])
  const { gone, strange, fixed } = changeOfPlan(known, tasks)
  if (strange.length > 0) refuse('invalid_input', { issues: strange })
  if (fixed.length > 0) refuse('task_fixed', { titles: fixed.join('、') })
  await deleteCards(tx, gone)
  for (const [at, { id, title, goal }] of tasks.entries()) if (id) await updateCard(tx, id, { position: at + 1, title, goal }, now)
  await insertCards(tx, tasks.flatMap(({ id, title, goal }, at) => (id ? [] : [{ placementId: placement.id, position: at + 1, title, goal }])), now)
  const others = alsoSamePost ? await listWithoutPlan(tx, placement) : []
  await insertCards(tx, others.flatMap((placementId) => tasks.map(({ title, goal }, at) => ({ placementId, position: at + 1, title, goal }))), now)
  for (const subjectId of [placement.id, ...others]) audit(tx, actor, now, { event: 'placement.tasks_planned', subjectType: 'placement', subjectId, details: { tasks: tasks.length } })
  return { rows: tasks.length, also: others.length }
}

type Step = { action: TaskAction; evidence?: string; remark?: string; signerName?: string; reason?: string; version: number }
export async function moveTask(tx: Tx, actor: Actor, { card, placement }: Locked<{ card: Card; placement: TasksPlacement }>, step: Step, now: Date) {
  if (card.version !== step.version) refuse('changed_meanwhile')
  const onPaper = placement.mentorAccountId === null
  const issues = faultsOfStep(step, { onPaper })
  if (issues.length > 0) refuse('invalid_input', { issues })
  const { action, evidence, remark = '', signerName, reason } = step
  const judge = placement.mentorAccountId ? { accountId: placement.mentorAccountId } : ({ role: 'enterprise_contact', organisationId: placement.organisationId } as const)
  const thing = { ...placement, id: card.id, state: card.state as TaskState, title: card.title, placementId: placement.id, judge, signBy: dueInWorkingDays(now, signWithin), locked: true as const }
  const state = await advance(tx, actor, taskLife, action, thing, now, { number: placement.number, title: card.title, ...(reason ? { reason } : {}) })
  const change = {
    show: { evidence: evidence!, shownAt: now, reason: null },
    sign: { signedAt: now, signedBy: actor.accountId, signerName: onPaper ? signerName! : actor.name, onPaper, remark },
    giveBack: { reason: reason! },
  }[action]
  return { id: card.id, state, version: await updateCard(tx, card.id, { ...change, state }, now) }
}
