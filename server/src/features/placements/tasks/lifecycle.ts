import { lifecycle, type Assignee } from '../../../kernel/lifecycle.ts'
import { whoMovesTask, type TaskParties } from './policy.ts'

export type TaskState = 'planned' | 'shown' | 'signed'
export type TaskAction = keyof typeof whoMovesTask
export type TaskInMotion = TaskParties & { id: string; state: TaskState; title: string; studentName: string; placementId: string; judge: Assignee; signBy: Date }

/** planned → shown → signed; the mentor gives back what does not show that it was learnt. */
export const taskLife = lifecycle<TaskState, TaskAction, TaskInMotion>({
  noun: 'task_card',
  table: 'task_card',
  states: ['planned', 'shown', 'signed'],
  line: ['planned', 'shown', 'signed'],
  transitions: {
    show: { from: ['planned', 'shown'], to: 'shown', event: 'task.shown', may: whoMovesTask.show },
    sign: { from: ['shown'], to: 'signed', event: 'task.signed', may: whoMovesTask.sign },
    giveBack: { from: ['shown'], to: 'planned', event: 'task.given_back', may: whoMovesTask.giveBack },
  },
  asks: { shown: [{ kind: 'task_card.sign', of: ({ judge }) => [judge], due: ({ signBy }) => signBy, params: ({ title, studentName, placementId, mentorAccountId }) => ({ title, student: studentName, placementId, mentor: mentorAccountId !== null }) }] },
})
