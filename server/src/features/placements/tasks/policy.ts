import { hasRole, type Actor } from '../../../kernel/actor.ts'
import { isOwnPlacement, isUnitOf, mayTendPlacement, type PlacementParties } from '../policy.ts'

export type TaskParties = PlacementParties & { mentorAccountId: string | null }

export const mayPlanTasks = (actor: Actor, placement: PlacementParties) => mayTendPlacement(actor, placement)
export const mayGiveMentor = (actor: Actor, placement: PlacementParties) => isUnitOf(actor, placement)
const isMentor = (actor: Actor, { mentorAccountId }: TaskParties) => hasRole(actor, 'mentor') && mentorAccountId === actor.accountId
/** The mentor signs; where none has an account, the unit's contact vouches for the card on paper. */
export const mayJudgeTask = (actor: Actor, task: TaskParties) => isMentor(actor, task) || (task.mentorAccountId === null && isUnitOf(actor, task))
export const whoMovesTask = { show: (actor: Actor, task: TaskParties) => isOwnPlacement(actor, task), sign: mayJudgeTask, giveBack: mayJudgeTask }
export const mayMoveTask = (actor: Actor, { task, action }: { task: TaskParties; action: keyof typeof whoMovesTask }) => whoMovesTask[action](actor, task)
export const mayBeMentor = (actor: Actor) => hasRole(actor, 'mentor')
