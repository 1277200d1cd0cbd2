import { nothing, route, seen, type Route } from '../../../kernel/route.ts'
import * as contract from './contract.ts'
import { giveMentor, viewInterns, viewMentors } from './mentors/service.ts'
import { mayBeMentor, mayGiveMentor, mayMoveTask, mayPlanTasks } from './policy.ts'
import { findTasksPlacement, lockTask, lockTasksPlacement, moveTask, planTasks } from './service.ts'
import { viewTasks } from './view/service.ts'

export const taskRoutes: Route[] = [
  route(contract.listTasks, { find: ({ tx, actor, params }) => findTasksPlacement(tx, actor, params.placementId), may: seen, run: ({ tx, actor, found }) => viewTasks(tx, actor, found) }),
  route(contract.planTasks, { find: ({ tx, actor, params }) => lockTasksPlacement(tx, actor, params.placementId), may: mayPlanTasks, run: ({ tx, actor, found, body, now }) => planTasks(tx, actor, found, body, now) }),
  route(contract.moveTask, {
    find: async ({ tx, actor, params, body }) => {
      const held = await lockTask(tx, actor, params.taskId)
      return held && { held, task: held.placement, action: body.action }
    },
    may: mayMoveTask,
    run: ({ tx, actor, found, body, now }) => moveTask(tx, actor, found.held, body, now),
  }),
  route(contract.listMentors, { find: ({ tx, actor, params }) => findTasksPlacement(tx, actor, params.placementId), may: mayGiveMentor, run: ({ tx, found }) => viewMentors(tx, found) }),
  route(contract.giveMentor, { find: ({ tx, actor, params }) => lockTasksPlacement(tx, actor, params.placementId), may: mayGiveMentor, run: ({ tx, actor, found, body, now }) => giveMentor(tx, actor, found, body.accountId, now) }),
  route(contract.listInterns, { find: nothing, may: mayBeMentor, run: ({ tx, actor }) => viewInterns(tx, actor) }),
]
