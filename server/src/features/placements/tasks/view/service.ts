import type { Actor } from '../../../../kernel/actor.ts'
import type { Tx } from '../../../../kernel/db.ts'
import type { TaskCardView } from '../contract.ts'
import { taskLife, type TaskState } from '../lifecycle.ts'
import { mayGiveMentor, mayPlanTasks, type TaskParties } from '../policy.ts'
import { listCards, type Card, type TasksPlacement } from '../tables.ts'

export function viewCard(actor: Actor, card: Card, parties: TaskParties): TaskCardView {
  const { id, position, title, goal, evidence, shownAt, reason, signedAt, signerName, onPaper, remark, hours, version } = card
  const state = card.state as TaskState
  const can = Object.fromEntries(Object.entries(taskLife.transitions).map(([action, { from, may }]) => [action, from.includes(state) && may(actor, parties as never)])) as TaskCardView['can']
  return { id, position, title, goal, state, evidence, shownAt, reason, signedAt, signerName, onPaper, remark, hours, version, can }
}

export async function viewTasks(tx: Tx, actor: Actor, placement: TasksPlacement) {
  const { mentorAccountId, mentorAccountName, mentorName } = placement
  return {
    rows: (await listCards(tx, [placement.id])).map((card) => viewCard(actor, card, placement)),
    mentor: { accountId: mentorAccountId, name: mentorAccountName ?? mentorName },
    onPaper: mentorAccountId === null,
    can: { plan: mayPlanTasks(actor, placement), giveMentor: mayGiveMentor(actor, placement) },
  }
}
